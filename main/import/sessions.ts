import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { converse } from '../workers/conversation.ts'
import type { Session } from './session-handle.ts'

/** A window works with one import at a time; the one before outlives a second look at another file. */
const most = 2
const sessions = new Map<string, Session>()

export const beginSession = (): Session => {
  const session: Session = { id: randomUUID(), conversation: converse(), snapshot: null, plan: null }
  sessions.set(session.id, session)
  for (const oldest of sessions.keys()) {
    if (sessions.size <= most) break
    endSession(oldest)
  }
  return session
}

/** Throws `plan.expired` when it was given up. */
export const sessionOf = (id: string): Session => {
  const session = sessions.get(id)
  if (session === undefined) throw new AppError('plan.expired')
  return session
}

/** Frees the thread and its memory. */
export const endSession = (id: string): void => {
  sessions.get(id)?.conversation.close()
  sessions.delete(id)
}

/** A thread that ends by itself has run out of memory; the program goes on. */
export const outOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
