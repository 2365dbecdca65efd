import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { loadOverview } from '../../main/database/overview.ts'
import type { NewRow } from '../../main/database/rows.ts'
import { setUp, smallOffice, unitRow } from './office.ts'

let db: Database
beforeEach(async () => {
  db = await smallOffice()
})
afterEach(() => db.close())

const appropriation = (
  id: string,
  date: string,
  sourceId: string,
  amountFen: number,
): NewRow<'appropriation'> => ({
  id,
  year: Number(date.slice(0, 4)),
  unitId: 'branch',
  sourceId,
  amountFen,
  date,
  note: '',
  standardId: null,
  onceKey: null,
  reversesId: null,
})

const disbursement = (id: string, date: string, amountFen: number): NewRow<'disbursement'> => ({
  id,
  year: Number(date.slice(0, 4)),
  unitId: 'branch',
  sourceId: 'source-1',
  date,
  voucherNo: id,
  summary: '慰问',
  category: '慰问支出',
  payee: '',
  handler: '',
  amountFen,
  reversesId: null,
})

test('eight figures, with the money of the year alone', async () => {
  await db.edit(setUp, async (tx) => {
    await tx.insertAll('appropriation', [
      appropriation('a1', '2026-01-05', 'source-1', 1_000_000),
      appropriation('a2', '2026-01-09', 'source-2', 500_000),
      appropriation('a3', '2025-12-31', 'source-1', 7),
    ])
    await tx.insertAll('disbursement', [
      disbursement('2026-0001', '2026-03-01', 120_050),
      { ...disbursement('2026-0002', '2026-04-01', -20_050), reversesId: '2026-0001' },
    ])
  })
  const overview = await loadOverview(db, 2026)
  expect(overview.figures.map((figure) => [figure.key, figure.label, figure.value])).toEqual([
    ['streetCommittees', '街道党工委', 1],
    ['communityCommittees', '社区党委', 1],
    ['branches', '党支部', 1],
    ['buildingGroups', '楼栋党小组', 1],
    ['emergencyBranches', '应急党支部', 1],
    ['members', '党员', 1],
    ['appropriatedFen', '本年预算', 1_500_000],
    ['spentFen', '本年支出', 100_000],
  ])
  expect(overview.fundsByMonth).toHaveLength(12)
  expect(overview.fundsByMonth.filter((m) => m.appropriatedFen !== 0 || m.spentFen !== 0)).toEqual([
    { month: '2026-01', appropriatedFen: 1_500_000, spentFen: 0 },
    { month: '2026-03', appropriatedFen: 0, spentFen: 120_050 },
    { month: '2026-04', appropriatedFen: 0, spentFen: -20_050 },
  ])
  expect(overview.fundsBySource.slice(0, 3)).toEqual([
    { source: '县级财政定额预算', appropriatedFen: 1_000_000 },
    { source: '县管党费定量补助', appropriatedFen: 500_000 },
    { source: '党员群众众筹基金', appropriatedFen: 0 },
  ])
  expect(overview.branchesByCommunity).toEqual([{ community: '六堰社区党委', branches: 1, groups: 1 }])
})

test('what stops a card comes first, groups are named with their branch, and the list is bounded', async () => {
  expect((await loadOverview(db, 2026)).todos).toEqual([
    { gap: 'noGridLeaderPhone', unitId: 'emergency', unitName: '百二河雅苑应急党支部' },
    { gap: 'noGroupLeader', unitId: 'group', unitName: '百二河雅苑党支部 · 1号楼党小组' },
  ])
  await db.edit(setUp, (tx) =>
    tx.insertAll(
      'unit',
      Array.from({ length: 300 }, (_, n) =>
        unitRow(`g${n}`, 'buildingGroup', `${n}号楼党小组`, 'branch', n + 2),
      ),
    ),
  )
  const overview = await loadOverview(db, 2026)
  expect(overview.todos).toHaveLength(200)
  expect(overview.todos[0]?.unitId).toBe('emergency')
  expect(overview.todoCount).toBe(302)
})

test('groups of several branches are counted once each', async () => {
  await db.edit(setUp, (tx) =>
    tx.insertAll('unit', [
      unitRow('branch-2', 'branch', '阳光党支部', 'community', 3),
      unitRow('group-2', 'buildingGroup', '1号楼党小组', 'branch-2'),
      unitRow('group-3', 'buildingGroup', '2号楼党小组', 'branch-2'),
      { ...unitRow('gone', 'branch', '撤销的党支部', 'community', 4), dissolvedOn: '2026-01-01' },
      unitRow('community-2', 'communityCommittee', '空社区党委', 'street', 2),
    ]),
  )
  expect((await loadOverview(db, 2026)).branchesByCommunity).toEqual([
    { community: '六堰社区党委', branches: 2, groups: 3 },
    { community: '空社区党委', branches: 0, groups: 0 },
  ])
})
