import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { loadCounts, loadTree } from '../../main/database/tree.ts'
import { loadUnit } from '../../main/database/units.ts'
import { personRow, postRow, setUp, smallOffice, unitRow } from './office.ts'

let db: Database
beforeEach(async () => {
  db = await smallOffice()
})
afterEach(() => db.close())

const gapsById = async () => Object.fromEntries((await loadTree(db)).map((unit) => [unit.id, unit.gaps]))

test('the tree holds every living unit with what it lacks', async () => {
  expect(await gapsById()).toEqual({
    street: [],
    community: [],
    branch: ['noSecretary'],
    group: ['noGroupLeader'],
    emergency: ['noGridLeaderPhone'],
  })
})

test('a past post fills no gap, and a dissolved unit is gone', async () => {
  await db.edit(setUp, async (tx) => {
    await tx.update('post', 'post-1', 1, { endsOn: '2026-05-01' })
    await tx.update('unit', 'group', 1, { dissolvedOn: '2026-05-01' })
  })
  const gaps = await gapsById()
  expect(gaps['emergency']).toEqual(['noSecretary', 'noGridLeaderPhone'])
  expect(gaps['group']).toBeUndefined()
})

test('one branch with a secretary makes the others want one', async () => {
  await db.edit(setUp, async (tx) => {
    await tx.insert('unit', unitRow('branch-2', 'branch', '阳光家属院党支部', 'community', 3))
    await tx.insert('post', postRow('post-4', 'branch-2', 'secretary', 'bai'))
  })
  const gaps = await gapsById()
  expect(gaps['branch']).toEqual(['noSecretary'])
  expect(gaps['branch-2']).toEqual(['noSecretaryPhone'])
})

test('counts are of living units, posts and memberships', async () => {
  await db.edit(setUp, async (tx) => {
    await tx.update('post', 'post-1', 1, { endsOn: '2026-05-01' })
    await tx.update('unit', 'group', 1, { dissolvedOn: '2026-05-01' })
    await tx.insert('partnerUnit', { id: 'tax', name: '区税务局' })
  })
  expect(await loadCounts(db)).toEqual({
    streetCommittees: 1,
    communityCommittees: 1,
    branches: 1,
    buildingGroups: 0,
    memberHouseholds: 0,
    emergencyBranches: 1,
    estates: 0,
    partnerUnits: 1,
    people: 4,
    members: 1,
    posts: 2,
  })
})

test('a unit comes with path, posts, members, and what stands beside it', async () => {
  const emergency = await loadUnit(db, 'emergency')
  expect(emergency.path.map((unit) => unit.name)).toEqual(['汉江路街道党工委', '六堰社区党委'])
  expect(emergency.beside).toEqual({ id: 'branch', kind: 'branch', name: '百二河雅苑党支部' })
  expect(emergency.posts.map((post) => [post.kind, post.personName, post.phoneMasked])).toEqual([
    ['secretary', '许文雪', '150****5541'],
    ['firstSecretary', '邹芳磊', '138****9448'],
    ['gridLeader', '白勇文', null],
  ])
  expect(JSON.stringify(emergency)).not.toContain('15000005541')
  const branch = await loadUnit(db, 'branch')
  expect(branch.emergencyBranches.map((unit) => unit.id)).toEqual(['emergency'])
  expect(branch.memberCount).toBe(1)
  const street = await loadUnit(db, 'street')
  expect(street.childCounts).toEqual({
    communityCommittee: 1,
    branch: 1,
    buildingGroup: 1,
    emergencyBranch: 1,
  })
  expect(street.memberCount).toBe(1)
  await expect(loadUnit(db, 'nowhere')).rejects.toMatchObject({ code: 'record.missing' })
})

test('past posts stand after the held ones, the latest first', async () => {
  await db.edit(setUp, async (tx) => {
    await tx.insert('person', personRow('old', '李𫖯'))
    await tx.insertAll('post', [
      { ...postRow('a', 'emergency', 'secretary', 'old'), endsOn: '2024-01-01' },
      { ...postRow('b', 'emergency', 'secretary', 'bai'), endsOn: '2025-03-01' },
    ])
  })
  const { posts } = await loadUnit(db, 'emergency')
  expect(posts.map((post) => post.id)).toEqual(['post-1', 'post-2', 'post-3', 'b', 'a'])
})
