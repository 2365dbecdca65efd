import { useSyncExternalStore } from 'react'
import type { Progress } from '../../shared/progress.ts'
import { call, on } from '../api.ts'

export interface RunningJob {
  readonly jobId: string
  readonly progress: Progress | null
}

/** All jobs this window started and that have not ended, also those of pages already left. */
let jobs: readonly RunningJob[] = []
const listeners = new Set<() => void>()

const change = (next: readonly RunningJob[]): void => {
  jobs = next
  for (const listener of listeners) listener()
}

on('job.progress', ({ jobId, progress }) => {
  if (jobs.some((job) => job.jobId === jobId)) {
    change(jobs.map((job) => (job.jobId === jobId ? { jobId, progress } : job)))
  }
})

export const jobBegan = (jobId: string): void => change([...jobs, { jobId, progress: null }])
export const jobEnded = (jobId: string): void => change(jobs.filter((job) => job.jobId !== jobId))
export const cancelJob = (jobId: string): void => {
  // A job that has ended meanwhile needs no cancelling.
  call('job.cancel', { jobId }).catch(() => undefined)
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** For the top bar: work goes on when its page is left, and can still be cancelled. */
export const useRunningJobs = (): readonly RunningJob[] => useSyncExternalStore(subscribe, () => jobs)
