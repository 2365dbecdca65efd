import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { applyPlan, previewFile } from '../../main/import/import-file.ts'
import { sessionOf } from '../../main/import/sessions.ts'
import { contextOf } from './context.ts'
import { emptyOffice } from './office.ts'

let context: Context
beforeEach(async () => {
  context = contextOf(await emptyOffice())
})
afterEach(() => context.database().close())

test('a session that is arranged otherwise while it is written leaves nothing behind', async () => {
  const content = new TextEncoder().encode('街道,社区,党支部\n汉江路街道,六堰社区,柳林小区党支部\n')
  const seen = await context.jobs.run('read', (job) =>
    previewFile(context, { kind: 'bytes', name: '组织.csv', content }, job),
  )
  const { conversation } = sessionOf(seen.planId)
  const ask = conversation.ask.bind(conversation)
  let meddled = false
  const meddling: typeof conversation.ask = (method, argument, options) => {
    if (method === 'nextBatch' && !meddled) {
      meddled = true
      ask('arrange', { choices: [] }).catch(() => undefined)
    }
    return ask(method, argument, options)
  }
  Object.assign(conversation, { ask: meddling })
  await expect(
    context.jobs.run('apply', (job) => applyPlan(context, seen.planId, job)),
  ).rejects.toMatchObject({ code: 'plan.expired' })
  for (const table of ['unit', 'import_run']) {
    expect(await context.database().query(`SELECT count(*) AS "n" FROM ${table}`)).toEqual([{ n: 0 }])
  }
})
