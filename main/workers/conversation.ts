import { Worker } from 'node:worker_threads'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import type { Progress } from '../../shared/progress.ts'
import type {
  SessionAnswer,
  SessionArgument,
  SessionMethod,
  SessionMethods,
} from '../import/session/methods.ts'
import type { SessionChannel } from '../import/session/session-channel.ts'
import { builtEntry } from './built-entry.ts'

/** What the main thread and the thread of an import say to each other. */
export interface Question {
  readonly id: number
  readonly method: SessionMethod
  readonly argument: unknown
}
export type Reply =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'part'; readonly id: number; readonly part: unknown }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | {
      readonly kind: 'failed'
      readonly id: number
      readonly code: string | null
      readonly facts: Readonly<Record<string, string | number>>
      readonly text: string
    }

export interface AskOptions {
  readonly signal?: AbortSignal
  readonly report?: (progress: Progress) => void
  /** Is given parts of the answer before the rest is there. */
  readonly part?: (part: unknown) => void
}

/**
 * A thread that lives as long as one import: it holds the file's rows and the plan, so that neither crosses over more
 * than a page at a time and nothing heavy runs in the main process.
 */
export interface Conversation {
  /** One question after the other. Throws what the method throws; `job.cancelled` when aborted. */
  ask<M extends SessionMethod>(
    method: M,
    argument: SessionArgument<M>,
    options?: AskOptions,
  ): Promise<SessionAnswer<M>>
  /** Ends the thread and frees its memory; questions under way fail with `plan.expired`. */
  close(): void
}

const workerFile = builtEntry('session.js')

/** Far more questions than are ever under way at once. */
export const cancelPlaces = 1024

/** A file that needs more than this is refused with a clear sentence rather than bringing the office PC down. */
const mostMegabytes = 900

/** Without a build (the unit tests run the sources) the same methods run in this thread. */
export const converse = (): Conversation =>
  workerFile === undefined ? talkHere() : new ThreadConversation(workerFile)

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
  readonly report: ((progress: Progress) => void) | undefined
  readonly part: ((part: unknown) => void) | undefined
}

class ThreadConversation implements Conversation {
  private readonly worker: Worker
  /** A place for each of the questions under way, 1 when it was cancelled; the thread looks at it between rows. */
  private readonly cancelled = new Int32Array(new SharedArrayBuffer(4 * cancelPlaces))
  private readonly waiting = new Map<number, Waiting>()
  private last = 0
  private ended: unknown = null

  constructor(file: string) {
    this.worker = new Worker(file, {
      workerData: { cancelled: this.cancelled },
      // Tens of thousands of short-lived objects: a young generation that holds them is swept less often.
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 64 },
      // A library writes a line for every record that it does not know; a damaged file has thousands.
      stderr: true,
    })
    this.worker.stderr.resume()
    this.worker.on('message', (reply: Reply) => this.hear(reply))
    this.worker.on('error', (error) => this.end(error))
    this.worker.on('exit', () => this.end(new AppError('plan.expired')))
    // Only questions under way keep the program alive.
    this.worker.unref()
  }

  ask<M extends SessionMethod>(
    method: M,
    argument: SessionArgument<M>,
    { signal, report, part }: AskOptions = {},
  ): Promise<SessionAnswer<M>> {
    if (this.ended !== null) return Promise.reject(this.ended)
    if (signal?.aborted) return Promise.reject(new AppError('job.cancelled'))
    this.last += 1
    const id = this.last
    this.worker.ref()
    return new Promise<SessionAnswer<M>>((resolve, reject) => {
      Atomics.store(this.cancelled, id % cancelPlaces, 0)
      const cancel = () => Atomics.store(this.cancelled, id % cancelPlaces, 1)
      signal?.addEventListener('abort', cancel, { once: true })
      const settled = () => {
        signal?.removeEventListener('abort', cancel)
        this.waiting.delete(id)
        if (this.waiting.size === 0) this.worker.unref()
      }
      this.waiting.set(id, {
        resolve: (value) => {
          settled()
          resolve(value as SessionAnswer<M>)
        },
        reject: (error) => {
          settled()
          reject(error)
        },
        report,
        part,
      })
      const question: Question = { id, method, argument }
      this.worker.postMessage(question)
    })
  }

  close(): void {
    this.end(new AppError('plan.expired'))
    void this.worker.terminate()
  }

  private hear(reply: Reply): void {
    const waiting = this.waiting.get(reply.id)
    switch (reply.kind) {
      case 'progress':
        waiting?.report?.(reply.progress)
        break
      case 'part':
        waiting?.part?.(reply.part)
        break
      case 'done':
        waiting?.resolve(reply.value)
        break
      case 'failed':
        waiting?.reject(
          reply.code === null
            ? new Error(reply.text)
            : new AppError(reply.code as ErrorCode, reply.facts, { cause: reply.text }),
        )
        break
    }
  }

  private end(error: unknown): void {
    this.ended ??= error
    for (const waiting of [...this.waiting.values()]) waiting.reject(this.ended)
  }
}

const talkHere = (): Conversation => {
  let queue: Promise<unknown> = Promise.resolve()
  let methods: SessionMethods | null = null
  let closed = false
  return {
    ask: <M extends SessionMethod>(
      method: M,
      argument: SessionArgument<M>,
      { signal, report, part: take }: AskOptions = {},
    ) => {
      const channel: SessionChannel = {
        report: (progress) => report?.(progress),
        send: (part) => take?.(part),
        check: () => {
          if (signal?.aborted) throw new AppError('job.cancelled')
        },
      }
      const answer = queue.then(async () => {
        if (closed) throw new AppError('plan.expired')
        channel.check()
        methods ??= (await import('../import/session/methods.ts')).sessionMethods()
        const run = methods[method] as unknown as (
          a: SessionArgument<M>,
          c: SessionChannel,
        ) => Promise<SessionAnswer<M>> | SessionAnswer<M>
        return run(argument, channel)
      })
      queue = answer.catch(() => undefined)
      return answer
    },
    close: () => {
      closed = true
      methods = null
    },
  }
}
