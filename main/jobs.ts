import { AppError } from '../shared/errors.ts'
import type { JobProgress, Progress } from '../shared/progress.ts'

/** Progress of one job, told at most every `interval` ms, and the signal that it was cancelled. */
export interface Job {
  readonly signal: AbortSignal
  report(progress: Progress): void
  /** Throws `job.cancelled` when the user cancelled; call it between steps. */
  check(): void
}

/** Long work that shows progress and can be cancelled. */
export class Jobs {
  private readonly running = new Map<string, AbortController>()

  constructor(
    private readonly push: (progress: JobProgress) => void,
    private readonly interval = 100,
  ) {}

  /** Runs `work` under `jobId`; answers what it answers. */
  async run<T>(jobId: string, work: (job: Job) => Promise<T>): Promise<T> {
    const controller = new AbortController()
    this.running.set(jobId, controller)
    let told = 0
    let kind: Progress['kind'] | null = null
    const job: Job = {
      signal: controller.signal,
      report: (progress) => {
        const now = Date.now()
        const newKind = progress.kind !== kind
        if (!newKind && now - told < this.interval && progress.done < progress.total) return
        told = now
        kind = progress.kind
        this.push({ jobId, progress })
      },
      check: () => {
        if (controller.signal.aborted) throw new AppError('job.cancelled')
      },
    }
    try {
      return await work(job)
    } catch (error) {
      if (controller.signal.aborted) throw new AppError('job.cancelled', {}, { cause: error })
      throw error
    } finally {
      this.running.delete(jobId)
    }
  }

  /** True when the job was running. */
  cancel(jobId: string): boolean {
    const controller = this.running.get(jobId)
    controller?.abort(new AppError('job.cancelled'))
    return controller !== undefined
  }

  cancelAll(): void {
    for (const jobId of this.running.keys()) this.cancel(jobId)
  }
}
