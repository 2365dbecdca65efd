import type { Batch } from './plan/edits.ts'

/** Parts of a plan in the order they come, for whoever writes them while more are planned. */
export class BatchQueue {
  private readonly waiting: Batch[] = []
  private ended = false
  private wake: (() => void) | null = null

  push(batch: Batch): void {
    this.waiting.push(batch)
    this.wake?.()
  }

  /** No more will come. */
  end(): void {
    this.ended = true
    this.wake?.()
  }

  /** The next part; null when there is none left and none will come. */
  async next(): Promise<Batch | null> {
    for (;;) {
      const batch = this.waiting.shift()
      if (batch !== undefined) return batch
      if (this.ended) return null
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
      this.wake = null
    }
  }
}
