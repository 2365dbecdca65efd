import { AppError } from '../../shared/errors.ts'
import type {
  AskedQuestion,
  ImportFound,
  ImportOutcome,
  ImportPreview,
  PlannedChange,
  SheetChoice,
} from '../../shared/models/import.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import type { Context } from '../context.ts'
import type { Job } from '../jobs.ts'
import { type FileSource, nameOf } from '../tickets.ts'
import {
  keepColumns,
  recordProblemExport,
  type Told,
  type Writing,
  writePlan,
  writeWhilePlanning,
} from './apply.ts'
import type { Batch } from './plan/edits.ts'
import { bringUpToDate, importedBefore, knownBefore, sendCommonParts } from './plan/known-data.ts'
import { headerSignature } from './session/arrange.ts'
import type { Found } from './session/methods.ts'
import type { PlanSummary } from './session/plan-summary.ts'
import type { RememberedColumns } from './session/remembered.ts'
import type { Session } from './session-handle.ts'
import { beginSession, endSession, outOfMemory, sessionOf } from './sessions.ts'

export interface ReadOptions {
  /** Header → field, by name. */
  readonly map?: Readonly<Record<string, string>>
  /** Take sheets of other ledgers and hidden ones too. */
  readonly allSheets?: boolean
  /** Throw `file.no-known-header` rather than let the user say which ledger it is. */
  readonly strict?: boolean
}

/**
 * Reads files and begins a session; nothing is written. Throws the `file.…` codes and `job.cancelled`.
 */
export const readFiles = async (
  context: Context,
  sources: readonly FileSource[],
  job: Job,
  options: ReadOptions = {},
): Promise<ImportFound> => {
  const session = beginSession()
  const db = context.database()
  const { conversation } = session
  try {
    const reading = conversation.ask(
      'open',
      {
        sources,
        today: dayOf(new Date()),
        ...(await knownBefore(db)),
        map: options.map ?? {},
        allSheets: options.allSheets ?? false,
        strict: options.strict ?? false,
      },
      { signal: job.signal, report: (progress) => job.report(progress) },
    )
    // Sent while the thread reads the file.
    const sending = sendCommonParts(session, db)
    sending.catch(() => undefined)
    const found = await reading
    await sending
    return { ...found, sessionId: session.id, importedBefore: await importedBefore(db, found.files) }
  } catch (error) {
    endSession(session.id)
    const [first] = sources
    if (!outOfMemory(error) || first === undefined) throw error
    throw new AppError('file.too-large', { file: nameOf(first) }, { cause: error })
  }
}

/** Arranges sheets and columns otherwise, and remembers it for files with the same headers. */
export const arrangeFiles = async (
  context: Context,
  sessionId: string,
  choices: readonly SheetChoice[],
  job: Job,
): Promise<ImportFound> => {
  const session = sessionOf(sessionId)
  session.plan = null
  const found = await session.conversation.ask(
    'arrange',
    { choices },
    { signal: job.signal, report: (progress) => job.report(progress) },
  )
  const db = context.database()
  const memories = memoriesOf(found, choices)
  if (memories.length > 0) await keepColumns(db, memories)
  return { ...found, sessionId, importedBefore: await importedBefore(db, found.files) }
}

/** What the chosen sheets' columns mean now, by their headers. */
const memoriesOf = (
  found: Found,
  choices: readonly SheetChoice[],
): readonly (readonly [string, RememberedColumns])[] => {
  const memories = new Map<string, RememberedColumns>()
  for (const choice of choices) {
    if (choice.columns === undefined && choice.constants === undefined && choice.table == null) continue
    const sheet = found.sheets[choice.sheet]
    if (sheet === undefined || sheet.table === null || sheet.headerRows.length === 0) continue
    const width = Math.max(0, ...sheet.columns.map((column) => column.index + 1))
    const headers = Array.from(
      { length: width },
      (_, index) => sheet.columns.find((column) => column.index === index)?.header ?? '',
    )
    const columns = Object.fromEntries(sheet.columns.map(({ index, field }) => [index, field]))
    memories.set(headerSignature(headers), { table: sheet.table, columns, constants: sheet.constants })
  }
  return [...memories]
}

/** Changes in one answer. */
export const changesAtOnce = 1000

/** Plans the session's rows against the data as it is now. Throws `job.cancelled`, `plan.expired`. */
export const planImport = async (
  context: Context,
  sessionId: string,
  createMissing: boolean,
  job: Job,
): Promise<ImportPreview> => {
  const session = sessionOf(sessionId)
  session.plan = null
  const revision = await bringUpToDate(session, context.database(), job)
  const summary = await askPlan(session, createMissing, job)
  session.plan = { summary, revision }
  const changes = await session.conversation.ask('changes', { offset: 0, limit: changesAtOnce })
  return { ...summary, planId: sessionId, changes }
}

/** Reads one file and plans its import, with every change; for the command line and the sample street. */
export const previewFile = async (
  context: Context,
  source: FileSource,
  job: Job,
  options: ReadOptions & { readonly createMissing?: boolean } = {},
): Promise<ImportPreview> => {
  const { sessionId } = await readFiles(context, [source], job, { strict: true, ...options })
  return orEnd(sessionId, source, async () => {
    const preview = await planImport(context, sessionId, options.createMissing ?? false, job)
    return withChanges(sessionId, preview)
  })
}

/** A session whose plan fails is of no use to anybody. */
const orEnd = async <T>(sessionId: string, source: FileSource, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    endSession(sessionId)
    throw outOfMemory(error)
      ? new AppError('file.too-large', { file: nameOf(source) }, { cause: error })
      : error
  }
}

/** The next part of a plan's changes. Throws `plan.expired`. */
export const plannedChanges = (sessionId: string, offset: number): Promise<readonly PlannedChange[]> =>
  sessionOf(sessionId).conversation.ask('changes', { offset, limit: changesAtOnce })

/**
 * Writes what a preview showed, all or nothing. Throws `plan.expired` when the plan is gone or was applied before,
 * `plan.stale` when the data has changed since, `job.cancelled`, `database.…`. Answers also the id of the import.
 */
export const applyPlan = async (
  context: Context,
  sessionId: string,
  job: Job,
): Promise<ImportOutcome & { readonly runId: string }> => {
  const session = sessionOf(sessionId)
  if (session.plan === null) throw new AppError('plan.expired')
  const { summary, revision } = session.plan
  const told = toldOf(summary)
  await writePlan(context.database(), await writingOf(session, revision), told, job)
  session.plan = null
  return { ...outcomeOf(summary), runId: sessionId }
}

/**
 * Reads a file, plans and writes it in one go, as the command line does. Answers the plan, whose changes can be
 * asked for. Throws what reading, planning and writing throw; then nothing is written.
 */
export const importFile = async (
  context: Context,
  source: FileSource,
  job: Job,
  options: ReadOptions & { readonly createMissing?: boolean } = {},
): Promise<Omit<ImportPreview, 'changes'>> => {
  const { sessionId } = await readFiles(context, [source], job, { strict: true, ...options })
  const session = sessionOf(sessionId)
  const db = context.database()
  return orEnd(sessionId, source, async () => {
    const revision = await bringUpToDate(session, db, job)
    const writing = await writingOf(session, revision)
    const plan = (take: (batch: Batch) => void) => askPlan(session, options.createMissing ?? false, job, take)
    const summary = await writeWhilePlanning(db, writing, plan, toldOf, job)
    return { ...summary, planId: sessionId }
  })
}

const outcomeOf = ({
  ledger,
  rows,
  created,
  updated,
  unchanged,
  rejectedRows,
}: PlanSummary): ImportOutcome => ({
  ledger,
  rows,
  created,
  updated,
  unchanged,
  rejectedRows,
})

const toldOf = (summary: PlanSummary): Told => ({
  ...outcomeOf(summary),
  ledgers: summary.ledgers,
  file: summary.file,
})

const writingOf = async (session: Session, revision: number): Promise<Writing> => ({
  conversation: session.conversation,
  revision,
  runId: session.id,
  files: await filesOf(session.id),
  decided: await session.conversation.ask('decided', null),
})

const askPlan = (
  { conversation }: Session,
  createMissing: boolean,
  job: Job,
  take?: (batch: Batch) => void,
): Promise<PlanSummary> =>
  conversation.ask(
    'plan',
    { createMissing, send: take !== undefined },
    {
      signal: job.signal,
      report: (progress) => job.report(progress),
      part: (part) => take?.(part as Batch),
    },
  )

/** The plan with every change, for those who look at all of them. */
const withChanges = async (sessionId: string, summary: PlanSummary): Promise<ImportPreview> => {
  const changes: PlannedChange[] = []
  while (changes.length < summary.changeCount) {
    changes.push(...(await plannedChanges(sessionId, changes.length)))
  }
  return { ...summary, planId: sessionId, changes }
}

const filesOf = (sessionId: string) => sessionOf(sessionId).conversation.ask('files', null)

/** What the plan asks, all of it; for the command line. */
export const plannedQuestions = (sessionId: string): Promise<readonly AskedQuestion[]> =>
  sessionOf(sessionId).conversation.ask('questions', { offset: 0, limit: 100_000 })

/** Names of the session's files. Throws `plan.expired`. */
export const fileNamesOf = async (sessionId: string): Promise<readonly string[]> =>
  (await filesOf(sessionId)).map((file) => file.name)

/**
 * The rejected rows of a file as a workbook that can be mended and imported again. They hold personal data in full, so
 * the audit trail keeps that they were taken out before the caller has them. Throws `plan.expired`, `database.…`.
 */
export const problemsBytes = async (context: Context, sessionId: string, file = 0): Promise<Uint8Array> => {
  const { conversation } = sessionOf(sessionId)
  const { bytes, rows } = await conversation.ask('problems', { file })
  const name = (await filesOf(sessionId))[file]?.name ?? ''
  await recordProblemExport(context.database(), { sessionId, file: name, rows })
  return bytes
}
