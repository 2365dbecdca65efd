import { Worker } from 'node:worker_threads'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import type { Progress } from '../../shared/progress.ts'
import { builtEntry } from './built-entry.ts'
import type { Task, TaskAnswer, TaskArgument, TaskName, WorkerMessage } from './tasks.ts'

export interface TaskListeners {
  /** Each part of a large answer; the task waits until it is taken in. */
  readonly part?: (part: unknown) => Promise<void> | void
  readonly report?: (progress: Progress) => void
}

const workerFile = builtEntry('worker.js')

/**
 * Runs a task in a thread of its own, so that nothing heavy blocks the main process; aborting `signal` ends the
 * thread at once. Without a build (the unit tests run the sources) the same function runs in this thread.
 * Throws what the task throws; `job.cancelled` when aborted.
 */
export const runTask = <N extends TaskName>(
  name: N,
  argument: TaskArgument<N>,
  signal?: AbortSignal,
  listeners: TaskListeners = {},
): Promise<TaskAnswer<N>> => {
  if (signal?.aborted) return Promise.reject(new AppError('job.cancelled'))
  return workerFile === undefined
    ? runHere(name, argument, signal, listeners)
    : runThread(workerFile, name, argument, signal, listeners)
}

const runHere = async <N extends TaskName>(
  name: N,
  argument: TaskArgument<N>,
  signal: AbortSignal | undefined,
  listeners: TaskListeners,
): Promise<TaskAnswer<N>> => {
  const { tasks } = await import('./tasks.ts')
  const run = tasks[name] as unknown as Task<TaskArgument<N>, TaskAnswer<N>>
  const stop = () => {
    if (signal?.aborted) throw new AppError('job.cancelled')
  }
  const answer = await run(argument, {
    part: async (part) => {
      stop()
      await listeners.part?.(part)
    },
    report: (progress) => {
      stop()
      listeners.report?.(progress)
    },
  })
  stop()
  return answer
}

const runThread = <N extends TaskName>(
  file: string,
  name: N,
  argument: TaskArgument<N>,
  signal: AbortSignal | undefined,
  listeners: TaskListeners,
): Promise<TaskAnswer<N>> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: { task: name, argument } })
    const finish = (settle: () => void) => {
      signal?.removeEventListener('abort', cancel)
      worker.removeAllListeners()
      // A late error of a thread that is being ended must not become an uncaught exception.
      worker.on('error', () => undefined)
      void worker.terminate()
      settle()
    }
    const fail = (error: unknown) => finish(() => reject(error))
    const cancel = () => fail(new AppError('job.cancelled'))
    signal?.addEventListener('abort', cancel, { once: true })
    worker.on('error', fail)
    worker.on('exit', (code) => fail(new Error(`worker ended with ${code}`)))
    worker.on('message', (message: WorkerMessage) => {
      switch (message.kind) {
        case 'part':
          Promise.resolve(listeners.part?.(message.part)).then(() => worker.postMessage('next'), fail)
          break
        case 'progress':
          listeners.report?.(message.progress)
          break
        case 'done':
          finish(() => resolve(message.value as TaskAnswer<N>))
          break
        case 'failed':
          fail(
            message.code === null
              ? new Error(message.text)
              : new AppError(message.code as ErrorCode, message.facts, { cause: message.text }),
          )
          break
      }
    })
  })
