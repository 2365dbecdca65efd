import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils, write } from '@e965/xlsx'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { openDatabase } from '../../main/database/open.ts'
import { applyPlan, previewFile, problemsBytes } from '../../main/import/import-file.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import { contextOf } from './context.ts'
import { redoNext, undoNext } from './office.ts'

let context: Context
beforeEach(async () => {
  context = contextOf(await openDatabase(mkdtempSync(join(tmpdir(), 'zhibu-'))))
})
afterEach(() => context.database().close())

type Rows = readonly (readonly (string | number)[])[]

const bookOf = (rows: Rows): Uint8Array => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '表')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))
}

const preview = (content: Uint8Array) =>
  context.jobs.run('job', (job) => previewFile(context, { kind: 'bytes', name: '台账.xlsx', content }, job))
const apply = (planId: string) => context.jobs.run('job', (job) => applyPlan(context, planId, job))
const importRows = async (rows: Rows) => {
  const seen = await preview(bookOf(rows))
  await apply(seen.planId)
  return seen
}
const query = <Row>(sql: string) => context.database().query<Row>(sql)

const organization: Rows = [
  ['街道党工委', '社区党委', '小区党支部', '楼栋党小组', '党小组组长', '联系电话'],
  ['汉江路街道党工委', '六堰社区党委', '柳林小区党支部', '1号楼党小组', '张三', '13800004116'],
  ['汉江路街道党工委', '六堰社区党委', '东鑫小区党支部', '', '', ''],
]
const head = [
  '所属社区',
  '小区名称',
  '应急党支部名称',
  '支部书记姓名',
  '支部书记电话',
  '第一书记姓名',
  '包联单位及职务',
  '第一书记电话',
  '网格长姓名',
  '网格长电话',
]
const emergency = (...rows: Rows): Rows => [['填报单位：汉江路街道'], head, ...rows]
const willow = [
  '六堰社区',
  '柳林',
  '柳林小区应急党支部',
  '许文雪',
  '15000005541',
  '邹芳',
  '区税务局局长',
  '13800009448',
  '白勇',
  '13800002809',
]
const members = (...rows: Rows): Rows => [
  ['填报单位：汉江路街道六堰社区党委'],
  ['姓名', '所在党支部', '公民身份证号', '手机号', '学历', '家庭住址'],
  ...rows,
]

test('another secretary in a later file succeeds: the old post ends today, the new one begins', async () => {
  await importRows(organization)
  await importRows(emergency(willow))
  const later = await importRows(emergency(willow.with(3, '王伟').with(4, '15000005542')))
  expect(later.created).toEqual({ people: 1 })
  expect(later.updated).toEqual({ posts: 1 })
  expect(later.changes).toEqual([
    {
      sheet: '表',
      row: 3,
      action: 'update',
      what: '任职',
      name: '柳林小区应急党支部',
      changes: [{ field: '书记', before: '许文雪', after: '王伟' }],
    },
  ])
  const today = dayOf(new Date())
  expect(
    await query(
      `SELECT person.name AS "name", post.starts_on AS "from", post.ends_on AS "to" FROM post
       JOIN person ON person.id = post.person_id WHERE post.kind = 'secretary' ORDER BY post.ends_on DESC`,
    ),
  ).toEqual([
    { name: '许文雪', from: null, to: today },
    { name: '王伟', from: today, to: null },
  ])
})

test('a new phone of the same secretary mends the phone; the phone of a person is masked in the preview', async () => {
  await importRows(emergency(willow))
  const later = await importRows(emergency(willow.with(4, '15000005542')))
  expect(later.created).toEqual({})
  expect(later.changes[0]?.changes).toEqual([
    { field: '手机号', before: '150****5541', after: '150****5542' },
  ])
  expect(await query(`SELECT phone AS "phone" FROM person WHERE name = '许文雪'`)).toEqual([
    { phone: '15000005542' },
  ])
})

test('a blank never takes a value away', async () => {
  await importRows(organization)
  await importRows(
    members(['李四', '柳林小区党支部', '420321195908220003', '13800009999', '本科', '汉江路1号']),
  )
  const later = await importRows(
    members(['李四', '柳林小区党支部', '420321195908220003', '', '无', '汉江路2号']),
  )
  expect(later.updated).toEqual({ people: 1 })
  expect(
    await query(
      `SELECT phone AS "phone", education AS "education", address AS "address" FROM person WHERE name = '李四'`,
    ),
  ).toEqual([{ phone: '13800009999', education: '本科', address: '汉江路2号' }])
})

test('a member who moved gets a new membership; the old one ends', async () => {
  await importRows(organization)
  await importRows(members(['李四', '柳林小区党支部', '420321195908220003', '', '', '']))
  const later = await importRows(members(['李四', '东鑫小区党支部', '420321195908220003', '', '', '']))
  expect(later.updated).toEqual({ memberships: 1 })
  expect(await query('SELECT ends_on IS NULL AS "living" FROM membership ORDER BY 1')).toEqual([
    { living: 0 },
    { living: 1 },
  ])
})

test('one person, whichever ledger names them: by name and phone', async () => {
  await importRows(organization)
  const roster = await importRows(
    members(
      ['张三', '柳林小区党支部', '420321195908220003', '138 0000 4116', '', ''],
      ['张三', '柳林小区党支部', '43100219811216000X', '13800004117', '', ''],
    ),
  )
  expect(roster.created).toEqual({ people: 1, memberships: 2 })
  expect(roster.updated).toEqual({ people: 1 })
  expect(await query('SELECT count(*) AS "n" FROM person')).toEqual([{ n: 2 }])
})

test('an unknown branch is refused with the names most like it; nothing of the row is written', async () => {
  await importRows(organization)
  const roster = await importRows(members(['李四', '柳林小曲党支部', '420321195908220003', '', '', '']))
  expect(roster.rejected).toMatchObject([
    {
      sheet: '表',
      row: 3,
      column: '所在党支部',
      reason: '没有名为“柳林小曲党支部”的党支部，是否为“柳林小区党支部”、“东鑫小区党支部”',
    },
  ])
  expect(await query(`SELECT id FROM person WHERE name = '李四'`)).toEqual([])
})

test('a roster on empty data brings its branches with it', async () => {
  const roster = await importRows(members(['李四', '柳林小区党支部', '420321195908220003', '', '', '']))
  expect(roster.created).toEqual({
    streetCommittees: 1,
    communityCommittees: 1,
    branches: 1,
    people: 1,
    memberships: 1,
  })
})

test('a plan is refused when the data changed since, and is used only once', async () => {
  const first = await preview(bookOf(organization))
  const second = await preview(bookOf(organization))
  await apply(first.planId)
  await expect(apply(second.planId)).rejects.toMatchObject({ code: 'plan.stale' })
  await expect(apply(first.planId)).rejects.toMatchObject({ code: 'plan.expired' })
  expect(await query('SELECT count(*) AS "n" FROM unit')).toEqual([{ n: 5 }])
  expect(await query('SELECT file AS "file" FROM import_run')).toEqual([{ file: '台账.xlsx' }])
})

test('an import is undone whole, and done again', async () => {
  await importRows(emergency(willow))
  await importRows(organization)
  await undoNext(context.database())
  expect(
    await query(`SELECT name AS "name", beside_id AS "besideId" FROM unit WHERE kind <> 'emergencyBranch'`),
  ).toEqual([
    { name: '汉江路街道', besideId: null },
    { name: '六堰社区', besideId: null },
  ])
  await undoNext(context.database())
  expect(await query('SELECT id FROM unit')).toEqual([])
  expect(await query('SELECT id FROM person')).toEqual([])
  await redoNext(context.database())
  expect(await query(`SELECT name AS "name" FROM unit WHERE kind = 'emergencyBranch'`)).toEqual([
    { name: '柳林小区应急党支部' },
  ])
})

test('a cancelled import leaves nothing behind', async () => {
  const seen = await preview(bookOf(organization))
  const cancelled = context.jobs.run('apply', (job) => {
    const work = applyPlan(context, seen.planId, job)
    context.jobs.cancel('apply')
    return work
  })
  await expect(cancelled).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(await query('SELECT id FROM unit')).toEqual([])
  expect(await query('SELECT id FROM import_run')).toEqual([])
})

test('the problem rows can be mended in their workbook and imported again', async () => {
  const bad = [
    '六堰社区',
    '东鑫',
    '东鑫小区应急党支部',
    '王五',
    '1380000411',
    '=1+1',
    '',
    '',
    '赵六',
    '13800004118',
  ]
  const seen = await importRows(emergency(willow, bad))
  expect(seen.rejected.map(({ row, column }) => [row, column])).toEqual([
    [4, '支部书记电话'],
    [4, '第一书记姓名'],
  ])
  const book = read(await problemsBytes(context, seen.planId), { type: 'array', cellFormula: true })
  const sheet = book.Sheets['表'] ?? {}
  expect(utils.sheet_to_json(sheet, { header: 1, blankrows: false, defval: '' }).map(trimEnd)).toEqual([
    ['填报单位：汉江路街道'],
    [...head, '问题', '原行号'],
    [...bad, '支部书记电话：手机号只有 10 位；第一书记姓名：姓名里要有文字', '4'],
  ])
  expect(sheet['F3']).toMatchObject({ t: 's', v: '=1+1' })
  expect(sheet['F3']?.f).toBeUndefined()
  sheet['E3'] = { t: 's', v: '13800004110' }
  sheet['F3'] = { t: 's', v: '钱七' }
  const mended = await preview(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })))
  expect(mended.rejected).toEqual([])
  expect(mended.created).toMatchObject({ emergencyBranches: 1, people: 3 })
})

test('a header of two rows stands in the workbook of problem rows, and is known again', async () => {
  const rows: Rows = [
    ['填报单位：汉江路街道'],
    ['所属社区', '应急党支部名称', '支部书记', '', '网格长', ''],
    ['', '', '姓名', '联系电话', '姓名', '电话'],
    ['六堰社区', '柳林小区应急党支部', '许文雪', '1500000554', '白勇', '13800002809'],
  ]
  const seen = await preview(bookOf(rows))
  expect(seen.rejected).toEqual([
    { sheet: '表', row: 4, column: '支部书记·联系电话', reason: '手机号只有 10 位' },
  ])
  const again = await preview(await problemsBytes(context, seen.planId))
  expect(again.rejected).toEqual([
    { sheet: '表', row: 4, column: '支部书记·联系电话', reason: '手机号只有 10 位' },
  ])
  expect(again.sheets[0]?.headerRows).toEqual([2, 3])
})

/** Without the empty cells at its end. */
const trimEnd = (row: unknown): unknown =>
  Array.isArray(row) ? row.slice(0, row.findLastIndex((cell) => cell !== '') + 1) : row
