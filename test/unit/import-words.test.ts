import { describe, expect, it } from 'vitest'
import { describeChanges, filterChanges } from '../../renderer/pages/import/changes.ts'
import { headerRowsText, listCounts, nothingToImport, sum } from '../../renderer/pages/import/words.ts'
import type { PlannedChange } from '../../shared/models/import.ts'

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
    expect(nothingToImport({ ...preview, rows: 0, rejectedRows: 0 })).toContain('没有数据行')
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
