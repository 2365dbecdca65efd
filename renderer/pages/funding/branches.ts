import type { UnitNode } from '../../../shared/models/unit.ts'
import { placedUnits } from '../../../shared/rules/branch-order.ts'

/** One group of a select: a community (or the street of branches directly under it) and its branches. */
export interface BranchGroup {
  readonly label: string
  readonly title: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** The living streets, in tree order. */
export const streetsOf = (tree: readonly UnitNode[]): readonly UnitNode[] =>
  tree
    .filter((node) => node.kind === 'streetCommittee' && node.dissolvedOn === null)
    .sort((a, b) => a.sort - b.sort)

/** The living branches of a street (null: of all), in the order of the matrix, as the groups of a select. */
export const branchGroups = (tree: readonly UnitNode[], streetId: string | null): readonly BranchGroup[] => {
  const groups = new Map<string, { readonly name: string; options: { value: string; label: string }[] }>()
  for (const { unit, community } of placedUnits(tree, streetId)) {
    if (unit.kind !== 'branch' || unit.dissolvedOn !== null) continue
    const group = groups.get(community.id) ?? { name: community.name, options: [] }
    group.options.push({ value: unit.id, label: unit.name })
    groups.set(community.id, group)
  }
  return [...groups.values()].map(({ name, options }) => ({ label: name, title: name, options }))
}
