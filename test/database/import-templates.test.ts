import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { buildTemplate } from '../../main/handlers/template.ts'
import { applyPlan, previewFile } from '../../main/import/import-file.ts'
import { type LedgerKind, ledgerKinds } from '../../shared/models/import.ts'
import { contextOf } from './context.ts'
import { emptyOffice } from './office.ts'

const fixture = (name: string): string => resolve(import.meta.dirname, '../fixtures', name)

let context: Context

const importFixture = (name: string) =>
  context.jobs.run('job', async (job) => {
    const seen = await previewFile(context, { kind: 'path', path: fixture(name) }, job)
    await applyPlan(context, seen.planId, job)
  })

/** Ledgers of which there is no sample: made up here. */
const texts = {
  '志愿者名册.csv': `姓名,性别,身份证号,政治面貌,所属社区,服务队,服务类别,特长,联系电话
张珊,女,420302198001010002,群众,罗家岗社区,罗家岗志愿服务队,环境卫生,书法,13912345671
李思,男,,中共党员,罗家岗社区,罗家岗志愿服务队,矛盾调解,,13912345672`,
  '包联单位名册.csv': `单位名称,单位地址,负责人姓名,负责人联系电话,联络员姓名,联络员联系电话,包联社区,包联小区
区审计局,人民路1号,王吾,13912345673,赵柳,13912345674,罗家岗社区,二汽香郡、蓝山雅苑`,
  '网格长网格员名册.csv': `所属社区,网格,职务,姓名,性别,联系电话
罗家岗社区,第一网格,网格长,孙启,男,13912345675
罗家岗社区,第一网格,网格员,周霸,女,13912345676
罗家岗社区,第一网格,网格员,吴究,女,13912345677`,
}

const importText = (name: string, text: string) =>
  context.jobs.run('job', async (job) => {
    const source = { kind: 'bytes', name, content: new TextEncoder().encode(text) } as const
    const seen = await previewFile(context, source, job)
    expect(seen.rejected).toEqual([])
    await applyPlan(context, seen.planId, job)
  })

beforeAll(async () => {
  context = contextOf(await emptyOffice())
  for (const name of [
    '组织架构.xlsx',
    '应急党支部名册.xlsx',
    '党员花名册.xlsx',
    '在职党员双报到登记表.csv',
    '楼栋长单元长台账.xls',
    '活动场所台账.xlsx',
    '经费台账2026.xlsx',
  ]) {
    await importFixture(name)
  }
  for (const [name, text] of Object.entries(texts)) await importText(name, text)
}, 120_000)
afterAll(() => context.database().close())

const communityNamed = async (name: string): Promise<string> => {
  const [found] = await context
    .database()
    .query<{ id: string }>(
      'SELECT id AS "id" FROM unit WHERE kind = \'communityCommittee\' AND name LIKE ?',
      [`%${name}%`],
    )
  return found?.id ?? ''
}

const previewTemplate = async (ledger: LedgerKind, communityId: string | null) => {
  const { bytes, rows } = await buildTemplate(context, ledger, communityId)
  const source = { kind: 'bytes', name: '模板.xlsx', content: bytes } as const
  const preview = await context.jobs.run('job', (job) => previewFile(context, source, job))
  return { rows, preview }
}

test.each(ledgerKinds)(
  '%s: a template filled in with a community is imported without a change',
  async (ledger) => {
    const { rows, preview } = await previewTemplate(ledger, await communityNamed('罗家岗'))
    expect(rows).toBeGreaterThan(0)
    expect(preview.ledger).toBe(ledger)
    expect({ created: preview.created, updated: preview.updated, rejected: preview.rejected }).toEqual({
      created: {},
      updated: {},
      rejected: [],
    })
    expect(preview.rows).toBe(rows)
  },
)

test.each(ledgerKinds)('%s: of a blank template the example is no data', async (ledger) => {
  const { preview } = await previewTemplate(ledger, null)
  expect({ ledger: preview.ledger, rows: preview.rows }).toEqual({ ledger, rows: 0 })
})
