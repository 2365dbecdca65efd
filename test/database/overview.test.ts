import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { loadOverview } from '../../main/database/overview.ts'
import type { NewRow } from '../../main/database/rows.ts'
import { personRow, postRow, setUp, smallOffice, unitRow } from './office.ts'

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

test('the figures, with the money of the year alone', async () => {
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
  const overview = await loadOverview(db, 2026, '2026-11-24')
  expect(overview.figures.map((figure) => [figure.key, figure.label, figure.value])).toEqual([
    ['streetCommittees', '街道党工委', 1],
    ['communityCommittees', '社区党委', 1],
    ['branches', '党支部', 1],
    ['buildingGroups', '楼栋党小组', 1],
    ['memberHouseholds', '党员中心户', 0],
    ['emergencyBranches', '应急党支部', 1],
    ['members', '党员', 1],
    ['heads', '楼栋长、单元长、邻长', 0],
    ['estates', '小区（已建党支部）', 0],
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
  expect(overview.communities).toMatchObject([{ name: '六堰社区党委', branches: 1, groups: 1 }])
})

test('what stops a card comes first, groups are named with their branch, and the list is bounded', async () => {
  expect((await loadOverview(db, 2026, '2026-11-24')).todos).toMatchObject([
    { gap: 'noGridLeaderPhone', unitId: 'emergency', name: '百二河雅苑应急党支部' },
    { gap: 'noSecretary', unitId: 'branch', name: '百二河雅苑党支部' },
    { gap: 'noGroupLeader', unitId: 'group', name: '百二河雅苑党支部 · 1号楼党小组' },
  ])
  await db.edit(setUp, (tx) =>
    tx.insertAll(
      'unit',
      Array.from({ length: 300 }, (_, n) =>
        unitRow(`g${n}`, 'buildingGroup', `${n}号楼党小组`, 'branch', n + 2),
      ),
    ),
  )
  const overview = await loadOverview(db, 2026, '2026-11-24')
  expect(overview.todos).toHaveLength(200)
  expect(overview.todos[0]?.unitId).toBe('emergency')
  expect(overview.todoCount).toBe(303)
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
  expect((await loadOverview(db, 2026, '2026-11-24')).communities).toMatchObject([
    { name: '六堰社区党委', branches: 2, groups: 3 },
    { name: '空社区党委', branches: 0, groups: 0 },
  ])
})

test('members by age and by years on the party’s rolls, heads by kind, and estates with and without a branch', async () => {
  await db.edit(setUp, async (tx) => {
    const born = ['1996-11-24', '1996-11-25', '1995-11-24', '1945-01', null]
    await tx.insertAll(
      'person',
      born.map((birthDate, n) =>
        personRow(`m${n}`, `党员${n}`, { birthDate, joinedOn: '2016-11-25', category: 'full' }),
      ),
    )
    await tx.insertAll(
      'membership',
      born.map((_, n) => ({
        id: `k${n}`,
        personId: `m${n}`,
        unitId: 'branch',
        startsOn: null,
        endsOn: null,
      })),
    )
    await tx.insert('post', postRow('head', 'branch', 'buildingHead', 'm0'))
    await tx.insertAll(
      'estate',
      ['e1', 'e2'].map((id) => ({
        id,
        communityId: 'community',
        name: id,
        buildingCount: null,
        householdCount: null,
        endedOn: null,
      })),
    )
    await tx.insert('unitEstate', {
      id: 'link',
      unitId: 'branch',
      estateId: 'e1',
      startsOn: null,
      endsOn: null,
    })
  })
  const overview = await loadOverview(db, 2026, '2026-11-24')
  const spans = (rows: typeof overview.ages) =>
    rows.filter((r) => r.count > 0).map((r) => [r.from, r.to, r.count])
  // 30 years old today, 29 (30 tomorrow), 31 today, and 81 by month alone.
  expect(spans(overview.ages)).toEqual([
    [0, 30, 2],
    [31, 35, 1],
    [81, null, 1],
  ])
  expect(spans(overview.membershipYears)).toEqual([[5, 9, 5]])
  const figure = (key: string) => overview.figures.find((one) => one.key === key)
  expect(figure('heads')).toMatchObject({ value: 1, parts: [{ key: 'post=buildingHead', value: 1 }] })
  expect(figure('estates')).toMatchObject({ value: 1, of: 2, parts: [{ key: 'uncovered', value: 1 }] })
  expect(figure('members')?.parts).toContainEqual({ key: 'category=full', label: '正式党员', value: 5 })
  expect(overview.communities).toMatchObject([{ estates: 2, coveredEstates: 1 }])
})
