import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { ImportOutcome, ImportPreview, PlannedChange } from '../../shared/models/import.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import { sheets } from '../../shared/sheets/all.ts'
import type { Context } from '../context.ts'
import type { Job } from '../jobs.ts'
import { type FileSource, nameOf } from '../tickets.ts'
import { runTask } from '../workers/run.ts'
import { recordProblemExport, writePlan } from './apply.ts'
import { type KeptPlan, keepPlan, keptPlan } from './kept-plans.ts'
import type { NameReading, ParsedRow, RowsPart } from './parsed-row.ts'
import { type LedgerRows, type Plan, planLedger, takeSnapshot } from './plan/plan.ts'
import { problemsOf } from './problems.ts'

/**
 * Reads a file and plans its import; nothing is written. The plan is kept under `planId` for `applyPlan`.
 * Throws the `file.…` codes and `job.cancelled`.
 */
export const previewFile = async (context: Context, source: FileSource, job: Job): Promise<ImportPreview> => {
  const today = dayOf(new Date())
  // Read while the thread reads the file; what changes meanwhile makes the plan stale, as at any other time.
  const snapshot = takeSnapshot(context.database())
  snapshot.catch(() => undefined)
  const read = await readFile(source, today, job)
  const planned = await planLedger(await snapshot, read, today, job)
  const preview = previewOf(randomUUID(), nameOf(source), read, planned)
  keepPlan({
    revision: planned.revision,
    edits: planned.edits,
    preview,
    problems: problemsOf(read.ledger, planned.report.rejectedRows),
  })
  return preview
}

/**
 * Writes what a preview showed, all or nothing. Throws `plan.expired` when the plan is gone or was applied before,
 * `plan.stale` when the data has changed since, `job.cancelled`, `database.…`.
 */
export const applyPlan = async (context: Context, planId: string, job: Job): Promise<ImportOutcome> => {
  const kept = wanted(planId)
  const { preview, edits, revision } = kept
  if (edits === null) throw new AppError('plan.expired')
  const { ledger, rows, created, updated, unchanged, rejectedRows, file } = preview
  const outcome = { ledger, rows, created, updated, unchanged, rejectedRows }
  const label = `导入 ${sheets[ledger].title}（${file}）`
  await writePlan(context.database(), { edits, revision, file, label, outcome }, job)
  keepPlan({ ...kept, edits: null })
  return outcome
}

/**
 * The rejected rows as a workbook that can be mended and imported again. They hold personal data in full, so the
 * audit trail keeps that they were taken out before the caller has them. Throws `plan.expired`, `database.…`.
 */
export const problemsBytes = async (context: Context, planId: string): Promise<Uint8Array> => {
  const { preview, problems } = wanted(planId)
  await recordProblemExport(context.database(), preview)
  return runTask('problems-workbook', problems)
}

/** Every record that the plan would create or change. Throws `plan.expired`. */
export const plannedChanges = (planId: string): readonly PlannedChange[] => wanted(planId).preview.changes

/** Name of the file that the plan came from. Throws `plan.expired`. */
export const planFileName = (planId: string): string => wanted(planId).preview.file

const wanted = (planId: string): KeptPlan => {
  const kept = keptPlan(planId)
  if (kept === undefined) throw new AppError('plan.expired')
  return kept
}

const readFile = async (source: FileSource, today: string, job: Job): Promise<LedgerRows> => {
  const rows: ParsedRow[] = []
  const people: Record<string, NameReading> = {}
  const units: Record<string, NameReading> = {}
  const ledger = await runTask('read-ledger', { source, today }, job.signal, {
    part: (part) => {
      const message = part as RowsPart
      rows.push(...message.rows)
      Object.assign(people, message.people)
      Object.assign(units, message.units)
    },
    report: (progress) => job.report(progress),
  }).catch((error: unknown) => {
    throw outOfMemory(error)
      ? new AppError('file.too-large', { file: nameOf(source) }, { cause: error })
      : error
  })
  return { ledger, rows, readings: { people, units: { ...units, ...ledger.units } } }
}

/** A thread that runs out of memory ends alone; the program goes on. */
const outOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const previewOf = (
  planId: string,
  file: string,
  { ledger, rows }: LedgerRows,
  { report }: Plan,
): ImportPreview => ({
  planId,
  file,
  ledger: ledger.kind,
  sheets: ledger.sheets,
  rows: rows.length,
  created: report.created,
  updated: report.updated,
  unchanged: report.unchanged,
  rejectedRows: report.rejectedRows.length,
  rejected: report.rejected,
  warnings: report.warnings,
  changeCount: report.changes.length,
  changes: report.changes,
})
