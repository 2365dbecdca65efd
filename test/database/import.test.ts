import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { openDatabase } from '../../main/database/open.ts'
import { applyPlan, previewFile } from '../../main/import/import-file.ts'
import { contextOf } from './context.ts'

const fixture = (name: string): string => resolve(import.meta.dirname, '../fixtures', name)

let context: Context
beforeEach(async () => {
  context = contextOf(await openDatabase(mkdtempSync(join(tmpdir(), 'zhibu-'))))
})
afterEach(() => context.database().close())

const preview = (name: string) =>
  context.jobs.run('job', (job) => previewFile(context, { kind: 'path', path: fixture(name) }, job))

const importAll = async (name: string) => {
  const seen = await preview(name)
  await context.jobs.run('job', (job) => applyPlan(context, seen.planId, job))
  return seen
}

const count = async (sql: string): Promise<number> => {
  const rows = await context.database().query<{ n: number }>(`SELECT count(*) AS "n" FROM ${sql}`)
  return rows[0]?.n ?? -1
}

const summary = ({
  rows,
  created,
  updated,
  unchanged,
  rejectedRows,
}: Awaited<ReturnType<typeof preview>>) => ({
  rows,
  created,
  updated,
  unchanged,
  rejectedRows,
})

test('the organization: 4 streets, 34 communities, 335 branches, 1,077 groups; again, it changes nothing', async () => {
  const first = await importAll('组织架构.xlsx')
  expect(first.created).toMatchObject({
    streetCommittees: 4,
    communityCommittees: 34,
    branches: 335,
    buildingGroups: 1077,
    posts: 1077,
  })
  expect(first.rejected).toEqual([])
  expect(first.warnings).toEqual([])
  expect(await count('unit')).toBe(4 + 34 + 335 + 1077)
  expect(await count('post WHERE ends_on IS NULL')).toBe(1077)
  const again = await importAll('组织架构.xlsx')
  expect(summary(again)).toEqual({ rows: 1077, created: {}, updated: {}, unchanged: 1077, rejectedRows: 0 })
})

test('the emergency branches stand beside the branches of their estates; again, nothing changes', async () => {
  await importAll('组织架构.xlsx')
  const first = await importAll('应急党支部名册.xlsx')
  expect(first.rows).toBe(95)
  expect(first.created).toMatchObject({ emergencyBranches: 93, estates: 93, posts: 93 * 3 - 2 })
  expect(first.created['communityCommittees']).toBeUndefined()
  expect(first.rejected.map(({ row, column }) => [row, column])).toEqual([
    [12, '支部书记·联系电话'],
    [32, '应急党支部名称'],
  ])
  expect(first.warnings).toEqual([
    { sheet: '应急党支部', row: 18, reason: '没有第一书记' },
    { sheet: '应急党支部', row: 26, reason: '没有第一书记' },
  ])
  expect(await count("unit WHERE kind = 'emergencyBranch' AND beside_id IS NOT NULL")).toBe(93)
  expect(await count("unit WHERE name = '天麟华庭小区应急党支部'")).toBe(0)
  expect(await count('unit_estate')).toBe(2 * 93)
  const again = await importAll('应急党支部名册.xlsx')
  expect(summary(again)).toEqual({ rows: 95, created: {}, updated: {}, unchanged: 93, rejectedRows: 2 })
})

test('the emergency branches first, on empty data; the organization then takes them in', async () => {
  const first = await importAll('应急党支部名册.xlsx')
  expect(first.created).toMatchObject({ streetCommittees: 1, emergencyBranches: 93 })
  const second = await importAll('组织架构.xlsx')
  expect(second.created).toMatchObject({ streetCommittees: 3, branches: 335, buildingGroups: 1077 })
  expect(await count("unit WHERE kind = 'streetCommittee'")).toBe(4)
  expect(await count("unit WHERE kind = 'communityCommittee'")).toBe(34)
  expect(await count("unit WHERE name = '汉江路街道党工委'")).toBe(1)
  expect(await count("unit WHERE kind = 'emergencyBranch' AND beside_id IS NOT NULL")).toBe(93)
  expect((await importAll('组织架构.xlsx')).unchanged).toBe(1077)
  expect((await importAll('应急党支部名册.xlsx')).unchanged).toBe(93)
})

test('the roster: 8,136 members in their branches, thirteen rows refused; again, nothing changes', async () => {
  await importAll('组织架构.xlsx')
  const first = await importAll('党员花名册.xlsx')
  expect(first.rows).toBe(8149)
  expect(first.rejectedRows).toBe(13)
  expect(first.created).toEqual({ people: 8136, memberships: 8136 })
  expect(await count('membership WHERE ends_on IS NULL')).toBe(8136)
  expect(await count('person WHERE category IS NOT NULL')).toBe(8136)
  const again = await importAll('党员花名册.xlsx')
  expect(summary(again)).toEqual({ rows: 8149, created: {}, updated: {}, unchanged: 8136, rejectedRows: 13 })
}, 60_000)
