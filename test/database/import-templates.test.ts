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

const filled: readonly LedgerKind[] = [
  'organization',
  'emergencyBranches',
  'members',
  'reporting',
  'heads',
  'venues',
  'funding',
]

test.each(filled)(
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
