import { expect, test } from 'vitest'
import { type UnitKind, unitKinds } from '../../shared/models/unit.ts'
import { allowedChildren, mayStandUnder } from '../../shared/rules/tree.ts'

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

test('no kind can come to stand under its own kind: a cycle is impossible', () => {
  const below = (kind: UnitKind): readonly UnitKind[] =>
    allowedChildren(kind).flatMap((child) => [child, ...below(child)])
  for (const kind of unitKinds) expect(below(kind)).not.toContain(kind)
})
