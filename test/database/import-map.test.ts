import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { previewFile } from '../../main/import/import-file.ts'
import { contextOf } from './context.ts'
import { emptyOffice } from './office.ts'

let context: Context
beforeEach(async () => {
  context = contextOf(await emptyOffice())
})
afterEach(() => context.database().close())

const volunteers = ['姓名,所属社区,服务队,联系电话', '钱多多,六堰社区,环保队,139']

test('a field that another ledger has does not take the column from this one', async () => {
  const content = new TextEncoder().encode(volunteers.join('\n'))
  const source = { kind: 'bytes', name: '志愿者.csv', content } as const
  const map = { 联系电话: 'keeperPhone', 服务队: '' }
  const seen = await context.jobs.run('job', (job) => previewFile(context, source, job, { map }))
  // The bad phone is still seen as one.
  expect(seen.rejected.map(({ column }) => column)).toContain('联系电话')
})
