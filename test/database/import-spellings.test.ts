import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { applyPlan, previewFile, problemsBytes, readFiles } from '../../main/import/import-file.ts'
import { readWorkbook } from '../../main/import/read-workbook.ts'
import { sessionOf } from '../../main/import/sessions.ts'
import { contextOf } from './context.ts'
import { emptyOffice } from './office.ts'

let context: Context
beforeEach(async () => {
  context = contextOf(await emptyOffice())
  await importLines(['街道,社区,党支部', '汉江路街道,六堰社区,柳林小区党支部'])
})
afterEach(() => context.database().close())

const bytes = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'))

const preview = (lines: readonly string[]) =>
  context.jobs.run('job', (job) =>
    previewFile(context, { kind: 'bytes', name: '台账.csv', content: bytes(lines) }, job),
  )

const importLines = async (lines: readonly string[]) => {
  const seen = await preview(lines)
  await context.jobs.run('job', (job) => applyPlan(context, seen.planId, job))
  return seen
}

const places = () =>
  context.database().query<{ name: string; kind: string; place: string }>(
    `SELECT person.name AS "name", post.kind AS "kind", post.place AS "place" FROM post
       JOIN person ON person.id = post.person_id ORDER BY person.name`,
  )

test('building and stairwell in a column each; 空缺 is nobody, 同上 what stands above', async () => {
  const seen = await importLines([
    '六堰社区楼栋长单元长台账',
    '小区,楼栋,单元,姓名,电话',
    '柳林小区,6,1,何平,13700000001',
    '同上,6号楼,2单元,吴芳,13700000002',
    '〃,7号楼,,郑强,13700000003',
    '柳林小区,8号楼,,空缺,',
  ])
  expect(seen.rejected.map(({ row }) => row)).toEqual([6])
  expect(await places()).toEqual([
    { name: '何平', kind: 'stairwellHead', place: '6号楼1单元' },
    { name: '吴芳', kind: 'stairwellHead', place: '6号楼2单元' },
    { name: '郑强', kind: 'buildingHead', place: '7号楼' },
  ])
  expect(await context.database().query('SELECT count(*) AS "n" FROM estate')).toEqual([{ n: 1 }])
})

test('what cannot all be true of a person is told, and imported', async () => {
  const { warnings, rejectedRows } = await preview([
    '姓名,所在党支部,身份证号,性别,出生日期,入党时间,转正时间',
    '何平,柳林小区党支部,420302198001010117,女,1981-01-01,2010-07-01,2009-07-01',
    '吴芳,柳林小区党支部,420302198001010002,男,1980-01,2005-07-01,',
  ])
  expect(rejectedRows).toBe(0)
  expect(warnings.map(({ row, reason }) => [row, reason])).toEqual([
    [2, '出生日期与身份证号（1980-01-01）不符'],
    [2, '性别与身份证号（男）不符'],
    [2, '转正日期早于入党日期'],
  ])
})

test('of several files one that cannot be read costs nobody the others', async () => {
  const good = { kind: 'bytes', name: '好.csv', content: bytes(['姓名,服务队', '孙小小,环保队']) } as const
  const bad = { kind: 'bytes', name: '坏.xlsx', content: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]) } as const
  const read = (...sources: readonly (typeof good | typeof bad)[]) =>
    context.jobs.run('job', (job) => readFiles(context, sources, job))
  const found = await read(bad, good)
  expect(found.files.map((file) => file.name)).toEqual(['好.csv'])
  expect(found.failed).toMatchObject([{ name: '坏.xlsx', code: 'file.damaged' }])
  expect(found.sheets.map(({ file, table }) => [file, table])).toEqual([[0, 'volunteers']])
  await expect(read(bad, bad)).rejects.toMatchObject({ code: 'file.damaged' })
})

test('rows that are left out go into the workbook of problem rows, with that as the reason', async () => {
  const { planId } = await preview([
    '姓名,所在党支部,身份证号',
    '何平,柳林小区党支部,',
    '吴芳,柳林小区党支部,1',
  ])
  await sessionOf(planId).conversation.ask('leaveOut', { rows: [0], out: true })
  await sessionOf(planId).conversation.ask('plan', { createMissing: false, send: false })
  const saved = await readWorkbook(await problemsBytes(context, planId), '问题行.xlsx')
  const texts = saved.grids[0]?.rows.map((row) => row?.join('|')) ?? []
  expect(texts.filter((text) => text?.startsWith('何平'))).toEqual([expect.stringContaining('选择了不导入')])
  expect(texts.filter((text) => text?.startsWith('吴芳'))).toHaveLength(1)
})

test('an amount counts in what its own heading says', async () => {
  const seen = await preview(['党支部,资金来源,安排金额（万元）', '柳林小区党支部,街道补助,0.5'])
  expect(seen.changes.map(({ name }) => name)).toEqual(['柳林小区党支部 街道补助 5,000.00 元'])
})
