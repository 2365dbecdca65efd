import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { mergeUnits } from '../../main/database/merge.ts'
import { loadPerson } from '../../main/database/people.ts'
import { mergePeople } from '../../main/database/person-merge.ts'
import { endPerson } from '../../main/database/person-terms.ts'
import { assignPost } from '../../main/database/post-edits.ts'
import { splitUnit } from '../../main/database/split.ts'
import { dissolveUnit, dissolveUnits } from '../../main/database/unit-dissolve.ts'
import { restoreUnit } from '../../main/database/unit-restore.ts'
import { registerHandlers as ask } from '../../main/handlers/registers.ts'
import { contextOf } from './context.ts'
import { all, contentOf, district, noReading, undoAndRedoAll, unitsOf } from './district.ts'
import { personRow, postRow, setUp } from './office.ts'
import { addRegisters, partnerRow, venueRow, volunteerRow } from './registers-office.ts'

let db: Database
const today = '2026-11-25'
const byName = { by: 'reading', descending: false } as const
const byPlace = { by: 'community', descending: false } as const

beforeEach(async () => {
  db = await district()
  await addRegisters(db)
})
afterEach(() => db.close())

const lastEntry = async (): Promise<number> =>
  (await db.query<{ seq: number }>('SELECT max(seq) AS "seq" FROM audit_entry'))[0]?.seq ?? 0

const usesOf = (unitId: string) =>
  db.query(
    `SELECT venue_id AS "venueId", starts_on AS "startsOn", ends_on AS "endsOn" FROM venue_unit
     WHERE unit_id = ? ORDER BY venue_id, starts_on`,
    [unitId],
  )

const living = (table: 'volunteer' | 'partner_link', unitId: string) =>
  db.query(`SELECT id FROM ${table} WHERE unit_id = ? AND ends_on IS NULL`, [unitId])

const version = async (id: string): Promise<number> =>
  (await unitsOf(db)).find((unit) => unit.id === id)?.version ?? 0

test('venues: branches joined, narrowed by community, right, sharing and text, blank values last', async () => {
  const context = contextOf(db)
  const page = async (filter: object, sort: object = byPlace) =>
    (await ask['venue.page']({ filter, sort: sort as typeof byPlace, from: 0, count: 50 }, context)).rows.map(
      (row) => row.id,
    )
  const { total, rows } = await ask['venue.page']({ filter: {}, sort: byPlace, from: 0, count: 50 }, context)
  expect(total).toBe(3)
  expect(rows[0]).toMatchObject({
    id: 'v1',
    communityName: '六堰社区党委',
    branches: ['百二河雅苑党支部', 'b1党支部'],
    keeperName: '许文雪',
    keeperPhoneMasked: '150****5541',
    areaDm2: 9050,
    right: 'shared',
  })
  expect(await page({ shared: true })).toEqual(['v1'])
  expect(await page({ shared: false })).toEqual(['v2', 'v3'])
  expect(await page({ communityId: 'c2' })).toEqual(['v3'])
  expect(await page({ right: 'leased' })).toEqual(['v2'])
  expect(await page({ right: 'none' })).toEqual(['v3'])
  expect(await page({ text: '文雪' })).toEqual(['v1'])
  expect(await page({ text: 'b1党' })).toEqual(['v1'])
  expect(await page({ text: '%' })).toEqual([])
  expect(await page({}, { by: 'rent', descending: true })).toEqual(['v2', 'v1', 'v3'])
  expect(await page({}, { by: 'area', descending: false })).toEqual(['v2', 'v1', 'v3'])
})

test('figures count venues, those shared, the area and the branches without one', async () => {
  const context = contextOf(db)
  expect(await ask['venue.figures'](null, context)).toMatchObject({
    venues: 3,
    shared: 1,
    areaDm2: 13050,
    withoutArea: 1,
    branches: 4,
    branchesWithout: 1,
    communities: [
      { id: 'community', count: 2 },
      { id: 'c2', count: 1 },
    ],
  })
  expect(await ask['venue.without']({ from: 0, count: 50 }, context)).toEqual({
    total: 1,
    rows: [{ id: 'b3', name: 'b3党支部', communityName: '七里社区党委' }],
  })
  const detail = await ask['venue.load']({ id: 'v1' }, context)
  expect(detail).toMatchObject({
    keeper: { id: 'xu', phoneField: 'phone' },
    estateName: 'e1',
    uses: [{ unit: { id: 'branch' } }, { unit: { id: 'b1' } }],
  })
  await expect(ask['venue.load']({ id: 'none' }, context)).rejects.toMatchObject({ code: 'record.missing' })
})

test('volunteers and reports: by name, community, team; found by name, pinyin, phone and team; from either end', async () => {
  const context = contextOf(db)
  const names = async (filter: object, sort: object = byName, from = 0, count = 50) =>
    (await ask['volunteer.page']({ filter, sort: sort as typeof byName, from, count }, context)).rows.map(
      (row) => row.name,
    )
  const list = await names({})
  expect(list).toEqual(['白勇文', '许文雪', '邹芳磊'])
  expect(await names({}, { by: 'reading', descending: true })).toEqual(list.toReversed())
  expect(await names({}, byName, 2, 5)).toEqual(['邹芳磊'])
  expect(await names({ text: 'xwx' })).toEqual(['许文雪'])
  expect(await names({ text: '9448' })).toEqual(['邹芳磊'])
  expect(await names({ text: '绿色' })).toEqual(['白勇文'])
  expect(await names({ unitId: 'c2' })).toEqual(['邹芳磊'])
  expect(await names({ unitId: 'street' })).toHaveLength(3)
  expect(await names({}, { by: 'group', descending: false })).toEqual(['许文雪', '白勇文', '邹芳磊'])
  expect(await ask['volunteer.page']({ filter: {}, sort: byName, from: 1, count: 1 }, context)).toMatchObject(
    {
      total: 3,
      rows: [{ personId: 'xu', phoneMasked: '150****5541', communityName: '六堰社区党委' }],
    },
  )
  expect(
    await ask['reporting.page']({ filter: { text: '税务' }, sort: byName, from: 0, count: 9 }, context),
  ).toMatchObject({
    total: 1,
    rows: [{ name: '邹芳磊', workUnit: '区税务局', partyCommittee: '区直机关工委', serviceType: '政策宣传' }],
  })
})

test('partner units: leader, liaison, communities, estates and emergency branches; phones masked', async () => {
  const context = contextOf(db)
  const { rows, total } = await ask['partner.page']({ from: 0, count: 50 }, context)
  expect(total).toBe(1)
  expect(rows[0]).toMatchObject({
    name: '区税务局',
    leader: { name: '邹芳磊', phoneMasked: '138****9448', phoneField: 'phone' },
    liaison: { name: '白勇文', phoneMasked: null },
    communities: [{ id: 'community' }],
    estates: [{ name: 'e1', community: { id: 'community' } }],
    emergencyBranches: [{ id: 'emergency' }],
  })
  expect((await ask['partner.page']({ text: '勇文', from: 0, count: 50 }, context)).total).toBe(1)
  expect((await ask['partner.page']({ text: '财政', from: 0, count: 50 }, context)).total).toBe(0)
  expect(await ask['partner.load']({ id: 'tax' }, context)).toMatchObject({ name: '区税务局' })
})

test('a person shows volunteering, the partner committee of the report and where a head serves', async () => {
  expect(await loadPerson(db, 'zou')).toMatchObject({
    volunteering: [{ unitName: '七里社区党委', team: null, serviceType: '助老' }],
    reports: [{ partyCommittee: '区直机关工委', serviceType: '政策宣传' }],
    politicalStatus: '群众',
  })
  expect((await loadPerson(db, 'bai')).postList).toContainEqual(
    expect.objectContaining({ kind: 'buildingHead', estateName: 'e1', place: '1号楼' }),
  )
})

test('merged records: volunteering, posts by building, keepers, leaders and liaisons follow; undone exactly', async () => {
  await db.edit(setUp, async (tx) => {
    await tx.insert('person', personRow('bai2', '白勇文', { politicalStatus: '群众' }))
    await tx.insertAll('post', [
      { ...postRow('h2', 'b1', 'buildingHead', 'bai2'), estateId: 'e1', place: '2号楼' },
      { ...postRow('h3', 'b1', 'buildingHead', 'bai2'), estateId: 'e1', place: '1号楼' },
    ])
    await tx.insertAll('volunteer', [
      { ...volunteerRow('w1', 'bai2', 'community'), specialty: '水电维修', startsOn: '2024-01-01' },
      { ...volunteerRow('w2', 'bai2', 'community'), team: '平安巡逻队' },
      { ...volunteerRow('w3', 'bai2', 'c2') },
    ])
    await tx.insert('venue', { ...venueRow('v9', '旧仓库', 'c2'), keeperId: 'bai2' })
    await tx.insert('partnerUnit', { ...partnerRow('edu', '区教育局'), leaderId: 'bai2', liaisonId: 'bai2' })
  })
  const start = await contentOf(db)
  const seq = await lastEntry()
  await mergePeople(
    db,
    { keep: { id: 'bai', version: 1 }, other: { id: 'bai2', version: 1 }, take: [] },
    today,
  )
  const kept = await loadPerson(db, 'bai')
  expect(kept.politicalStatus).toBe('群众')
  expect(
    kept.volunteering
      .filter((one) => one.endsOn === null)
      .map((one) => [one.unitId, one.team, one.specialty]),
  ).toEqual(
    expect.arrayContaining([
      ['community', '绿色家园服务队', '水电维修'],
      ['community', '平安巡逻队', null],
      ['c2', null, null],
    ]),
  )
  expect(
    kept.postList
      .filter((post) => post.endsOn === null && post.unitId === 'b1')
      .map((post) => post.place)
      .sort(),
  ).toEqual(['1号楼', '2号楼'])
  expect(await db.query(`SELECT keeper_id AS "k" FROM venue WHERE id = 'v9'`)).toEqual([{ k: 'bai' }])
  expect(
    await db.query(`SELECT leader_id AS "a", liaison_id AS "b" FROM partner_unit WHERE id = 'edu'`),
  ).toEqual([{ a: 'bai', b: 'bai' }])
  await undoAndRedoAll(db, seq, start)
})

test('who leaves volunteers no more', async () => {
  await endPerson(db, { id: 'zou', version: 2, on: '2026-06-01', reason: '迁出' }, today)
  expect((await loadPerson(db, 'zou')).volunteering).toMatchObject([{ endsOn: '2026-06-01' }])
})

test('a dissolved branch uses its venues no more, and not before it did; restored it uses them again', async () => {
  await db.edit(setUp, (tx) =>
    tx.insert('venueUnit', {
      id: 'u9',
      venueId: 'v2',
      unitId: 'b3-g1',
      startsOn: '2026-03-01',
      endsOn: null,
    }),
  )
  await expect(dissolveUnit(db, 'b3-g1', 1, '2026-01-01', today)).rejects.toMatchObject({
    facts: { reason: '撤销日期早于开始使用场所的日期（2026-03-01）' },
  })
  const start = await contentOf(db)
  const seq = await lastEntry()
  await dissolveUnits(db, [{ id: 'b1', version: 1 }], '2026-06-30', true, today)
  expect(await usesOf('b1')).toEqual([{ venueId: 'v1', startsOn: '2025-01-01', endsOn: '2026-06-30' }])
  // The community keeps its volunteers and its partner units.
  expect(await living('volunteer', 'community')).toHaveLength(2)
  expect(await living('partner_link', 'community')).toHaveLength(2)
  await restoreUnit(
    db,
    { id: 'b1', version: await version('b1'), on: '2026-07-15', posts: true, members: true, estates: true },
    today,
  )
  expect(await usesOf('b1')).toEqual([
    { venueId: 'v1', startsOn: '2025-01-01', endsOn: '2026-06-30' },
    { venueId: 'v1', startsOn: '2026-07-15', endsOn: null },
  ])
  await undoAndRedoAll(db, seq, start)
})

test('with a community its volunteers and partner links end', async () => {
  const start = await contentOf(db)
  const seq = await lastEntry()
  await dissolveUnits(db, [{ id: 'c2', version: 1 }], '2026-06-30', true, today)
  expect(await living('volunteer', 'c2')).toEqual([])
  expect(await living('volunteer', 'community')).toHaveLength(2)
  await undoAndRedoAll(db, seq, start)
})

test('merged branches: the successor takes the venues over once, heads keep their buildings; undone exactly', async () => {
  await db.edit(setUp, (tx) =>
    tx.insertAll('post', [{ ...postRow('h4', 'b1', 'buildingHead', 'bai'), estateId: 'e1', place: '2号楼' }]),
  )
  const start = await contentOf(db)
  const seq = await lastEntry()
  await mergeUnits(
    db,
    {
      units: [
        { id: 'branch', version: 1 },
        { id: 'b1', version: 1 },
      ],
      into: { id: 'b2' },
      on: '2026-06-30',
      choices: all,
    },
    today,
  )
  expect(await usesOf('b2')).toEqual([
    { venueId: 'v1', startsOn: '2026-06-30', endsOn: null },
    { venueId: 'v2', startsOn: '2026-06-30', endsOn: null },
    { venueId: 'v3', startsOn: null, endsOn: null },
  ])
  expect(await usesOf('b1')).toMatchObject([{ endsOn: '2026-06-30' }])
  expect(await living('volunteer', 'community')).toHaveLength(2)
  expect(
    (await loadPerson(db, 'bai')).postList
      .filter((post) => post.unitId === 'b2' && post.endsOn === null)
      .map((post) => `${post.estateName} ${post.place}`)
      .sort(),
  ).toEqual(['e1 1号楼', 'e1 2号楼'])
  await undoAndRedoAll(db, seq, start)
})

test('a split branch: a venue goes with its estate, others to the first part; undone exactly', async () => {
  await db.edit(setUp, (tx) =>
    tx.insert('venueUnit', { id: 'u9', venueId: 'v2', unitId: 'b1', startsOn: null, endsOn: null }),
  )
  const start = await contentOf(db)
  const seq = await lastEntry()
  const part = (name: string, estateIds: readonly string[]) => ({
    name,
    branchKind: 'estate' as const,
    reading: noReading,
    groupIds: [],
    memberIds: [],
    estateIds,
    postIds: [],
  })
  const { ids } = await splitUnit(
    db,
    { id: 'b1', version: 1, on: '2026-06-30', parts: [part('甲党支部', []), part('乙党支部', ['e1'])] },
    today,
  )
  expect(await usesOf(ids[0] ?? '')).toEqual([{ venueId: 'v2', startsOn: '2026-06-30', endsOn: null }])
  expect(await usesOf(ids[1] ?? '')).toEqual([{ venueId: 'v1', startsOn: '2026-06-30', endsOn: null }])
  await undoAndRedoAll(db, seq, start)
})

test('who follows a head is head of the same building', async () => {
  await assignPost(
    db,
    {
      unitId: 'b1',
      kind: 'buildingHead',
      holder: { kind: 'known', id: 'xu' },
      position: '',
      startsOn: '2026-06-01',
      replaces: 'h1',
    },
    today,
  )
  expect((await loadPerson(db, 'xu')).postList).toContainEqual(
    expect.objectContaining({ kind: 'buildingHead', estateName: 'e1', place: '1号楼', endsOn: null }),
  )
})
