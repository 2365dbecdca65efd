import { expect, test } from 'vitest'
import { outlineOf } from '../../renderer/pages/organization/outline-model.ts'
import { type Draft, partsOf } from '../../renderer/pages/organization/split-parts.ts'
import { dropOf, dropProblem, stepOf } from '../../renderer/pages/organization/tree-drop.ts'
import type { TreeRow } from '../../shared/models/reorganization.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import { beginningsOf, spanLabel } from '../../shared/rules/ages.ts'
import { freeGroupName, postsThatFollow } from '../../shared/rules/merging.ts'

const node = (id: string, kind: UnitKind, parentId: string | null): TreeRow => ({
  id,
  kind,
  parentId,
  branchKind: null,
  name: id,
  sort: 1,
  foundedOn: null,
  dissolvedOn: null,
  version: 1,
  childCount: 0,
})
const tree = outlineOf([
  node('s', 'streetCommittee', null),
  node('c1', 'communityCommittee', 's'),
  node('c2', 'communityCommittee', 's'),
  node('b1', 'branch', 'c1'),
  node('b2', 'branch', 'c1'),
  node('g', 'buildingGroup', 'b1'),
])
const unit = (id: string): TreeRow => {
  const found = tree.byId.get(id)
  if (found === undefined) throw new Error(id)
  return found
}

test('a drop onto a row, above it and below it', () => {
  expect(dropOf(tree, 'c2', 0)).toEqual({ parentId: 'c2', beside: null })
  expect(dropOf(tree, 'b1', -1)).toEqual({ parentId: 'c1', beside: { at: 'before', id: 'b1' } })
  expect(dropOf(tree, 'b1', 1)).toEqual({ parentId: 'c1', beside: { at: 'after', id: 'b1' } })
})

test('where a unit may not stand, the reason names where it may', () => {
  const onto = (parentId: string | null) => ({ parentId, beside: null })
  expect(dropProblem(tree, [unit('b1')], onto('c2'))).toBeNull()
  expect(dropProblem(tree, [unit('b1'), unit('g')], onto('c2'))).toBe('楼栋党小组只能放在党支部下')
  expect(dropProblem(tree, [unit('c1')], onto(null))).toBe('社区党委只能放在街道党工委下')
  expect(dropProblem(tree, [unit('b1')], onto('b1'))).toBe('不能移到它自己下面')
  expect(dropProblem(tree, [unit('b1')], dropOf(tree, 'b1', 1))).toBe('不能放在它自己旁边')
})

test('one place up or down stops at the ends', () => {
  expect(stepOf(tree, 'b1', 1)).toEqual({ parentId: 'c1', beside: { at: 'after', id: 'b2' } })
  expect(stepOf(tree, 'b2', -1)).toEqual({ parentId: 'c1', beside: { at: 'before', id: 'b1' } })
  expect([stepOf(tree, 'b1', -1), stepOf(tree, 'b2', 1)]).toEqual([null, null])
})

test('one secretary stays, everybody else keeps what is not held twice', () => {
  const post = (id: string, kind: 'secretary' | 'committeeMember', personId: string) => ({
    id,
    kind,
    personId,
  })
  const { following, ending } = postsThatFollow(
    [post('t', 'committeeMember', 'p1')],
    [post('a', 'secretary', 'p1'), post('b', 'secretary', 'p2'), post('c', 'committeeMember', 'p1')],
  )
  expect(following.map((one) => one.id)).toEqual(['a'])
  expect(ending.map((one) => one.id)).toEqual(['b', 'c'])
})

test('a group gets a name that no sibling has', () => {
  expect(freeGroupName('1号楼党小组', '甲小区党支部', new Set())).toBe('1号楼党小组')
  const taken = new Set(['1号楼党小组', '甲小区1号楼党小组'])
  expect(freeGroupName('1号楼党小组', '甲小区党支部', taken)).toBe('甲小区1号楼党小组（2）')
})

test('a split gives each thing to one part, what is not given to the first', () => {
  const drafts: readonly Draft[] = ['甲', '乙'].map((name) => ({ key: name, name, branchKind: 'estate' }))
  const parts = partsOf(
    drafts,
    {
      unit: { id: 'b1', kind: 'branch', name: 'b1' },
      groups: [
        { id: 'g1', name: '1', members: 0 },
        { id: 'g2', name: '2', members: 0 },
      ],
      members: [{ personId: 'p', name: '某', groupId: null }],
      estates: [],
      posts: [],
      balances: [],
    },
    { g2: 1 },
  )
  expect(parts.map((part) => [part.groupIds, part.memberIds])).toEqual([
    [['g1'], ['p']],
    [['g2'], []],
  ])
})

test('full years: the birthday counts, 29 February too', () => {
  expect(beginningsOf({ from: 31, to: 35 }, '2026-11-24')).toEqual({
    after: '1990-11-24',
    upTo: '1995-11-24',
  })
  expect(beginningsOf({ from: 1, to: null }, '2028-02-29')).toEqual({ after: null, upTo: '2027-02-28' })
  expect(
    [
      { from: 0, to: 30 },
      { from: 31, to: 35 },
      { from: 81, to: null },
    ].map(spanLabel),
  ).toEqual(['30及以下', '31–35', '81及以上'])
})
