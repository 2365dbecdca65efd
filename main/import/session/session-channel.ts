import type { Progress } from '../../../shared/progress.ts'

/** How a method of the session speaks to whoever asked. */
export interface SessionChannel {
  report(progress: Progress): void
  /** Throws `job.cancelled` when the user cancelled; call it between rows. */
  check(): void
}
