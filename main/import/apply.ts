import { AppError } from '../../shared/errors.ts'
import type { ImportFile, ImportOutcome } from '../../shared/models/import.ts'
import { ledgerTitles } from '../../shared/sheets/all.ts'
import type { Database } from '../database/database.ts'
import { remember, rememberColumns } from '../database/import-memory.ts'
import { recordImport } from '../database/import-runs.ts'
import { importRevision } from '../database/import-snapshot.ts'
import type { Transaction } from '../database/transaction.ts'
import type { Job } from '../jobs.ts'
import type { Conversation } from '../workers/conversation.ts'
import { BatchQueue } from './batch-queue.ts'
import type { Batch } from './plan/edits.ts'
import type { PlanSummary } from './session/plan-summary.ts'

/** What is to be written, and for which state of the data it was planned. */
export interface Writing {
  /** Holds the plan; its parts are asked for one by one. */
  readonly conversation: Conversation
  readonly revision: number
  readonly runId: string
  readonly files: readonly ImportFile[]
  /** Answers to questions, remembered for the next import. */
  readonly decided: readonly (readonly [string, string])[]
}

/** What an import did, as far as it is told afterwards. */
export type Told = Pick<PlanSummary, 'ledgers' | 'file'> & ImportOutcome

const edit = { action: 'import.apply', label: '导入', undoable: true }

/**
 * Writes a plan in one transaction and records the import. Nothing is written when the job is cancelled before the
 * end. Throws `plan.stale` when the data has changed since it was planned, `job.cancelled`, `database.…`.
 */
export const writePlan = (db: Database, writing: Writing, told: Told, job: Job): Promise<void> =>
  db.edit(
    edit,
    async (tx) => {
      await begin(tx, writing)
      await writeRest(tx, writing.conversation, job)
      await record(tx, writing, told)
    },
    job.signal,
  )

/**
 * Plans and writes at the same time, for imports that nobody looks at before: what is complete is written while the
 * rest is planned. One transaction as well: when the plan fails or is cancelled, nothing stays. Answers what `plan`
 * answers.
 */
export const writeWhilePlanning = (
  db: Database,
  writing: Writing,
  plan: (take: (batch: Batch) => void) => Promise<PlanSummary>,
  told: (summary: PlanSummary) => Told,
  job: Job,
): Promise<PlanSummary> =>
  db.edit(
    edit,
    async (tx) => {
      await begin(tx, writing)
      const queue = new BatchQueue()
      const planned = plan((batch) => queue.push(batch)).finally(() => queue.end())
      planned.catch(() => undefined)
      for (let batch = await queue.next(); batch !== null; batch = await queue.next()) {
        job.check()
        await write(tx, batch)
      }
      const summary = await planned
      await writeRest(tx, writing.conversation, job)
      await record(tx, writing, told(summary))
      return summary
    },
    job.signal,
  )

const begin = async (tx: Transaction, { revision }: Writing): Promise<void> => {
  if ((await importRevision(tx)) !== revision) throw new AppError('plan.stale')
  await tx.deferKeys()
}

const write = (tx: Transaction, batch: Batch): Promise<void> =>
  batch.kind === 'insert'
    ? tx.insertJson(batch.table, batch.fields, batch.json)
    : tx.updateEach(batch.updates)

/** The parts of the plan that have not been written yet. */
const writeRest = async (tx: Transaction, conversation: Conversation, job: Job): Promise<void> => {
  const total = await conversation.ask('beginWriting', null)
  let done = 0
  job.report({ kind: 'writing', done, total })
  // The thread prepares the next part while the database takes in this one.
  let next = quietly(conversation.ask('nextBatch', null))
  for (let batch = await next; batch !== null; batch = await next) {
    next = quietly(conversation.ask('nextBatch', null))
    job.check()
    await write(tx, batch)
    done += batch.count
    job.report({ kind: 'writing', done, total })
  }
  // The parts ended early: the session was arranged or planned otherwise meanwhile. Half an import is none.
  if (done !== total) throw new AppError('plan.expired')
}

const record = async (tx: Transaction, { decided, runId, files }: Writing, told: Told): Promise<void> => {
  const { ledgers, file, ...outcome } = told
  tx.relabel(`导入 ${ledgers.map((one) => ledgerTitles[one]).join('、')}（${file}）`)
  await remember(tx, 'decision', decided)
  await recordImport(tx, { id: runId, files, outcome })
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
