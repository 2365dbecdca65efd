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

const importLines = (lines: readonly string[]) =>
  context.jobs.run('job', async (job) => {
    const content = new TextEncoder().encode(lines.join('\n'))
    const seen = await previewFile(context, { kind: 'bytes', name: '台账.csv', content }, job)
    await applyPlan(context, seen.planId, job)
    return seen
  })

test('a volunteer in two teams: the second row is refused rather than written over the first', async () => {
  const file = [
    '六堰社区志愿者名册',
    '姓名,联系电话,服务队,服务类别',
    '钱多多,13900000001,环保队,',
    '钱多多,13900000001,夜巡队,巡逻',
    '钱多多,13900000001,环保队,清洁',
  ]
  for (const created of [{ people: 1, volunteers: 1 }, {}]) {
    const seen = await importLines(file)
    expect(seen.created).toEqual(created)
    expect(seen.updated).toEqual({})
    expect(seen.rejected.map(({ row, reason }) => [row, reason])).toEqual([
      [4, '与第 3 行是同一人、同一社区，“服务队”不同，请合并成一行'],
    ])
  }
  expect(
    await context.database().query('SELECT team AS "team", service_type AS "type" FROM volunteer'),
  ).toEqual([{ team: '环保队', type: '清洁' }])
})
