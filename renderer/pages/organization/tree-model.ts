import type { TreeNode } from '../../../shared/models/organization.ts'
import type { BranchKind, UnitKind } from '../../../shared/models/unit.ts'

/** One node with what its row in the tree shows. */
export interface TreeItem {
  readonly node: TreeNode
  readonly children: readonly TreeItem[]
  /** Branches below a street or community, groups below a branch, households below a group. */
  readonly count: number
  /** Units with gaps in this subtree, itself included. */
  readonly warnings: number
}

export interface Tree {
  readonly roots: readonly TreeItem[]
  readonly byId: ReadonlyMap<string, TreeItem>
}

/** What the tree is narrowed to; the parts are joined by “and”. */
export interface TreeFilter {
  readonly text: string
  readonly kind: UnitKind | null
  readonly branchKind: BranchKind | null
  readonly onlyGaps: boolean
}

export const noFilter: TreeFilter = { text: '', kind: null, branchKind: null, onlyGaps: false }

/** Which kind the count badge of a node counts. */
export const countedKind: Readonly<Record<UnitKind, UnitKind | null>> = {
  streetCommittee: 'branch',
  communityCommittee: 'branch',
  branch: 'buildingGroup',
  buildingGroup: 'memberHousehold',
  memberHousehold: null,
  emergencyBranch: null,
}

const countKind = (items: readonly TreeItem[], kind: UnitKind): number =>
  items.reduce((sum, item) => sum + (item.node.kind === kind ? 1 : 0) + countKind(item.children, kind), 0)

/** Nests the flat list; siblings keep its order. A node whose parent is not in the list stands at the root. */
export const buildTree = (nodes: readonly TreeNode[]): Tree => {
  const ids = new Set(nodes.map((node) => node.id))
  const childrenOf = new Map<string | null, TreeNode[]>()
  for (const node of nodes) {
    const parent = node.parentId !== null && ids.has(node.parentId) ? node.parentId : null
    const siblings = childrenOf.get(parent)
    if (siblings === undefined) childrenOf.set(parent, [node])
    else siblings.push(node)
  }
  const byId = new Map<string, TreeItem>()
  const build = (node: TreeNode): TreeItem => {
    const children = (childrenOf.get(node.id) ?? []).map(build)
    const counted = countedKind[node.kind]
    const item: TreeItem = {
      node,
      children,
      count: counted === null ? 0 : countKind(children, counted),
      warnings: children.reduce((sum, child) => sum + child.warnings, node.gaps.length > 0 ? 1 : 0),
    }
    byId.set(node.id, item)
    return item
  }
  return { roots: (childrenOf.get(null) ?? []).map(build), byId }
}

const matches = (node: TreeNode, filter: TreeFilter): boolean =>
  (filter.kind === null || node.kind === filter.kind) &&
  (filter.branchKind === null || node.branchKind === filter.branchKind) &&
  (!filter.onlyGaps || node.gaps.length > 0) &&
  (filter.text === '' || node.name.toLowerCase().includes(filter.text))

export const isFiltering = (filter: TreeFilter): boolean =>
  filter.text.trim() !== '' || filter.kind !== null || filter.branchKind !== null || filter.onlyGaps

/** Matches keep their ancestors; `open` are the nodes to expand, `found` the number of matches. */
export const filterTree = (
  roots: readonly TreeItem[],
  filter: TreeFilter,
): { readonly roots: readonly TreeItem[]; readonly open: readonly string[]; readonly found: number } => {
  const wanted = { ...filter, text: filter.text.trim().toLowerCase() }
  const open: string[] = []
  let found = 0
  const keep = (item: TreeItem): TreeItem | null => {
    const hit = matches(item.node, wanted)
    if (hit) found += 1
    const children = item.children.map(keep).filter((child) => child !== null)
    if (children.length > 0) open.push(item.node.id)
    return hit || children.length > 0 ? { ...item, children } : null
  }
  return { roots: roots.map(keep).filter((item) => item !== null), open, found }
}

/** Ids from the root down to the parent. */
export const ancestorsOf = (tree: Tree, id: string): readonly string[] => {
  const path: string[] = []
  let parent = tree.byId.get(id)?.node.parentId ?? null
  while (parent !== null && tree.byId.has(parent)) {
    path.unshift(parent)
    parent = tree.byId.get(parent)?.node.parentId ?? null
  }
  return path
}
