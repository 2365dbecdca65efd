import fc from 'fast-check'
import type { ChartRow } from '../../shared/models/chart.ts'
import type { UnitKind } from '../../shared/models/unit.ts'

const kinds: readonly UnitKind[] = [
  'streetCommittee',
  'communityCommittee',
  'branch',
  'buildingGroup',
  'memberHousehold',
]

export const chartRow = (id: string, parentId: string | null, kind: UnitKind, name: string): ChartRow => ({
  id,
  kind,
  branchKind: null,
  parentId,
  name,
  sort: 0,
  childCount: 0,
  open: false,
  head: null,
  memberCount: 0,
})

/** Parents before children, each followed by all below it, with `open` and `childCount` as the database gives them. */
export const inOrder = (rows: readonly ChartRow[]): readonly ChartRow[] => {
  const below = new Map<string | null, ChartRow[]>()
  for (const row of rows) {
    const siblings = below.get(row.parentId)
    if (siblings === undefined) below.set(row.parentId, [row])
    else siblings.push(row)
  }
  const order: ChartRow[] = []
  const take = (parentId: string | null): void => {
    for (const row of below.get(parentId) ?? []) {
      const children = below.get(row.id)?.length ?? 0
      order.push({ ...row, open: children > 0, childCount: children > 0 ? children : row.childCount })
      take(row.id)
    }
  }
  take(null)
  return order
}

/** A street of `communities` communities of `branches` branches of `groups` groups each. */
export const streetRows = (communities: number, branches: number, groups: number): readonly ChartRow[] => {
  const rows = [chartRow('s', null, 'streetCommittee', '汉江路街道党工委')]
  for (let c = 1; c <= communities; c++) {
    rows.push(chartRow(`c${c}`, 's', 'communityCommittee', `第${c}社区党委`))
    for (let b = 1; b <= branches; b++) {
      rows.push(chartRow(`c${c}b${b}`, `c${c}`, 'branch', `${c}社区${b}小区党支部`))
      for (let g = 1; g <= groups; g++) {
        rows.push(chartRow(`c${c}b${b}g${g}`, `c${c}b${b}`, 'buildingGroup', `${g}号楼党小组`))
      }
    }
  }
  return inOrder(rows)
}

/** Trees of any shape that is allowed, names of any length, rare characters among them. */
export const anyTree: fc.Arbitrary<readonly ChartRow[]> = fc
  .array(
    fc.record({
      above: fc.nat(1000),
      name: fc.oneof(
        fc.string({
          unit: fc.constantFrom('汉', '江', '支', '部', '𬭚', '䶮', '1', '2', '·'),
          minLength: 1,
          maxLength: 30,
        }),
        fc.string({ unit: fc.constantFrom('长', '名', 'A', '9'), minLength: 60, maxLength: 100 }),
      ),
      head: fc.option(fc.constantFrom('许文雪', '欧阳𬭚', '阿卜杜拉·买买提')),
      members: fc.nat(3000),
      hidden: fc.nat(20),
    }),
    { minLength: 1, maxLength: 90, size: 'max' },
  )
  .map((made) => {
    const rows: (ChartRow & { readonly depth: number })[] = []
    for (const [at, { above, name, head, members, hidden }] of made.entries()) {
      const possible = rows.filter((row) => row.depth < 4)
      // One in ten is a further root.
      const parent = at === 0 || above % 10 === 0 ? undefined : possible[above % Math.max(1, possible.length)]
      const depth = parent === undefined ? 0 : parent.depth + 1
      const row = chartRow(String(at), parent?.id ?? null, kinds[depth] ?? 'buildingGroup', name)
      rows.push({ ...row, head, memberCount: members, childCount: hidden, depth })
    }
    return inOrder(rows.map(({ depth: _, ...row }) => row))
  })
