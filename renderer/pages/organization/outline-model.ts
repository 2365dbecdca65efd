import type { TreeRow } from '../../../shared/models/reorganization.ts'
import type { TreeFilter } from '../../../shared/requests/units.ts'

/** The part of the tree that was read so far: rows by their parent (null: the roots), in their order. */
export interface Outline {
  readonly childrenOf: ReadonlyMap<string | null, readonly TreeRow[]>
  readonly byId: ReadonlyMap<string, TreeRow>
}

/** One visible row of the outline. */
export interface OutlineRow {
  readonly unit: TreeRow
  /** 0 at the root. */
  readonly depth: number
  readonly open: boolean
  readonly foldable: boolean
  /** 1-based place among its siblings, and how many they are. */
  readonly position: number
  readonly siblings: number
}

export const noFilter: TreeFilter = { text: '', kind: null, branchKind: null, onlyGaps: false }

export const isFiltering = (filter: TreeFilter): boolean =>
  filter.text.trim() !== '' || filter.kind !== null || filter.branchKind !== null || filter.onlyGaps

/** Rows of a flat list by their parent; those whose parent is not among them stand at the root. */
export const outlineOf = (rows: readonly TreeRow[]): Outline => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const childrenOf = new Map<string | null, TreeRow[]>()
  for (const row of rows) {
    const parent = row.parentId !== null && byId.has(row.parentId) ? row.parentId : null
    const siblings = childrenOf.get(parent)
    if (siblings === undefined) childrenOf.set(parent, [row])
    else siblings.push(row)
  }
  return { childrenOf, byId }
}

/** What was read of each parent, put together. */
export const outlineOfParents = (parents: ReadonlyMap<string | null, readonly TreeRow[]>): Outline => {
  const byId = new Map<string, TreeRow>()
  for (const rows of parents.values()) for (const row of rows) byId.set(row.id, row)
  return { childrenOf: parents, byId }
}

/**
 * The visible rows from top to bottom. `foldableOf`: whether a row can be unfolded; with a filter by the rows that fit,
 * else by all that stand below.
 */
export const flatten = (
  outline: Outline,
  isOpen: (id: string) => boolean,
  foldableOf: (row: TreeRow) => boolean,
): readonly OutlineRow[] => {
  const rows: OutlineRow[] = []
  const take = (parentId: string | null, depth: number): void => {
    const children = outline.childrenOf.get(parentId) ?? []
    for (const [index, unit] of children.entries()) {
      const foldable = foldableOf(unit)
      const open = foldable && isOpen(unit.id)
      rows.push({ unit, depth, open, foldable, position: index + 1, siblings: children.length })
      if (open) take(unit.id, depth + 1)
    }
  }
  take(null, 0)
  return rows
}
