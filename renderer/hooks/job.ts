import { App } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { sentenceOf } from '../messages.ts'
import { cancelJob, jobBegan, jobEnded, type RunningJob, useRunningJobs } from './running-jobs.ts'

export type { RunningJob } from './running-jobs.ts'

/**
 * Runs one long request at a time: `run(jobId => call(…))`. `running` is null when idle. A display of progress
 * should appear only after 400 ms (components/job-progress.tsx does that).
 */
export const useJob = () => {
  const { message } = App.useApp()
  const [jobId, setJobId] = useState<string | null>(null)
  const current = useRef<string | null>(null)
  const jobs = useRunningJobs()
  const running: RunningJob | null = jobs.find((job) => job.jobId === jobId) ?? null

  const run = useCallback(
    async <T>(work: (jobId: string) => Promise<T>): Promise<T | undefined> => {
      if (current.current !== null) return undefined
      const id = crypto.randomUUID()
      current.current = id
      jobBegan(id)
      setJobId(id)
      try {
        return await work(id)
      } catch (error) {
        const sentence = sentenceOf(error)
        if (sentence === null) message.info('已取消，没有做任何改动。')
        else message.error(sentence, 10)
        return undefined
      } finally {
        current.current = null
        jobEnded(id)
        setJobId(null)
      }
    },
    [message],
  )

  const cancel = useCallback(() => {
    if (current.current !== null) cancelJob(current.current)
  }, [])

  return { run, cancel, running }
}
