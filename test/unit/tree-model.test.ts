import { expect, test } from 'vitest'
import { ancestorsOf, buildTree, filterTree, noFilter } from '../../renderer/pages/organization/tree-model.ts'
import type { Gap, TreeNode } from '../../shared/models/organization.ts'
import type { UnitKind } from '../../shared/models/unit.ts'

const node = (
  id: string,
  kind: UnitKind,
  parentId: string | null,
  name: string,
  gaps: readonly Gap[] = [],
): TreeNode => ({
  id,
  kind,
  branchKind: null,
  parentId,
  name,
  sort: 1,
  foundedOn: null,
  dissolvedOn: null,
  version: 1,
  gaps,
})

const nodes = [
  node('s', 'streetCommittee', null, '汉江路街道党工委'),
  node('c1', 'communityCommittee', 's', '六堰社区党委'),
  node('c2', 'communityCommittee', 's', '阳光社区党委'),
  node('b1', 'branch', 'c1', '翠苑小区党支部'),
  node('b2', 'branch', 'c1', '文苑小区党支部', ['noSecretary']),
  node('b3', 'branch', 'c2', '阳光小区党支部'),
  node('e1', 'emergencyBranch', 'c1', '翠苑小区应急党支部', ['noFirstSecretary', 'noGridLeader']),
  node('g1', 'buildingGroup', 'b1', '1号楼党小组', ['noGroupLeader']),
  node('g2', 'buildingGroup', 'b1', '2号楼党小组'),
]
const tree = buildTree(nodes)
const names = (items: ReturnType<typeof filterTree>['roots']): unknown =>
  items.map((item) => [item.node.id, names(item.children)])

test('a street and a community count branches, a branch counts groups; emergency branches are not branches', () => {
  const count = (id: string) => tree.byId.get(id)?.count
  expect([count('s'), count('c1'), count('c2'), count('b1'), count('e1')]).toEqual([3, 2, 1, 2, 0])
})

test('warnings count units, not gaps, over the whole subtree', () => {
  const warnings = (id: string) => tree.byId.get(id)?.warnings
  expect([warnings('s'), warnings('c1'), warnings('b1'), warnings('e1'), warnings('c2')]).toEqual([
    3, 3, 1, 1, 0,
  ])
})

test('matches keep their ancestors, and nothing else stays', () => {
  const shown = filterTree(tree.roots, { ...noFilter, text: ' 翠苑 ' })
  expect(names(shown.roots)).toEqual([
    [
      's',
      [
        [
          'c1',
          [
            ['b1', []],
            ['e1', []],
          ],
        ],
      ],
    ],
  ])
  expect(shown.found).toBe(2)
  expect([...shown.open].sort()).toEqual(['c1', 's'])
})

test('filters are joined by “and”', () => {
  const shown = filterTree(tree.roots, { ...noFilter, text: '小区', kind: 'branch', onlyGaps: true })
  expect(names(shown.roots)).toEqual([['s', [['c1', [['b2', []]]]]]])
  expect(filterTree(tree.roots, { ...noFilter, text: '没有' }).roots).toEqual([])
})

test('the way to a unit, from the root down', () => {
  expect(ancestorsOf(tree, 'g1')).toEqual(['s', 'c1', 'b1'])
  expect(ancestorsOf(tree, 'nobody')).toEqual([])
})

test('a unit whose parent is dissolved stands at the root instead of vanishing', () => {
  const orphan = buildTree([node('b9', 'branch', 'gone', '孤小区党支部')])
  expect(orphan.roots.map((item) => item.node.id)).toEqual(['b9'])
})

test('branches of one kind alone, as the overview links to them', () => {
  const joint = buildTree([
    node('s', 'streetCommittee', null, '街道'),
    { ...node('a', 'branch', 's', '甲'), branchKind: 'joint' },
    { ...node('b', 'branch', 's', '乙'), branchKind: 'estate' },
  ])
  expect(filterTree(joint.roots, { ...noFilter, kind: 'branch', branchKind: 'joint' }).found).toBe(1)
})
