import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../shared/errors.ts'
import { sessionMethods } from '../import/session/methods.ts'
import type { SessionChannel } from '../import/session/session-channel.ts'
import type { Question, Reply } from './conversation.ts'

/* The third entry of the main build: the thread of one import. It answers one question after the other. */

const { cancelled } = workerData as { readonly cancelled: Int32Array }
const methods = sessionMethods()
const say = (reply: Reply): void => parentPort?.postMessage(reply)

const channelOf = (id: number): SessionChannel => ({
  report: (progress) => say({ kind: 'progress', id, progress }),
  send: (part) => say({ kind: 'part', id, part }),
  check: () => {
    if (Atomics.load(cancelled, id % cancelled.length) === 1) throw new AppError('job.cancelled')
  },
})

const answer = async ({ id, method, argument }: Question): Promise<void> => {
  try {
    const run = methods[method] as (a: unknown, c: SessionChannel) => unknown
    say({ kind: 'done', id, value: await run(argument, channelOf(id)) })
  } catch (error) {
    const known = error instanceof AppError
    say({
      kind: 'failed',
      id,
      code: known ? error.code : null,
      facts: known ? error.facts : {},
      text: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
}

let queue = Promise.resolve()
parentPort?.on('message', (question: Question) => {
  queue = queue.then(() => answer(question))
})
