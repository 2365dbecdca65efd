import { expect, test } from 'vitest'
import type { PostKind } from '../../shared/models/post.ts'
import { gapsOf } from '../../shared/rules/gaps.ts'

const held = (posts: Partial<Record<PostKind, boolean>>) =>
  new Map(Object.entries(posts)) as ReadonlyMap<PostKind, boolean>

test('an emergency branch needs three contacts, each with a phone', () => {
  expect(gapsOf('emergencyBranch', held({}), false)).toEqual([
    'noSecretary',
    'noFirstSecretary',
    'noGridLeader',
  ])
  const some = held({ secretary: true, firstSecretary: false, gridLeader: true })
  expect(gapsOf('emergencyBranch', some, false)).toEqual(['noFirstSecretaryPhone'])
  const all = held({ secretary: true, firstSecretary: true, gridLeader: true })
  expect(gapsOf('emergencyBranch', all, true)).toEqual([])
})

test('an ordinary branch is warned of only where branch secretaries are kept', () => {
  expect(gapsOf('branch', held({}), false)).toEqual([])
  expect(gapsOf('branch', held({}), true)).toEqual(['noSecretary'])
  expect(gapsOf('branch', held({ secretary: false }), true)).toEqual(['noSecretaryPhone'])
})

test('a building group needs a leader, with or without a phone', () => {
  expect(gapsOf('buildingGroup', held({ gridLeader: true }), true)).toEqual(['noGroupLeader'])
  expect(gapsOf('buildingGroup', held({ groupLeader: false }), true)).toEqual([])
})

test('committees and households have no required posts', () => {
  for (const kind of ['streetCommittee', 'communityCommittee', 'memberHousehold'] as const) {
    expect(gapsOf(kind, held({}), true)).toEqual([])
  }
})
