import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { applyPlan, previewFile } from '../../main/import/import-file.ts'
import { contextOf } from './context.ts'
import { emptyOffice } from './office.ts'

let context: Context
beforeEach(async () => {
  context = contextOf(await emptyOffice())
  await importLines(['街道,社区,党支部', '汉江路街道,六堰社区,柳林小区党支部'])
})
afterEach(() => context.database().close())

const importLines = (lines: readonly string[], createMissing = false) =>
  context.jobs.run('job', async (job) => {
    const content = new TextEncoder().encode(lines.join('\n'))
    const source = { kind: 'bytes', name: '台账.csv', content } as const
    const seen = await previewFile(context, source, job, { createMissing })
    await applyPlan(context, seen.planId, job)
    return seen
  })

const roster = [
  '姓名,社区,所属党支部,手机号,入党时间',
  '孙悦,六棱社区,柳林小区党支部,13812340024,2005-07-01',
  '周涛,燕子社区,柳林小区党支部,13812340025,2005-07-01',
]

test('a roster makes no community of one whose name is misspelt; another name is a new one', async () => {
  const seen = await importLines(roster)
  expect(seen.created['communityCommittees']).toBe(1)
  expect(seen.rejected.map(({ row, column, reason }) => [row, column, reason])).toEqual([
    [2, '社区', '没有找到“六棱社区”，是否为“六堰社区”'],
  ])
})

test('who wants missing ones created gets it', async () => {
  const seen = await importLines(roster, true)
  expect(seen.rejected).toEqual([])
  expect(seen.created['communityCommittees']).toBe(2)
})

const volunteers = [
  '车城路街道办事处志愿者登记表',
  '姓名,所属社区,服务队,联系电话',
  '钱多多,六堰社区,环保队,13900000001',
  '钱少少,朝阳社区,环保队,13900000002',
]

test('the title of a list that brings no organization makes no street', async () => {
  const seen = await importLines(volunteers)
  expect(seen.created).toEqual({ people: 1, volunteers: 1 })
  expect(seen.rejected.map(({ row, column }) => [row, column])).toEqual([[4, '所属社区']])
  expect(
    await context.database().query("SELECT name AS name FROM unit WHERE kind = 'streetCommittee'"),
  ).toEqual([{ name: '汉江路街道' }])
})

test('with its first community that is to be created the street comes too, once', async () => {
  const seen = await importLines([...volunteers, '钱小小,朝阳社区,环保队,13900000003'], true)
  expect(seen.created).toMatchObject({ streetCommittees: 1, communityCommittees: 1, volunteers: 3 })
})
