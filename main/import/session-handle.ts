import type { Conversation } from '../workers/conversation.ts'
import type { SnapshotPart } from './plan/snapshot-types.ts'
import type { PlanSummary } from './session/plan-summary.ts'

/** One import from its files to its end. The thread holds the rows; this is what the main process knows of it. */
export interface Session {
  readonly id: string
  readonly conversation: Conversation
  /** What of the database the thread has, and how it stood then. */
  snapshot: { readonly revision: number; readonly parts: ReadonlySet<SnapshotPart> } | null
  /** The last plan; null before the first and once it was applied. */
  plan: { readonly summary: PlanSummary; readonly revision: number } | null
}
