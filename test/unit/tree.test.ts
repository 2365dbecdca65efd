import { expect, test } from 'vitest'
import { unitKinds } from '../../shared/models/unit.ts'
import { allowedChildren, makesCycle, mayStandUnder } from '../../shared/rules/tree.ts'

test('a unit stands only where the domain allows it', () => {
  const allowed = [null, ...unitKinds].flatMap((parent) =>
    unitKinds.filter((child) => mayStandUnder(child, parent)).map((child) => `${parent} > ${child}`),
  )
  expect(allowed.sort()).toEqual(
    [
      'null > streetCommittee',
      'streetCommittee > communityCommittee',
      'streetCommittee > branch',
      'streetCommittee > emergencyBranch',
      'communityCommittee > branch',
      'communityCommittee > emergencyBranch',
      'branch > buildingGroup',
      'branch > memberHousehold',
      'buildingGroup > memberHousehold',
    ].sort(),
  )
})

test('what may be made under a unit comes in the order of the tree', () => {
  expect(allowedChildren('communityCommittee')).toEqual(['branch', 'emergencyBranch'])
  expect(allowedChildren('memberHousehold')).toEqual([])
  expect(allowedChildren(null)).toEqual(['streetCommittee'])
})

test('a move under itself or a descendant is a cycle; broken data does not hang', () => {
  const parents = new Map<string, string | null>([
    ['street', null],
    ['community', 'street'],
    ['branch', 'community'],
    ['x', 'y'],
    ['y', 'x'],
  ])
  expect(makesCycle('community', 'branch', parents)).toBe(true)
  expect(makesCycle('community', 'community', parents)).toBe(true)
  expect(makesCycle('branch', 'street', parents)).toBe(false)
  expect(makesCycle('branch', null, parents)).toBe(false)
  expect(makesCycle('branch', 'x', parents)).toBe(false)
})
