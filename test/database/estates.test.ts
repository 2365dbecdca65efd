import { afterEach, beforeEach, expect, test } from 'vitest'
import { compareTrees } from '../../main/database/compare.ts'
import type { Database } from '../../main/database/database.ts'
import { mergeUnits } from '../../main/database/merge.ts'
import { loadCoverageFigure } from '../../main/database/overview-units.ts'
import { dissolveUnit } from '../../main/database/unit-dissolve.ts'
import { restoreUnit } from '../../main/database/unit-restore.ts'
import { loadUnit } from '../../main/database/units.ts'
import { estateHandlers as ask } from '../../main/handlers/estates.ts'
import { contextOf } from './context.ts'
import { all, district } from './district.ts'
import { setUp, undoNext } from './office.ts'

let db: Database
beforeEach(async () => {
  db = await district()
})
afterEach(() => db.close())

const rows = (table: 'estate' | 'unit_estate' | 'unit') =>
  db
    .query<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY id`)
    .then((list) => list.map(({ version: _, ...row }) => row))
const list = (unitId: string) => ask['estate.list']({ unitId }, contextOf(db))
const named = async (name: string) => {
  const estate = (await list('street')).find((one) => one.name === name)
  if (estate === undefined) throw new Error(`no estate ${name}`)
  return estate
}
const newEstate = (name: string, communityId = 'community') => ({
  communityId,
  name,
  buildingCount: 6,
  householdCount: 320,
})

test('a new estate has no branch; it counts as not covered until a joint branch serves it', async () => {
  const context = contextOf(db)
  const { id } = await ask['estate.create'](newEstate('滨河花园'), context)
  expect(await named('滨河花园')).toMatchObject({ covered: false, links: [], buildingCount: 6 })
  expect(await loadCoverageFigure(db)).toMatchObject({ value: 3, of: 4 })
  const before = await rows('unit_estate')
  expect(
    await ask['estate.link']({ unitId: 'b1', estateIds: [id, 'e2'], on: '2026-05-01' }, context),
  ).toEqual({
    linked: 2,
  })
  expect(await named('滨河花园')).toMatchObject({ covered: true, links: [{ unit: { id: 'b1' } }] })
  expect(await loadCoverageFigure(db)).toMatchObject({ value: 4, of: 4, parts: [] })
  await undoNext(db)
  expect(await rows('unit_estate')).toEqual(before)
  await undoNext(db)
  expect((await rows('estate')).map((estate) => estate['id'])).toEqual(['e1', 'e2', 'e3'])
})

test('one name in one community, as the import reads names; another community may have it', async () => {
  const context = contextOf(db)
  await ask['estate.create'](newEstate('滨河花园'), context)
  await expect(ask['estate.create'](newEstate('滨河花园小区'), context)).rejects.toMatchObject({
    code: 'value.invalid',
    facts: { reason: '这个社区已有小区“滨河花园”' },
  })
  const { id } = await ask['estate.create'](newEstate('滨河花园小区', 'c2'), context)
  await expect(
    ask['estate.update']({ id, version: 1, changes: { communityId: 'community' } }, context),
  ).rejects.toMatchObject({ code: 'value.invalid' })
  await expect(ask['estate.create'](newEstate('河东', 'b1'), context)).rejects.toMatchObject({
    facts: { reason: '小区只能设在社区之下' },
  })
})

test('name and counts change, and the community; with versions, undone exactly', async () => {
  const context = contextOf(db)
  const before = await rows('estate')
  const changes = { name: '一号院', communityId: 'c2', householdCount: 88 }
  expect(await ask['estate.update']({ id: 'e1', version: 1, changes }, context)).toEqual({ version: 2 })
  expect(await list('c2')).toMatchObject([
    { name: '一号院', communityName: '七里社区党委', householdCount: 88 },
  ])
  await expect(ask['estate.update']({ id: 'e1', version: 1, changes }, context)).rejects.toMatchObject({
    code: 'record.changed',
  })
  expect(await undoNext(db)).toBe('修改小区 e1 的小区名称、所属社区、户数')
  expect(await rows('estate')).toEqual(before)
})

test('a community that is gone leaves its estates to be mended, and takes none in', async () => {
  const context = contextOf(db)
  await db.edit(setUp, (tx) => tx.update('unit', 'community', 1, { dissolvedOn: '2026-05-01' }))
  const changes = { communityId: 'community', householdCount: 9 }
  expect(await ask['estate.update']({ id: 'e1', version: 1, changes }, context)).toEqual({ version: 2 })
  await ask['estate.update']({ id: 'e1', version: 2, changes: { communityId: 'c2' } }, context)
  await expect(ask['estate.update']({ id: 'e1', version: 3, changes }, context)).rejects.toMatchObject({
    code: 'unit.dissolved',
  })
})

test('an ended estate is served by nobody; restored, it waits for a branch', async () => {
  const context = contextOf(db)
  const before = [await rows('estate'), await rows('unit_estate')]
  await ask['estate.end']({ id: 'e1', version: 1, on: '2026-04-01' }, context)
  expect((await loadUnit(db, 'b1')).estates).toEqual([])
  expect(await named('e1')).toMatchObject({ endedOn: '2026-04-01', links: [] })
  expect((await list('street')).at(-1)?.name).toBe('e1')
  await expect(
    ask['estate.link']({ unitId: 'b2', estateIds: ['e1'], on: '2026-05-01' }, context),
  ).rejects.toMatchObject({ facts: { reason: '小区“e1”已于 2026-04-01 结束' } })
  await ask['estate.restore']({ id: 'e1', version: 2 }, context)
  expect(await named('e1')).toMatchObject({ endedOn: null, covered: false })
  await undoNext(db)
  await undoNext(db)
  expect([await rows('estate'), await rows('unit_estate')]).toEqual(before)
  await expect(ask['estate.end']({ id: 'e1', version: 1, on: '2999-01-01' }, context)).rejects.toMatchObject({
    code: 'record.changed',
  })
  const { version } = await named('e1')
  await expect(ask['estate.end']({ id: 'e1', version, on: '2999-01-01' }, context)).rejects.toMatchObject({
    code: 'value.invalid',
  })
})

test('建党支部: the branch and its link are one step', async () => {
  const context = contextOf(db)
  const { id } = await ask['estate.create'](newEstate('滨河花园'), context)
  const before = [await rows('unit'), await rows('unit_estate')]
  const founding = { id, version: 1, name: '滨河花园党支部', branchKind: 'estate' as const, on: '2026-05-01' }
  const branch = await ask['estate.found'](founding, context)
  expect(await loadUnit(db, branch.id)).toMatchObject({
    name: '滨河花园党支部',
    parentId: 'community',
    foundedOn: '2026-05-01',
    estates: [{ name: '滨河花园' }],
  })
  expect(await ask['estate.served']({ unitId: branch.id }, context)).toMatchObject([
    { name: '滨河花园', startsOn: '2026-05-01', endsOn: null },
  ])
  await undoNext(db)
  expect([await rows('unit'), await rows('unit_estate')]).toEqual(before)
})

test('a link ends on a day, and may begin again later but not before', async () => {
  const context = contextOf(db)
  await ask['estate.unlink']({ linkId: 'l0', version: 1, on: '2026-03-01' }, context)
  expect(await ask['estate.served']({ unitId: 'b1' }, context)).toMatchObject([{ endsOn: '2026-03-01' }])
  await expect(
    ask['estate.link']({ unitId: 'b1', estateIds: ['e1'], on: '2026-02-01' }, context),
  ).rejects.toMatchObject({ code: 'value.invalid' })
  await ask['estate.link']({ unitId: 'b1', estateIds: ['e1'], on: '2026-03-01' }, context)
  await expect(
    ask['estate.link']({ unitId: 'community', estateIds: ['e1'], on: '2026-03-01' }, context),
  ).rejects.toMatchObject({ facts: { reason: '只有党支部可以关联小区' } })
  await undoNext(db)
  await undoNext(db)
  expect(await rows('unit_estate')).toMatchObject([{ ends_on: null }, {}, {}])
})

test('the box offers estates of the own community first, found by name, without those served', async () => {
  const context = contextOf(db)
  await ask['estate.create'](newEstate('七里家园', 'c2'), context)
  const offered = async (text: string) =>
    (await ask['estate.options']({ unitId: 'b2', text }, context)).map((one) => one.name)
  expect(await offered('')).toEqual(['七里家园', 'e1', 'e3'])
  expect(await offered('七里家')).toEqual(['七里家园'])
  expect(await ask['estate.options']({ unitId: 'b2', text: 'e1' }, context)).toMatchObject([
    { communityName: '六堰社区党委', servedBy: ['b1党支部'] },
  ])
})

test('links end with the branch; its restoration may begin them anew', async () => {
  for (const id of ['b1-g1', 'b1-g2', 'b1']) await dissolveUnit(db, id, 1, '2026-03-01', '2026-06-01')
  expect((await rows('unit_estate'))[0]).toMatchObject({ ends_on: '2026-03-01' })
  expect(await loadCoverageFigure(db)).toMatchObject({ value: 2, of: 3 })
  const restoration = { id: 'b1', version: 2, on: '2026-04-01', posts: false, members: false }
  await restoreUnit(db, restoration, '2026-06-01')
  expect((await loadUnit(db, 'b1')).estates).toEqual([])
  await undoNext(db)
  const [unit] = await db.query<{ version: number }>('SELECT version FROM unit WHERE id = ?', ['b1'])
  await restoreUnit(db, { ...restoration, version: unit?.version ?? 0, estates: true }, '2026-06-01')
  expect((await loadUnit(db, 'b1')).estates).toMatchObject([{ name: 'e1' }])
})

test('a merger ends the originals’ links on its day and begins the successor’s; left, they only end', async () => {
  const merger = (estates: 'follow' | 'leave') => ({
    units: [{ id: 'b1', version: 1 }],
    into: { id: 'b2' },
    on: '2026-03-01',
    choices: { ...all, estates },
  })
  const before = await rows('unit_estate')
  await mergeUnits(db, merger('follow'), '2026-06-01')
  expect((await rows('unit_estate')).filter((link) => link['estate_id'] === 'e1')).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ unit_id: 'b1', ends_on: '2026-03-01' }),
      expect.objectContaining({ unit_id: 'b2', starts_on: '2026-03-01', ends_on: null }),
    ]),
  )
  const { changes } = await compareTrees(db, '2026-02-01', '2026-04-01')
  expect(changes).toContainEqual({
    kind: 'estates',
    unit: { id: 'b2', kind: 'branch', name: 'b2党支部' },
    path: '七里社区党委',
    before: ['e2'],
    after: ['e1', 'e2'],
  })
  await undoNext(db)
  expect(await rows('unit_estate')).toEqual(before)
  const [unit] = await db.query<{ version: number }>('SELECT version FROM unit WHERE id = ?', ['b1'])
  await mergeUnits(
    db,
    { ...merger('leave'), units: [{ id: 'b1', version: unit?.version ?? 0 }] },
    '2026-06-01',
  )
  expect((await loadUnit(db, 'b2')).estates.map((estate) => estate.name)).toEqual(['e2'])
})
