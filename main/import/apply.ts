import { AppError } from '../../shared/errors.ts'
import type { ImportOutcome, ImportPreview } from '../../shared/models/import.ts'
import type { Database } from '../database/database.ts'
import { recordImport } from '../database/import-runs.ts'
import { importRevision } from '../database/import-snapshot.ts'
import type { NewRow } from '../database/rows.ts'
import type { Transaction } from '../database/transaction.ts'
import type { Job } from '../jobs.ts'
import { type Edits, type ImportTable, importTables } from './plan/edits.ts'

/** What is to be written, and for which state of the data it was planned. */
export interface Writing {
  readonly edits: Edits
  readonly revision: number
  readonly file: string
  readonly label: string
  readonly outcome: ImportOutcome
}

/** Rows per statement: few enough that binding them does not hold up the main thread. */
const partRows = 250

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
      const done = await insertAll(tx, writing.edits, job)
      await updateAll(tx, writing.edits, done, job)
      await recordImport(tx, writing.file, writing.outcome)
    },
    job.signal,
  )
}

/** Notes who took the rejected rows, with ID numbers and phones in full, out of the program; nothing can undo that. */
export const recordProblemExport = (
  db: Database,
  { planId, file, rejectedRows }: ImportPreview,
): Promise<void> => {
  const label = `导出问题行（${file}，${rejectedRows} 行，含完整证件号和电话）`
  return db.edit({ action: 'import.saveProblems', label, undoable: false }, async (tx) =>
    tx.witness('importRun', planId),
  )
}

const totalOf = (edits: Edits): number =>
  importTables.reduce((sum, table) => sum + edits.inserts[table].size, edits.updates.size)

const insertAll = async (tx: Transaction, edits: Edits, job: Job): Promise<number> => {
  const total = totalOf(edits)
  let done = 0
  const insertTable = async <T extends ImportTable>(table: T) => {
    const rows = [...edits.inserts[table].values()] as NewRow<T>[]
    for (let start = 0; start < rows.length; start += partRows) {
      job.check()
      const part = rows.slice(start, start + partRows)
      await tx.insertAll(table, part)
      done += part.length
      job.report({ kind: 'writing', done, total })
    }
  }
  for (const table of importTables) await insertTable(table)
  return done
}

const updateAll = async (tx: Transaction, edits: Edits, inserted: number, job: Job): Promise<void> => {
  const total = totalOf(edits)
  let done = inserted
  for (const { table, id, version, patch } of edits.updates.values()) {
    job.check()
    await tx.update(table, id, version, patch)
    done += 1
    job.report({ kind: 'writing', done, total })
  }
}
