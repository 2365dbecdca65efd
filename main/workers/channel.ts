import type { Progress } from '../../shared/progress.ts'

/** How a running task speaks to the main thread. */
export interface TaskChannel {
  /** Hands over one part of a large answer; resolves when the main thread is ready for the next. */
  part(part: unknown): Promise<void>
  report(progress: Progress): void
}
