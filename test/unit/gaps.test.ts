import { expect, test } from 'vitest'
import type { PostKind } from '../../shared/models/post.ts'
import { electionGap, gapsOf } from '../../shared/rules/gaps.ts'

const held = (posts: Partial<Record<PostKind, boolean>>) =>
  new Map(Object.entries(posts)) as ReadonlyMap<PostKind, boolean>

test('an emergency branch needs three contacts, each with a phone', () => {
  expect(gapsOf('emergencyBranch', held({}))).toEqual(['noSecretary', 'noFirstSecretary', 'noGridLeader'])
  const some = held({ secretary: true, firstSecretary: false, gridLeader: true })
  expect(gapsOf('emergencyBranch', some)).toEqual(['noFirstSecretaryPhone'])
  const all = held({ secretary: true, firstSecretary: true, gridLeader: true })
  expect(gapsOf('emergencyBranch', all)).toEqual([])
})

test('a branch needs a secretary who can be reached', () => {
  expect(gapsOf('branch', held({}))).toEqual(['noSecretary'])
  expect(gapsOf('branch', held({ secretary: false }))).toEqual(['noSecretaryPhone'])
})

test('a building group needs a leader, with or without a phone', () => {
  expect(gapsOf('buildingGroup', held({ gridLeader: true }))).toEqual(['noGroupLeader'])
  expect(gapsOf('buildingGroup', held({ groupLeader: false }))).toEqual([])
})

test('committees and households have no required posts', () => {
  for (const kind of ['streetCommittee', 'communityCommittee', 'memberHousehold'] as const) {
    expect(gapsOf(kind, held({}))).toEqual([])
  }
})

test('an election is due 90 days before its day, and overdue from the day after', () => {
  const on = (day: string | null) => electionGap(day, '2026-11-24')
  expect([on(null), on('2027-02-23'), on('2027-02-22'), on('2026-11-24'), on('2026-11-23')]).toEqual([
    null,
    null,
    'electionDue',
    'electionDue',
    'electionOverdue',
  ])
  // Where only the month is known it is overdue when the month is over.
  expect([on('2026-11'), on('2026-10')]).toEqual(['electionDue', 'electionOverdue'])
  expect(gapsOf('branch', held({ secretary: true }), 'electionDue')).toEqual(['electionDue'])
})
