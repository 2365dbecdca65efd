import type { TreeNode } from '../../../shared/models/organization.ts'
import { moveProblem } from '../../../shared/rules/tree.ts'
import type { Tree } from './tree-model.ts'

/** Where a dragged unit would come to stand. */
export interface Drop {
  readonly parentId: string | null
  /** The sibling it is put before; null: at the end. */
  readonly before: string | null
}

/** `at`: -1 above the target, 0 onto it, 1 below it. Below an unfolded target's row means before its next sibling. */
export const dropOf = (tree: Tree, targetId: string, at: -1 | 0 | 1): Drop => {
  if (at === 0) return { parentId: targetId, before: null }
  const parentId = tree.byId.get(targetId)?.node.parentId ?? null
  if (at === -1) return { parentId, before: targetId }
  const siblings = parentId === null ? tree.roots : (tree.byId.get(parentId)?.children ?? [])
  const index = siblings.findIndex((item) => item.node.id === targetId)
  return { parentId, before: siblings[index + 1]?.node.id ?? null }
}

/** Why the units cannot be dropped there, in Chinese, or null. */
export const dropProblem = (tree: Tree, units: readonly TreeNode[], drop: Drop): string | null => {
  const parent = drop.parentId === null ? null : (tree.byId.get(drop.parentId)?.node ?? null)
  for (const unit of units) {
    const problem = moveProblem(unit, parent)
    if (problem !== null) return problem
  }
  return null
}

/** One place up (-1) or down (1) among its siblings; null when there is none. */
export const stepOf = (tree: Tree, id: string, by: -1 | 1): Drop | null => {
  const parentId = tree.byId.get(id)?.node.parentId ?? null
  const siblings = parentId === null ? tree.roots : (tree.byId.get(parentId)?.children ?? [])
  const index = siblings.findIndex((item) => item.node.id === id)
  const to = index + by
  if (index < 0 || to < 0 || to >= siblings.length) return null
  return { parentId, before: siblings[by === -1 ? to : to + 1]?.node.id ?? null }
}
