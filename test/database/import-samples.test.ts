import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { applyPlan, previewFile } from '../../main/import/import-file.ts'
import { contextOf } from './context.ts'
import { emptyOffice } from './office.ts'

const fixture = (name: string): string => resolve(import.meta.dirname, '../fixtures', name)

let context: Context
beforeEach(async () => {
  context = contextOf(await emptyOffice())
  await importAll('组织架构.xlsx')
})
afterEach(() => context.database().close())

const importAll = (name: string) =>
  context.jobs.run('job', async (job) => {
    const seen = await previewFile(context, { kind: 'path', path: fixture(name) }, job)
    await applyPlan(context, seen.planId, job)
    return seen
  })

const select = <T>(sql: string): Promise<readonly T[]> => context.database().query<T>(sql)

const count = async (sql: string): Promise<number> =>
  (await select<{ n: number }>(`SELECT count(*) AS "n" FROM ${sql}`))[0]?.n ?? -1

/** A second time nothing is new and nothing changes. */
const again = async (name: string, rows: number) => {
  const { created, updated, unchanged, rejectedRows } = await importAll(name)
  expect({ created, updated, unchanged, rejectedRows }).toEqual({
    created: {},
    updated: {},
    unchanged: rows,
    rejectedRows: 0,
  })
}

test('在职党员双报到登记表.csv, GB18030: 2,497 members report; rare characters and commas in quotes survive', async () => {
  const seen = await importAll('在职党员双报到登记表.csv')
  expect(seen).toMatchObject({ ledger: 'reporting', rows: 2497, rejected: [], warnings: [] })
  expect(seen.created).toEqual({ people: 2497, reportings: 2497 })
  expect(await count('reporting WHERE ends_on IS NULL')).toBe(2497)
  expect(await count("person WHERE name = '李𫖯'")).toBeGreaterThan(0)
  expect(await count("reporting WHERE work_unit = '区市场监管局, 办公室'")).toBeGreaterThan(0)
  await again('在职党员双报到登记表.csv', 2497)
})

test('楼栋长单元长台账.xls: 776 building heads and 623 stairwell heads of two sheets', async () => {
  const seen = await importAll('楼栋长单元长台账.xls')
  expect(seen).toMatchObject({ ledger: 'heads', rows: 1399, rejected: [] })
  expect(seen.sheets.map(({ sheet, dataRows }) => [sheet, dataRows])).toEqual([
    ['楼栋长', 776],
    ['单元长', 623],
  ])
  expect(
    await count("post WHERE kind = 'buildingHead' AND place IS NOT NULL AND estate_id IS NOT NULL"),
  ).toBe(776)
  expect(await count("post WHERE kind = 'stairwellHead' AND place LIKE '%单元'")).toBe(623)
  await again('楼栋长单元长台账.xls', 1399)
})

test('活动场所台账.xlsx: 59 venues, 19 of them shared by two branches', async () => {
  const seen = await importAll('活动场所台账.xlsx')
  expect(seen).toMatchObject({ ledger: 'venues', rows: 59, rejected: [], warnings: [] })
  expect(await count('venue')).toBe(59)
  expect(await count('(SELECT venue_id FROM venue_unit GROUP BY venue_id HAVING count(*) = 2)')).toBe(19)
  const [one] = await select(
    `SELECT area_dm2 AS "areaDm2", right_kind AS "rightKind", rent_fen AS "rentFen", lease_to AS "leaseTo"
     FROM venue WHERE name = '青岩洞新村党群活动室'`,
  )
  expect(one).toEqual({ areaDm2: 8300, rightKind: 'leased', rentFen: 300_000, leaseTo: '2027-12-31' })
  await again('活动场所台账.xlsx', 59)
})

test('经费台账2026.xlsx: every fen of six sources and 900 vouchers', async () => {
  const seen = await importAll('经费台账2026.xlsx')
  expect(seen).toMatchObject({ ledger: 'funding', rows: 995, rejected: [] })
  const bySource = await select<{ name: string; fen: number }>(
    `SELECT s.name AS "name", sum(a.amount_fen) AS "fen" FROM appropriation a
     JOIN fund_source s ON s.id = a.source_id WHERE a.year = 2026 GROUP BY s.name`,
  )
  expect(Object.fromEntries(bySource.map(({ name, fen }) => [name, fen]))).toEqual({
    县级财政定额预算: 95_000_000,
    县管党费定量补助: 47_500_000,
    党员群众众筹基金: 6_130_000,
    社区集体经济自筹: 10_750_000,
    共驻共建单位支持: 11_491_800,
    街道补助: 9_000_000,
  })
  expect(await count('(SELECT DISTINCT unit_id FROM appropriation)')).toBe(95)
  expect(await select('SELECT count(*) AS "n", sum(amount_fen) AS "fen" FROM disbursement')).toEqual([
    { n: 900, fen: 81_360_397 },
  ])
  await again('经费台账2026.xlsx', 995)
})
