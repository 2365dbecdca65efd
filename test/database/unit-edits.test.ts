import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { loadUnit } from '../../main/database/units.ts'
import { organizationHandlers } from '../../main/handlers/organization.ts'
import { contextOf } from './context.ts'
import { smallOffice } from './office.ts'

let db: Database
beforeEach(async () => {
  db = await smallOffice()
})
afterEach(() => db.close())

const ask = organizationHandlers
const newBranch = (name: string) => ({
  kind: 'branch' as const,
  parentId: 'community',
  name,
  branchKind: 'joint' as const,
})

test('a new branch stands last among its siblings and can be found by pinyin', async () => {
  const { id } = await ask['unit.create'](newBranch('䶮湖㛃苑联合党支部'), contextOf(db))
  const [row] = await db.query(
    'SELECT name, sort, initials, branch_kind AS "branchKind" FROM unit WHERE id = ?',
    [id],
  )
  expect(row).toMatchObject({ name: '䶮湖㛃苑联合党支部', sort: 3, branchKind: 'joint' })
  expect(row).toHaveProperty('initials', expect.stringMatching(/lhdzb$/))
})

test('a name is taken only by a living sibling', async () => {
  const context = contextOf(db)
  const { id } = await ask['unit.create'](newBranch('阳光党支部'), context)
  await expect(ask['unit.create'](newBranch('阳光党支部'), context)).rejects.toMatchObject({
    code: 'unit.duplicate-name',
  })
  await ask['unit.dissolve']({ id, version: 1, on: '2026-01-01' }, context)
  await ask['unit.create'](newBranch('阳光党支部'), context)
  await expect(
    ask['unit.create']({ kind: 'branch', parentId: 'street', name: '阳光党支部', branchKind: null }, context),
  ).resolves.toHaveProperty('id')
})

test('a parent that may not have such a child is refused, a dissolved one too', async () => {
  const context = contextOf(db)
  const group = { kind: 'buildingGroup' as const, name: '2号楼党小组', branchKind: null }
  await expect(ask['unit.create']({ ...group, parentId: 'community' }, context)).rejects.toMatchObject({
    code: 'unit.parent-refused',
    facts: { child: '楼栋党小组', parent: '六堰社区党委' },
  })
  await expect(ask['unit.create']({ ...group, parentId: null }, context)).rejects.toMatchObject({
    code: 'unit.parent-refused',
  })
  await ask['unit.dissolve']({ id: 'group', version: 1, on: '2026-01-01' }, context)
  await expect(
    ask['unit.create']({ ...group, kind: 'memberHousehold', parentId: 'group' }, context),
  ).rejects.toMatchObject({ code: 'unit.dissolved' })
})

test('a renamed unit has the new reading; a stale version is refused', async () => {
  const context = contextOf(db)
  await ask['unit.update'](
    { id: 'branch', version: 1, changes: { name: '滨河党支部', note: '二期' } },
    context,
  )
  expect(await db.query('SELECT name, pinyin, note FROM unit WHERE id = ?', ['branch'])).toEqual([
    { name: '滨河党支部', pinyin: 'binhedangzhibu', note: '二期' },
  ])
  await expect(
    ask['unit.update']({ id: 'branch', version: 1, changes: { note: '' } }, context),
  ).rejects.toMatchObject({ code: 'record.changed' })
})

test('a unit with living units below it is not dissolved; posts and memberships end with it', async () => {
  const context = contextOf(db)
  await expect(
    ask['unit.dissolve']({ id: 'branch', version: 1, on: '2026-06-30' }, context),
  ).rejects.toMatchObject({ code: 'unit.has-children', facts: { count: 1 } })
  await ask['unit.dissolve']({ id: 'group', version: 1, on: '2026-06-30' }, context)
  await ask['unit.dissolve']({ id: 'branch', version: 1, on: '2026-06-30' }, context)
  await ask['unit.dissolve']({ id: 'emergency', version: 1, on: '2026-06-30' }, context)
  expect(await db.query('SELECT DISTINCT ends_on AS "endsOn" FROM post')).toEqual([{ endsOn: '2026-06-30' }])
  expect(await db.query('SELECT ends_on AS "endsOn" FROM membership')).toEqual([{ endsOn: '2026-06-30' }])
  expect((await loadUnit(db, 'emergency')).gaps).toEqual([])
})

test('a partner unit is found by name or made, and untied by an empty name', async () => {
  const context = contextOf(db)
  await ask['partner.assign']({ unitId: 'emergency', version: 1, name: '区税务局' }, context)
  await ask['partner.assign']({ unitId: 'branch', version: 1, name: '区税务局' }, context)
  expect(await db.query('SELECT name FROM partner_unit')).toEqual([{ name: '区税务局' }])
  expect((await loadUnit(db, 'emergency')).partnerUnit?.name).toBe('区税务局')
  await ask['partner.assign']({ unitId: 'emergency', version: 2, name: '' }, context)
  expect((await loadUnit(db, 'emergency')).partnerUnit).toBeNull()
})

test('only an emergency branch stands beside a branch', async () => {
  const context = contextOf(db)
  const { id } = await ask['unit.create'](
    {
      kind: 'emergencyBranch',
      parentId: 'community',
      name: '二号应急党支部',
      branchKind: null,
      besideId: 'branch',
    },
    context,
  )
  expect((await loadUnit(db, id)).beside?.id).toBe('branch')
  await expect(
    ask['unit.update']({ id: 'branch', version: 1, changes: { besideId: 'branch' } }, context),
  ).rejects.toMatchObject({ code: 'value.invalid' })
})

test('a unit is not dissolved before its posts and members began; nothing is changed then', async () => {
  const context = contextOf(db)
  await expect(
    ask['unit.dissolve']({ id: 'emergency', version: 1, on: '2024-12-31' }, context),
  ).rejects.toMatchObject({ code: 'value.invalid', facts: { reason: '撤销日期早于任职日期（2025-03-01）' } })
  await ask['unit.dissolve']({ id: 'group', version: 1, on: '2019-12-31' }, context)
  await expect(
    ask['unit.dissolve']({ id: 'branch', version: 1, on: '2019-12-31' }, context),
  ).rejects.toMatchObject({ facts: { reason: '撤销日期早于党员加入该组织的日期（2020-01）' } })
  expect(await db.query('SELECT id FROM post WHERE ends_on IS NOT NULL')).toEqual([])
  await ask['unit.dissolve']({ id: 'emergency', version: 1, on: '2025-03-01' }, context)
})

test('a unit cannot have been founded in the future', async () => {
  const context = contextOf(db)
  const found = (foundedOn: string) =>
    ask['unit.update']({ id: 'branch', version: 1, changes: { foundedOn } }, context)
  await expect(found('2999-01')).rejects.toMatchObject({
    code: 'value.invalid',
    facts: { reason: '成立日期晚于今天' },
  })
  await expect(found('2019-12')).resolves.toEqual({ version: 2 })
})
