import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { applyPlan, planImport, plannedQuestions, previewFile } from '../../main/import/import-file.ts'
import { sessionOf } from '../../main/import/sessions.ts'
import { contextOf } from './context.ts'
import { emptyOffice } from './office.ts'

let context: Context
beforeEach(async () => {
  context = contextOf(await emptyOffice())
  await importLines(['街道,社区,党支部', '汉江路街道,六堰社区,柳林小区党支部'])
})
afterEach(() => context.database().close())

const importLines = (lines: readonly string[], answer: string | null = null) =>
  context.jobs.run('job', async (job) => {
    const content = new TextEncoder().encode(lines.join('\n'))
    const { planId } = await previewFile(context, { kind: 'bytes', name: '台账.csv', content }, job)
    const questions = await plannedQuestions(planId)
    if (answer !== null) {
      const decisions = questions.map(({ key }) => ({ key, value: answer }))
      await sessionOf(planId).conversation.ask('decide', { decisions })
    }
    const seen = await planImport(context, planId, false, job)
    await applyPlan(context, planId, job)
    return { ...seen, questions }
  })

test('somebody decided to be new is new once: the same file again means that person', async () => {
  const head = '姓名,社区,所属党支部,手机号,入党时间'
  await importLines([
    head,
    '张三,六堰社区,柳林小区党支部,13800000001,2005-07-01',
    '张三,六堰社区,柳林小区党支部,13800000002,2005-07-01',
  ])
  const file = [head, '张三,六堰社区,柳林小区党支部,,2010-07-01']
  const first = await importLines(file, 'new')
  expect(first.questions).toHaveLength(1)
  expect(first.created).toEqual({ people: 1, memberships: 1 })
  const again = await importLines(file)
  expect([again.created, again.updated, again.rejected, again.unchanged]).toEqual([{}, {}, [], 1])
})
