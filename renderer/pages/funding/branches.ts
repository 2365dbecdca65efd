import type { TreeNode } from '../../../shared/models/organization.ts'

export interface Branch {
  readonly id: string
  readonly name: string
  readonly streetId: string | null
  /** Name of what stands above it: its community, or the street where it stands directly under it. */
  readonly community: string
}

/** One group of a select: a community and its branches. */
export interface BranchGroup {
  readonly label: string
  readonly title: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** The living streets, in tree order. */
export const streetsOf = (tree: readonly TreeNode[]): readonly TreeNode[] =>
  tree.filter((node) => node.kind === 'streetCommittee' && node.dissolvedOn === null)

/** The living branches in the order of the tree, each with its street and community. */
export const branchesOf = (tree: readonly TreeNode[]): readonly Branch[] => {
  const byId = new Map(tree.map((node) => [node.id, node]))
  const streetOf = (node: TreeNode): string | null => {
    if (node.kind === 'streetCommittee') return node.id
    const parent = node.parentId === null ? undefined : byId.get(node.parentId)
    return parent === undefined ? null : streetOf(parent)
  }
  return tree
    .filter((node) => node.kind === 'branch' && node.dissolvedOn === null)
    .map((node) => ({
      id: node.id,
      name: node.name,
      streetId: streetOf(node),
      community: (node.parentId === null ? undefined : byId.get(node.parentId))?.name ?? '',
    }))
}

/** Branches of a street (null: of all) as the groups of a select, one per community. */
export const branchGroups = (
  branches: readonly Branch[],
  streetId: string | null,
): readonly BranchGroup[] => {
  const groups = new Map<string, { value: string; label: string }[]>()
  for (const branch of branches) {
    if (streetId !== null && branch.streetId !== streetId) continue
    const options = groups.get(branch.community) ?? []
    options.push({ value: branch.id, label: branch.name })
    groups.set(branch.community, options)
  }
  return [...groups].map(([community, options]) => ({ label: community, title: community, options }))
}
