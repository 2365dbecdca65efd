import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { applyPlan, plannedQuestions, previewFile } from '../../main/import/import-file.ts'
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
    const questions = await plannedQuestions(seen.planId)
    await applyPlan(context, seen.planId, job)
    return { ...seen, questions }
  })

const heads = (phone: string) => [
  '六堰社区楼栋长花名册',
  '小区,楼栋,姓名,电话',
  `柳林小区,1号楼,何平,${phone}`,
  `柳林小区,2号楼,何平,${phone}`,
]

test('the head of a building who has a new phone stays the head, and one person', async () => {
  await importLines(heads('13700000003'))
  const later = await importLines(heads('13799999993'))
  expect([later.created, later.updated]).toEqual([{}, { people: 1 }])
  expect(await context.database().query('SELECT phone AS "phone" FROM person')).toEqual([
    { phone: '13799999993' },
  ])
  expect(await context.database().query('SELECT count(*) AS "n" FROM post WHERE ends_on IS NULL')).toEqual([
    { n: 2 },
  ])
})

test('the only volunteer of a name in the community has a new phone; where the file names two, they are two', async () => {
  const list = (...phones: readonly string[]) => [
    '六堰社区志愿者名册',
    '姓名,服务队,联系电话',
    ...phones.map((phone) => `孙小小,环保队,${phone}`),
  ]
  await importLines(list('13900000002'))
  const later = await importLines(list('13911118888'))
  expect([later.created, later.updated]).toEqual([{}, { people: 1 }])
  const two = await importLines(list('13911118888', '13922227777'))
  expect(two.created).toEqual({ people: 1, volunteers: 1 })
})
