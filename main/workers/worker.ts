import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../shared/errors.ts'
import type { TaskChannel } from './channel.ts'
import { type Task, type TaskName, tasks, type WorkerMessage } from './tasks.ts'

/* The second entry of the main build: one thread runs one task and ends. */

const { task, argument } = workerData as { readonly task: TaskName; readonly argument: unknown }

const say = (message: WorkerMessage): void => parentPort?.postMessage(message)

/** The main thread answers each part, so that parts never pile up in its event loop. */
const channel: TaskChannel = {
  part: (part) =>
    new Promise((resolve) => {
      parentPort?.once('message', () => resolve())
      say({ kind: 'part', part })
    }),
  report: (progress) => say({ kind: 'progress', progress }),
}

const run = tasks[task] as unknown as Task<unknown, unknown>
try {
  say({ kind: 'done', value: await run(argument, channel) })
} catch (error) {
  const known = error instanceof AppError
  say({
    kind: 'failed',
    code: known ? error.code : null,
    facts: known ? error.facts : {},
    text: error instanceof Error ? (error.stack ?? error.message) : String(error),
  })
}
