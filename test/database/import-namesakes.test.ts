import { utils, write } from '@e965/xlsx'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { applyPlan, previewFile } from '../../main/import/import-file.ts'
import { contextOf } from './context.ts'
import { emptyOffice } from './office.ts'

let context: Context
beforeEach(async () => {
  context = contextOf(await emptyOffice())
  await importRows([
    ['街道党工委', '社区党委', '小区党支部', '楼栋党小组', '党小组组长', '联系电话'],
    ['汉江路街道党工委', '六堰社区党委', '柳林小区党支部', '1号楼党小组', '张三', '13800004116'],
  ])
})
afterEach(() => context.database().close())

type Rows = readonly (readonly string[])[]

const importRows = async (rows: Rows) => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '表')
  const content = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))
  const seen = await context.jobs.run('job', (job) =>
    previewFile(context, { kind: 'bytes', name: '台账.xlsx', content }, job),
  )
  await context.jobs.run('job', (job) => applyPlan(context, seen.planId, job))
  return seen
}

/** Name, ID number, phone; all in 柳林小区党支部. */
const roster = (...rows: Rows): Rows => [
  ['填报单位：汉江路街道六堰社区党委'],
  ['姓名', '所在党支部', '公民身份证号', '手机号'],
  ...rows.map(([name = '', ...rest]) => [name, '柳林小区党支部', ...rest]),
]
const emergency = (secretary: readonly string[], first: readonly string[], grid: readonly string[]): Rows => [
  ['填报单位：汉江路街道'],
  [
    '所属社区',
    '应急党支部名称',
    '支部书记姓名',
    '支部书记电话',
    '第一书记姓名',
    '第一书记电话',
    '网格长姓名',
    '网格长电话',
  ],
  ['六堰社区', '柳林小区应急党支部', ...secretary, ...first, ...grid],
]

const phonesOf = async (name: string) =>
  (
    await context
      .database()
      .query<{ phone: string | null }>('SELECT phone AS "phone" FROM person WHERE name = ? ORDER BY phone', [
        name,
      ])
  ).map((person) => person.phone)

const holders = async () =>
  context.database().query(
    `SELECT post.kind AS "kind", person.phone AS "phone" FROM post JOIN person ON person.id = post.person_id
     WHERE post.ends_on IS NULL AND post.kind <> 'groupLeader' ORDER BY post.kind`,
  )

const changesNothing = async (rows: Rows) => {
  const again = await importRows(rows)
  expect(again).toMatchObject({ created: {}, updated: {} })
  return again
}

const askId = '同一支部有同名党员，请填写身份证号'

test('two members of one name with two phones are two people, and stay so', async () => {
  const rows = roster(['王伟', '', '13800000001'], ['王伟', '', '13900000002'])
  const first = await importRows(rows)
  expect(first.created).toEqual({ people: 2, memberships: 2 })
  expect(await phonesOf('王伟')).toEqual(['13800000001', '13900000002'])
  expect((await changesNothing(rows)).unchanged).toBe(2)
})

test('a new member of a known name does not take over the record of the other row', async () => {
  await importRows(roster(['王伟', '', '13800000001']))
  const rows = roster(['王伟', '', '13900000002'], ['王伟', '', '13800000001'])
  expect((await importRows(rows)).created).toEqual({ people: 1, memberships: 1 })
  expect(await phonesOf('王伟')).toEqual(['13800000001', '13900000002'])
  await changesNothing(rows)
})

test('a new phone of the only member of a name still mends it', async () => {
  await importRows(roster(['王伟', '', '13800000001'], ['李四', '', '13800000009']))
  const later = await importRows(roster(['王伟', '', '13900000002'], ['李四', '', '13800000009']))
  expect(later).toMatchObject({ created: {}, updated: { people: 1 }, unchanged: 1 })
  expect(await phonesOf('王伟')).toEqual(['13900000002'])
})

test('which of two rows mends a known phone stays open: both are refused', async () => {
  await importRows(roster(['王伟', '', '13800000000']))
  const later = await importRows(roster(['王伟', '', '13800000001'], ['王伟', '', '13900000002']))
  expect(later.rejected).toMatchObject([
    { sheet: '表', row: 3, column: '公民身份证号', reason: askId },
    { sheet: '表', row: 4, column: '公民身份证号', reason: askId },
  ])
  expect(await phonesOf('王伟')).toEqual(['13800000000'])
})

test('a row that was refused for its namesake in the file stays refused when the file comes again', async () => {
  await importRows(roster(['王伟', '420321195908220003', '13800000002']))
  const rows = roster(['王伟', '', '13800000001'], ['王伟', '43100219811216000X', '13800000002'])
  const first = await importRows(rows)
  expect(first.rejected.map(({ row, reason }) => [row, reason])).toEqual([[3, askId]])
  expect((await changesNothing(rows)).rejected).toEqual(first.rejected)
})

test('a namesake without ID number and phone is refused, whether the other is in the file or on record', async () => {
  const rows = roster(['王伟', '', '13800000001'], ['王伟', '', ''])
  const first = await importRows(rows)
  expect(first.created).toEqual({ people: 1, memberships: 1 })
  expect(first.rejected.map(({ row, reason }) => [row, reason])).toEqual([[4, askId]])
  expect((await changesNothing(rows)).rejected).toEqual(first.rejected)
})

test('of two members of one name on record, a row with neither phone is neither', async () => {
  await importRows(roster(['王伟', '', '13800000001'], ['王伟', '', '13900000002']))
  for (const phone of ['', '13700000003']) {
    const later = await changesNothing(roster(['王伟', '', phone]))
    expect(later.rejected.map((cell) => cell.reason)).toEqual([askId])
  }
})

test('an ID number sets namesakes apart', async () => {
  await importRows(roster(['王伟', '420321195908220003', '13800000001']))
  const rows = roster(['王伟', '420321195908220003', '13900000002'], ['王伟', '43100219811216000X', ''])
  const later = await importRows(rows)
  expect(later).toMatchObject({ created: { people: 1, memberships: 1 }, updated: { people: 1 } })
  expect(await phonesOf('王伟')).toEqual([null, '13900000002'])
  await changesNothing(rows)
})

test('an ID number under another name is refused; the name on record stays', async () => {
  await importRows(roster(['王伟', '420321195908220003', '13800000001']))
  const later = await importRows(roster(['赵敏', '420321195908220003', '13900000009']))
  expect(later.rejected).toEqual([
    {
      sheet: '表',
      row: 3,
      column: '公民身份证号',
      reason: '这个身份证号已登记在另一个姓名（王＊）名下，请核对',
    },
  ])
  expect(await phonesOf('王伟')).toEqual(['13800000001'])
  expect(await phonesOf('赵敏')).toEqual([])
})

test('a roster names a member once: the later row is refused, even in another branch', async () => {
  const rows = roster(['王伟', '', '13800000001'], ['王伟', '', '13800000001'])
  const moved = rows.map((row, at) => (at === 3 ? row.with(1, '东鑫小区党支部') : row))
  for (const twice of [rows, moved]) {
    const seen = await importRows(twice)
    expect(seen.rejected).toEqual([
      { sheet: '表', row: 4, column: '姓名', reason: '与第 3 行是同一名党员，请核对' },
    ])
    await changesNothing(twice)
  }
})

test('a name that differs only in its dot is no other name, and no change', async () => {
  await importRows(roster(['买买提·艾力', '420321195908220003', '13800000001']))
  const later = await changesNothing(roster(['买买提•艾力', '420321195908220003', '13800000001']))
  expect(later).toMatchObject({ rejected: [], unchanged: 1 })
  expect(await phonesOf('买买提·艾力')).toEqual(['13800000001'])
})

test('secretary and grid leader of one name with two phones are two people, and stay so', async () => {
  const rows = emergency(['张伟', '13800000001'], ['张伟', ''], ['张伟', '13900000002'])
  await importRows(rows)
  const expected = [
    { kind: 'firstSecretary', phone: '13800000001' },
    { kind: 'gridLeader', phone: '13900000002' },
    { kind: 'secretary', phone: '13800000001' },
  ]
  expect(await holders()).toEqual(expected)
  await changesNothing(rows)
  expect(await holders()).toEqual(expected)
})

test('a new phone of a holder who has a namesake beside mends the phone of that holder', async () => {
  await importRows(emergency(['张伟', '13800000001'], ['邹芳', ''], ['张伟', '13900000002']))
  const later = await importRows(emergency(['张伟', '13800000003'], ['邹芳', ''], ['张伟', '13900000002']))
  expect(later).toMatchObject({ created: {}, updated: { people: 1 } })
  expect(await phonesOf('张伟')).toEqual(['13800000003', '13900000002'])
})

test('who holds two offices and gets a new phone in one of them has become two people', async () => {
  await importRows(emergency(['张伟', '13800000001'], ['邹芳', ''], ['张伟', '13800000001']))
  expect(await phonesOf('张伟')).toEqual(['13800000001'])
  const rows = emergency(['张伟', '13800000001'], ['邹芳', ''], ['张伟', '13900000002'])
  await importRows(rows)
  expect(await phonesOf('张伟')).toEqual(['13800000001', '13900000002'])
  await changesNothing(rows)
})
