import type { ImportPreview } from '../../shared/models/import.ts'
import type { Edits } from './plan/edits.ts'
import type { Problems } from './problems.ts'

/** A preview that was shown, and all that is needed to apply it or to save its problem rows. */
export interface KeptPlan {
  /** State of the data it was planned for. */
  readonly revision: number
  /** Null once it was applied: a plan is used once. */
  readonly edits: Edits | null
  readonly preview: ImportPreview
  readonly problems: Problems
}

/** A window works with one preview at a time; a few more outlive a second look at another file. */
const most = 3
const plans = new Map<string, KeptPlan>()

/** Keeps a plan under its id; the oldest goes first. */
export const keepPlan = (plan: KeptPlan): void => {
  plans.set(plan.preview.planId, plan)
  for (const oldest of plans.keys()) {
    if (plans.size <= most) break
    plans.delete(oldest)
  }
}

export const keptPlan = (planId: string): KeptPlan | undefined => plans.get(planId)
