import { App } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Progress } from '../../shared/progress.ts'
import { call, on } from '../api.ts'
import { sentenceOf } from '../messages.ts'

export interface RunningJob {
  readonly jobId: string
  readonly progress: Progress | null
}

/**
 * Runs one long request at a time: `run(jobId => call(…))`. `running` is null when idle. A display of progress
 * should appear only after 400 ms (components/job-progress.tsx does that).
 */
export const useJob = () => {
  const { message } = App.useApp()
  const [running, setRunning] = useState<RunningJob | null>(null)
  const current = useRef<string | null>(null)

  useEffect(
    () =>
      on('job.progress', ({ jobId, progress }) => {
        if (jobId === current.current) setRunning({ jobId, progress })
      }),
    [],
  )

  const run = useCallback(
    async <T>(work: (jobId: string) => Promise<T>): Promise<T | undefined> => {
      if (current.current !== null) return undefined
      const jobId = crypto.randomUUID()
      current.current = jobId
      setRunning({ jobId, progress: null })
      try {
        return await work(jobId)
      } catch (error) {
        const sentence = sentenceOf(error)
        if (sentence === null) message.info('已取消，没有做任何改动。')
        else message.error(sentence, 10)
        return undefined
      } finally {
        current.current = null
        setRunning(null)
      }
    },
    [message],
  )

  const cancel = useCallback(() => {
    if (current.current !== null) void call('job.cancel', { jobId: current.current })
  }, [])

  return { run, cancel, running }
}
