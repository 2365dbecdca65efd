import { describe, expect, it } from 'vitest'
import { nextBadIn } from '../../renderer/pages/import/check/next-bad.ts'
import { columnName } from '../../renderer/pages/import/columns/column-name.ts'
import { type Mark, secondsLeft, withMark } from '../../renderer/pages/import/finish/time-left.ts'
import { bulkAnswers } from '../../renderer/pages/import/plan/bulk-answers.ts'
import { describeChanges, filterChanges } from '../../renderer/pages/import/plan/changes.ts'
import { unusedWords } from '../../renderer/pages/import/plan/unused.tsx'
import {
  groupsOf,
  levelOf,
  shownSheets,
  withChoice,
} from '../../renderer/pages/import/session/arrangement.ts'
import {
  fieldTitles,
  filesText,
  headerRowsText,
  listCounts,
  nothingToImport,
  spell,
  sum,
} from '../../renderer/pages/import/words.ts'
import type { AskedQuestion, CheckedRow, PlannedChange, SheetFound } from '../../shared/models/import.ts'

const change = (part: Partial<PlannedChange>): PlannedChange => ({
  sheet: '名册',
  row: 5,
  action: 'create',
  what: '应急党支部',
  name: '六堰社区应急党支部',
  changes: [],
  ...part,
})

describe('words of the import page', () => {
  it('names the kinds of a count, with separators', () => {
    expect(listCounts({ branches: 335, buildingGroups: 1077 })).toBe('党支部 335、楼栋党小组 1,077')
    expect(listCounts({})).toBe('')
    expect(sum({ branches: 335, buildingGroups: 1077 })).toBe(1412)
  })

  it('says why nothing can be imported', () => {
    const preview = { rows: 95, rejectedRows: 2, created: {}, updated: {} }
    expect(nothingToImport(preview)).toBe('除 2 行不能导入外，与现有数据完全一致，无需导入')
    expect(nothingToImport({ ...preview, rejectedRows: 0 })).toBe('与现有数据完全一致，无需导入')
    expect(nothingToImport({ ...preview, updated: { people: 1 } })).toBeNull()
    expect(nothingToImport({ ...preview, rejectedRows: 95 })).toContain('每一行都有问题')
    expect(nothingToImport({ ...preview, rows: 0, rejectedRows: 0 })).toContain('没有要导入的数据行')
  })

  it('names the header rows as the sheet shows them', () => {
    expect(headerRowsText([3, 4])).toBe('第 3、4 行')
    expect(headerRowsText([])).toBe('没有找到表头')
  })

  it('shows old and new value of an update, and the value alone of a new record', () => {
    const phone = { field: '联系电话', before: '', after: '138****0001' }
    expect(describeChanges(change({ changes: [phone] }))).toBe('联系电话：138****0001')
    expect(describeChanges(change({ action: 'update', changes: [phone] }))).toBe('联系电话：无 → 138****0001')
    expect(
      describeChanges(
        change({ action: 'update', changes: [phone, { field: '职务', before: '局长', after: '' }] }),
      ),
    ).toBe('联系电话：无 → 138****0001；职务：局长 → 无')
  })

  it('filters by action and by text in sheet, kind or name', () => {
    const changes = [change({}), change({ action: 'update', what: '任职', name: '许文雪' })]
    expect(filterChanges(changes, 'all', ' ')).toHaveLength(2)
    expect(filterChanges(changes, 'update', '')).toEqual([changes[1]])
    expect(filterChanges(changes, 'all', '六堰')).toEqual([changes[0]])
    expect(filterChanges(changes, 'create', '任职')).toEqual([])
  })
})

const sheet = (part: Partial<SheetFound>): SheetFound => ({
  index: 0,
  file: 0,
  sheet: '名册',
  hidden: false,
  table: 'members',
  ledger: 'members',
  sure: 95,
  used: true,
  group: 'a',
  headerRows: [3],
  columns: [
    { index: 0, header: '姓名', field: 'name', label: '姓名', how: 'header', sure: 100, samples: ['张三'] },
    { index: 1, header: '联系', field: null, label: null, how: null, sure: 0, samples: [] },
  ],
  missing: [],
  constants: {},
  community: null,
  head: [],
  dataRows: 10,
  hiddenRows: 0,
  ...part,
})

describe('arranging sheets and columns', () => {
  it('gathers sheets of one group, with the least sure of them', () => {
    const [first, second] = groupsOf([
      sheet({}),
      sheet({ index: 1, sure: 60, used: false, dataRows: 5, hiddenRows: 2 }),
      sheet({ index: 2, group: 'b', table: null, used: false }),
    ])
    expect(first).toMatchObject({ key: 'a', rows: 15, hiddenRows: 2, sure: 60, used: 'some' })
    expect(second).toMatchObject({ key: 'b', table: null, used: 'none' })
  })

  it('adds choices to those made before, and forgets columns when the table or the header changes', () => {
    const once = withChoice([], [1, 0], { columns: { 1: 'phone' } })
    expect(once.map((choice) => choice.sheet)).toEqual([0, 1])
    const twice = withChoice(once, [0], { columns: { 0: null }, constants: { branch: '六堰支部' } })
    expect(twice[0]).toEqual({
      sheet: 0,
      columns: { 1: 'phone', 0: null },
      constants: { branch: '六堰支部' },
    })
    expect(withChoice(twice, [0], { table: 'heads' })[0]).toEqual({ sheet: 0, table: 'heads' })
    expect(withChoice(twice, [0], { header: { top: 2, bottom: 2 } })[0]).toEqual({
      sheet: 0,
      header: { top: 2, bottom: 2 },
    })
    expect(withChoice(twice, [0], { used: false })[0]?.columns).toEqual({ 1: 'phone', 0: null })
  })

  it('shows a choice before the answer is there', () => {
    const choices = withChoice([], [0], { used: false, columns: { 0: null, 1: 'phone' } })
    const shown = shownSheets([sheet({}), sheet({ index: 1 })], choices, fieldTitles)
    expect(shown[0]?.used).toBe(false)
    expect(shown[0]?.columns[0]).toMatchObject({ field: null, label: null, how: 'chosen' })
    expect(shown[0]?.columns[1]).toMatchObject({ field: 'phone', label: '手机号', how: 'chosen', sure: 100 })
    expect(shown[1]).toEqual(sheet({ index: 1 }))
  })

  it('says how sure in three levels, and names columns as Excel does', () => {
    expect([100, 90, 89, 60, 59].map(levelOf)).toEqual(['high', 'high', 'middle', 'middle', 'low'])
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })
})

describe('the time an import still takes', () => {
  const at = (ms: number, done: number, kind = 'writing'): Mark => ({ at: ms, kind, done, total: 1000 })

  it('follows the pace of the part under way', () => {
    const marks = [at(0, 0), at(1000, 100), at(2000, 200)].reduce(withMark, [] as readonly Mark[])
    expect(secondsLeft(marks, 2000)).toBeCloseTo(8)
    expect(secondsLeft(marks, 5000)).toBeCloseTo(5)
    expect(secondsLeft(marks, 90_000)).toBe(0)
  })

  it('says nothing too early, and begins anew with another part', () => {
    expect(secondsLeft([], 0)).toBeNull()
    expect(secondsLeft([at(0, 0), at(500, 100)], 500)).toBeNull()
    expect(withMark([at(0, 0, 'planning'), at(2000, 900, 'planning')], at(2100, 10))).toEqual([at(2100, 10)])
  })

  it('spells a span', () => {
    expect([8.4, 75, 3725].map(spell)).toEqual(['8 秒', '1 分 15 秒', '1 小时 2 分'])
  })
})

describe('checking rows and deciding', () => {
  const row = (index: number, bad: readonly number[], out = false): CheckedRow => ({
    index,
    sheet: '名册',
    row: index + 4,
    out,
    mended: false,
    cells: ['', ''],
    bad: bad.map((column) => ({ column, reason: '缺少' })),
    warnings: [],
  })

  it('finds the next bad cell: further right, then in later rows, but not in rows left out', () => {
    const rows = [row(0, [1, 0]), row(1, [0], true), row(2, [-1]), row(3, [1])]
    const from = (place: readonly [number, number]) =>
      nextBadIn(rows, 10, { row: place[0], column: place[1] }, 2)
    expect(from([10, 0])).toEqual({ row: 10, column: 2 })
    expect(from([10, 2])).toEqual({ row: 10, column: 3 })
    expect(from([10, 3])).toEqual({ row: 12, column: 1 })
    expect(from([12, 1])).toEqual({ row: 13, column: 3 })
    expect(from([13, 3])).toBeNull()
  })

  it('offers an answer for all questions that word it alike', () => {
    const question = (key: string, labels: readonly string[]): AskedQuestion => ({
      key,
      text: '',
      options: labels.map((label) => ({ value: `${key}-${label}`, label })),
      unless: null,
      sheet: '名册',
      row: 4,
      index: 0,
      chosen: null,
    })
    const [first, second] = bulkAnswers([
      question('person/a', ['新人', '同一人：张三']),
      question('person/b', ['新人', '同一人：李四', '同一人：李四（女）']),
      question('person/b', ['新人', '同一人：李四', '同一人：李四（女）']),
      question('person/c', ['六堰支部', '同一人：王芳']),
    ])
    expect(first).toEqual({
      label: '新人',
      decisions: [
        { key: 'person/a', value: 'person/a-新人' },
        { key: 'person/b', value: 'person/b-新人' },
      ],
    })
    expect(second).toEqual({
      label: '同一人',
      decisions: [
        { key: 'person/a', value: 'person/a-同一人：张三' },
        { key: 'person/c', value: 'person/c-同一人：王芳' },
      ],
    })
  })

  it('names several files by the first', () => {
    const files = ['甲.xlsx', '乙.xlsx'].map((name) => ({ name, sha256: '' }))
    expect(filesText({ file: '甲.xlsx', files })).toBe('甲.xlsx 等 2 个文件')
    expect(filesText({ file: '甲.xlsx', files: files.slice(0, 1) })).toBe('甲.xlsx')
  })
})

describe('what is left behind is told', () => {
  const column = (header: string, field: string | null, samples: readonly string[]) => ({
    index: 0,
    header,
    field,
    label: null,
    how: null,
    sure: 0,
    samples,
  })

  it('columns that hold something and sheets that are not used', () => {
    const used = sheet({
      used: true,
      columns: [column('姓名', 'name', ['张三']), column('特长', null, ['书法']), column('空列', null, [])],
    })
    const left = sheet({ sheet: '说明', used: false, dataRows: 3 })
    expect(unusedWords([used])).toBe('有内容而没有用上的列：特长')
    expect(unusedWords([used, left])).toBe('有内容而没有用上的列：特长；没有导入的工作表：说明')
    expect(unusedWords([sheet({ used: true })])).toBe('')
  })
})
