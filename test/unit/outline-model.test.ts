import { expect, test } from 'vitest'
import { parentIndex } from '../../renderer/components/outline-parent.ts'
import { flatten, outlineOf, outlineOfParents } from '../../renderer/pages/organization/outline-model.ts'
import type { TreeRow } from '../../shared/models/reorganization.ts'
import type { UnitKind } from '../../shared/models/unit.ts'

const row = (id: string, kind: UnitKind, parentId: string | null, childCount = 0): TreeRow => ({
  id,
  kind,
  branchKind: null,
  parentId,
  name: id,
  sort: 1,
  foundedOn: null,
  dissolvedOn: null,
  version: 1,
  childCount,
})

const rows = [
  row('s', 'streetCommittee', null, 2),
  row('c1', 'communityCommittee', 's', 2),
  row('c2', 'communityCommittee', 's', 1),
  row('b1', 'branch', 'c1', 1),
  row('b2', 'branch', 'c1'),
]
const shown = (open: readonly string[]) =>
  flatten(
    outlineOf(rows),
    (id) => open.includes(id),
    (unit) => unit.childCount > 0,
  )

test('only what is unfolded is visible, in the order of the tree', () => {
  expect(shown([]).map((one) => one.unit.id)).toEqual(['s'])
  expect(shown(['s', 'c1']).map((one) => [one.unit.id, one.depth, one.position, one.siblings])).toEqual([
    ['s', 0, 1, 1],
    ['c1', 1, 1, 2],
    ['b1', 2, 1, 2],
    ['b2', 2, 2, 2],
    ['c2', 1, 2, 2],
  ])
})

test('what has nothing below cannot be unfolded; what is unfolded before it was read shows nothing yet', () => {
  const all = shown(['s', 'c1', 'b1', 'b2'])
  const of = (id: string) => all.find((one) => one.unit.id === id)
  expect([of('b2')?.foldable, of('b2')?.open, of('b1')?.foldable, of('b1')?.open]).toEqual([
    false,
    false,
    true,
    true,
  ])
})

test('the row above is the nearest that is less deep', () => {
  const all = shown(['s', 'c1'])
  expect(all.map((_, index) => parentIndex(all, index))).toEqual([-1, 0, 1, 1, 0])
})

test('a row whose parent was not found stands at the root instead of vanishing', () => {
  expect(
    outlineOf([row('b9', 'branch', 'gone')])
      .childrenOf.get(null)
      ?.map((one) => one.id),
  ).toEqual(['b9'])
})

test('what was read of several parents is one outline', () => {
  const outline = outlineOfParents(
    new Map<string | null, readonly TreeRow[]>([
      [null, rows.slice(0, 1)],
      ['s', rows.slice(1, 3)],
    ]),
  )
  expect(outline.byId.get('c2')?.parentId).toBe('s')
  expect(outline.childrenOf.get('c1')).toBeUndefined()
})
