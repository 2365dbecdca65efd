import { AppError } from '../../shared/errors.ts'
import type { ImportFile, ImportOutcome } from '../../shared/models/import.ts'
import type { Database } from '../database/database.ts'
import { remember, rememberColumns } from '../database/import-memory.ts'
import { recordImport } from '../database/import-runs.ts'
import { importRevision } from '../database/import-snapshot.ts'
import type { Job } from '../jobs.ts'
import type { Conversation } from '../workers/conversation.ts'
import type { Batch } from './plan/edits.ts'

/** What is to be written, and for which state of the data it was planned. */
export interface Writing {
  /** Holds the plan; its parts are asked for one by one. */
  readonly conversation: Conversation
  readonly revision: number
  readonly runId: string
  readonly files: readonly ImportFile[]
  readonly label: string
  readonly outcome: ImportOutcome
  /** Answers to questions, remembered for the next import. */
  readonly decided: readonly (readonly [string, string])[]
}

/**
 * Writes a plan in one transaction and records the import. Nothing is written when the job is cancelled before the
 * end. Throws `plan.stale` when the data has changed since it was planned, `job.cancelled`, `database.…`.
 */
export const writePlan = (db: Database, writing: Writing, job: Job): Promise<void> => {
  const edit = { action: 'import.apply', label: writing.label, undoable: true }
  return db.edit(
    edit,
    async (tx) => {
      if ((await importRevision(tx)) !== writing.revision) throw new AppError('plan.stale')
      await tx.deferKeys()
      const { conversation } = writing
      const total = await conversation.ask('beginWriting', null)
      let done = 0
      job.report({ kind: 'writing', done, total })
      // The thread prepares the next part while the database takes in this one.
      let next = quietly(conversation.ask('nextBatch', null))
      for (;;) {
        const batch: Batch | null = await next
        if (batch === null) break
        next = quietly(conversation.ask('nextBatch', null))
        job.check()
        if (batch.kind === 'insert') await tx.insertJson(batch.table, batch.fields, batch.json)
        else await tx.updateEach(batch.updates)
        done += batch.count
        job.report({ kind: 'writing', done, total })
      }
      // The parts ended early: the session was arranged or planned otherwise meanwhile. Half an import is none.
      if (done !== total) throw new AppError('plan.expired')
      await remember(tx, 'decision', writing.decided)
      await recordImport(tx, { id: writing.runId, files: writing.files, outcome: writing.outcome })
    },
    job.signal,
  )
}

/** A part that nobody waits for any more must not become an uncaught failure. */
const quietly = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined)
  return promise
}

/** Notes who took the rejected rows, with ID numbers and phones in full, out of the program; nothing can undo that. */
export const recordProblemExport = (
  db: Database,
  about: { readonly sessionId: string; readonly file: string; readonly rows: number },
): Promise<void> => {
  const label = `导出问题行（${about.file}，${about.rows} 行，含完整证件号和电话）`
  return db.edit({ action: 'import.saveProblems', label, undoable: false }, async (tx) =>
    tx.witness('importRun', about.sessionId),
  )
}

/** The arrangement of columns, for the next file with the same headers. */
export const keepColumns = (db: Database, values: readonly (readonly [string, unknown])[]): Promise<void> =>
  rememberColumns(db, values)
