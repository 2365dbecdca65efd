import type { Database, Reader } from '../../database/database.ts'
import { loadSources } from '../../database/funding-rows.ts'
import { loadMemory } from '../../database/import-memory.ts'
import { importedBefore as whenImported } from '../../database/import-runs.ts'
import { importRevision, partsFor, readPart, type SnapshotPart } from '../../database/import-snapshot.ts'
import type { Job } from '../../jobs.ts'
import type { RememberedColumns } from '../session/remembered.ts'
import type { Session } from '../session-handle.ts'

/** What the reading of a file needs to know of the office. */
export interface KnownBefore {
  /** Names of its sources of money. */
  readonly fundSources: readonly string[]
  /** Header signature → what such headers meant before. */
  readonly remembered: readonly (readonly [string, RememberedColumns])[]
}

export const knownBefore = async (db: Database): Promise<KnownBefore> => ({
  fundSources: (await loadSources(db)).map((source) => source.name),
  remembered: (await loadMemory(db, 'columns')) as readonly (readonly [string, RememberedColumns])[],
})

/** When each file was imported before (ISO moment), or null. */
export const importedBefore = (
  db: Database,
  files: readonly { readonly sha256: string }[],
): Promise<readonly (string | null)[]> => whenImported(db, files)

/** Sends what every plan needs, whatever the ledger; it can be sent while the thread still reads the file. */
export const sendCommonParts = (session: Session, reader: Reader): Promise<void> =>
  sendSnapshot(session, reader, partsFor('every'))

/**
 * Sends the thread what every plan needs, while it still reads the file; what is sent is taken in after that. Answers
 * the state it was read for. The revision is read first: a change meanwhile makes the plan stale rather than wrong.
 */
const sendSnapshot = async (
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
  // Until all of it has arrived the thread holds parts of parts: after a failure it is sent anew.
  session.snapshot = null
  const send = (asked: Promise<unknown>): void => {
    // All are waited for below; one that fails before, as the session is given up, must not count as uncaught.
    asked.catch(() => undefined)
    taken.push(asked)
  }
  if (!same) send(conversation.ask('beginSnapshot', null))
  for (const part of wanted) {
    await readPart(reader, part, (page) => send(conversation.ask('takeSnapshot', page)))
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
