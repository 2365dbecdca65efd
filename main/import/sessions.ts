import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { Reader } from '../database/database.ts'
import { importRevision, partsFor, readPart, type SnapshotPart } from '../database/import-snapshot.ts'
import type { Job } from '../jobs.ts'
import { type Conversation, converse } from '../workers/conversation.ts'
import type { PlanSummary } from './session/plan-summary.ts'

/** One import from its files to its end. The thread holds the rows; this is what the main process knows of it. */
export interface Session {
  readonly id: string
  readonly conversation: Conversation
  /** What of the database the thread has, and how it stood then. */
  snapshot: { readonly revision: number; readonly parts: ReadonlySet<SnapshotPart> } | null
  /** The last plan; null before the first and once it was applied. */
  plan: { readonly summary: PlanSummary; readonly revision: number } | null
}

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

/**
 * Sends the thread what every plan needs, while it still reads the file; what is sent is taken in after that. Answers
 * the state it was read for. The revision is read first: a change meanwhile makes the plan stale rather than wrong.
 */
export const sendSnapshot = async (
  session: Session,
  reader: Reader,
  parts: readonly SnapshotPart[],
): Promise<void> => {
  const { conversation } = session
  const revision = await importRevision(reader)
  const same = session.snapshot?.revision === revision
  const known = same ? (session.snapshot?.parts ?? new Set<SnapshotPart>()) : new Set<SnapshotPart>()
  const wanted = parts.filter((part) => !known.has(part))
  const taken: Promise<unknown>[] = []
  if (!same) taken.push(conversation.ask('beginSnapshot', null))
  for (const part of wanted) {
    await readPart(reader, part, (page) => {
      taken.push(conversation.ask('takeSnapshot', page))
    })
  }
  await Promise.all(taken)
  session.snapshot = { revision, parts: new Set([...known, ...wanted]) }
}

/** Sends what is missing or has changed of all that the plan of this session's tables looks at. */
export const bringUpToDate = async (session: Session, reader: Reader, job: Job): Promise<number> => {
  const tables = await session.conversation.ask('tables', null, { signal: job.signal })
  const all = [...partsFor('every'), ...partsFor(tables)]
  await sendSnapshot(session, reader, all)
  // Parts that came later may tell of a later state than the first: then all of it is read again.
  const now = await importRevision(reader)
  if (session.snapshot?.revision !== now) await sendSnapshot(session, reader, all)
  return session.snapshot?.revision ?? now
}
