import type { UnitNode } from '../../../shared/models/unit.ts'
import type { Beside } from '../../../shared/requests/units.ts'
import { moveProblem } from '../../../shared/rules/tree.ts'
import type { Outline } from './outline-model.ts'

/** Where a dragged unit would come to stand; `beside` null: at the end. */
export interface Drop {
  readonly parentId: string | null
  readonly beside: Beside | null
}

/** `at`: -1 above the target, 0 onto it, 1 below it. */
export const dropOf = (outline: Outline, targetId: string, at: -1 | 0 | 1): Drop => {
  if (at === 0) return { parentId: targetId, beside: null }
  const parentId = outline.byId.get(targetId)?.parentId ?? null
  return { parentId, beside: { at: at === -1 ? 'before' : 'after', id: targetId } }
}

/** Why the units cannot be dropped there, in Chinese, or null. */
export const dropProblem = (outline: Outline, units: readonly UnitNode[], drop: Drop): string | null => {
  const parent = drop.parentId === null ? null : (outline.byId.get(drop.parentId) ?? null)
  if (units.some((unit) => unit.id === drop.beside?.id)) return '不能放在它自己旁边'
  for (const unit of units) {
    const problem = moveProblem(unit, parent)
    if (problem !== null) return problem
  }
  return null
}

/** One place up (-1) or down (1) among its siblings; null when there is none. */
export const stepOf = (outline: Outline, id: string, by: -1 | 1): Drop | null => {
  const parentId = outline.byId.get(id)?.parentId ?? null
  const siblings = outline.childrenOf.get(parentId) ?? []
  const index = siblings.findIndex((unit) => unit.id === id)
  const other = index < 0 ? undefined : siblings[index + by]
  return other === undefined
    ? null
    : { parentId, beside: { at: by === -1 ? 'before' : 'after', id: other.id } }
}
