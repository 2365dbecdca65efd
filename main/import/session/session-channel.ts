import type { Progress } from '../../../shared/progress.ts'

/** How a method of the session speaks to whoever asked. */
export interface SessionChannel {
  report(progress: Progress): void
  /** Hands over a part of the answer before the rest is there. */
  send(part: unknown): void
  /** Throws `job.cancelled` when the user cancelled; call it between rows. */
  check(): void
}
