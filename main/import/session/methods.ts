import { AppError } from '../../../shared/errors.ts'
import type {
  AskedQuestion,
  CheckPage,
  ImportFile,
  ImportFound,
  PlannedChange,
  SheetChoice,
  TableKind,
} from '../../../shared/models/import.ts'
import { sheetsFor } from '../../../shared/sheets/all.ts'
import type { FileSource } from '../../tickets.ts'
import { loadNameReader } from '../name-readings.ts'
import type { ParsedRow } from '../parsed-row.ts'
import { Decisions } from '../plan/decisions.ts'
import { type Batch, batchesOf } from '../plan/edits.ts'
import { planRows } from '../plan/plan.ts'
import type { ImportMemoryRow, Snapshot, SnapshotPage } from '../plan/snapshot-types.ts'
import { arrangeSheets } from './arrange.ts'
import { checkPage, type PageWanted } from './check-page.ts'
import { foundIn } from './found.ts'
import { openFiles, unknownHeader } from './open-files.ts'
import { parseAgain, parseSession, rowsToPlan } from './parse-session.ts'
import { type PlanSummary, summaryOf } from './plan-summary.ts'
import { problemsWorkbookOf } from './problem-sheets.ts'
import type { RememberedColumns } from './remembered.ts'
import type { SessionChannel } from './session-channel.ts'
import { newState, rowKey, type SessionState } from './session-state.ts'

export type Found = Omit<ImportFound, 'sessionId' | 'importedBefore'>

export interface OpenFiles {
  readonly sources: readonly FileSource[]
  /** ISO day of the import. */
  readonly today: string
  /** Names of the office's sources of money. */
  readonly fundSources: readonly string[]
  /** Header signature → what such headers meant before. */
  readonly remembered: readonly (readonly [string, RememberedColumns])[]
  /** Header → field, by name (`--map`). */
  readonly map: Readonly<Record<string, string>>
  readonly allSheets: boolean
  /** Throw `file.no-known-header` when no sheet is a known ledger, instead of letting the user say what it is. */
  readonly strict: boolean
}

/** Kinds of memory. */
export const decisionMemory = 'decision'
export const columnsMemory = 'columns'

/**
 * The methods of one import's thread. Each takes one argument and a channel; arguments and answers must be
 * structured-cloneable.
 */
export const sessionMethods = () => {
  let state: SessionState = newState()
  let opened: OpenFiles | null = null
  let today = ''

  /** Reads the sheets as they are chosen now. Cancelled, everything stays as it was arranged before. */
  const rearrange = (choices: readonly SheetChoice[], channel: SessionChannel): Found => {
    const { remembered, map } = opened ?? { remembered: [], map: {} }
    state.plan = null
    state.batches = null
    const next = { ...state, choices }
    next.sheets = arrangeSheets(next, new Map(remembered), map)
    next.rows = parseSession(next, today, channel)
    state = next
    return foundIn(state)
  }

  return {
    open: async (argument: OpenFiles, channel: SessionChannel): Promise<Found> => {
      const next = newState()
      next.allSheets = argument.allSheets
      next.columnTables = Object.values(sheetsFor(argument.fundSources))
      opened = argument
      today = argument.today
      await openFiles(next, argument.sources, channel)
      state = next
      const found = rearrange([], channel)
      const unknown = state.sheets.every((sheet) => sheet.table === null)
      if (unknown && (argument.strict || state.plainText)) throw unknownHeader(state)
      return found
    },

    arrange: (argument: { readonly choices: readonly SheetChoice[] }, channel: SessionChannel): Found =>
      rearrange(argument.choices, channel),

    files: (): readonly ImportFile[] => state.files,

    /** What of the database the plan needs. */
    tables: (): readonly TableKind[] => [
      ...new Set(
        state.sheets.flatMap(({ used, table }) => (used && table !== null ? [table.sheet.table] : [])),
      ),
    ],

    beginSnapshot: (): null => {
      state.snapshot = {}
      return null
    },

    takeSnapshot: ({ part, json }: SnapshotPage): null => {
      const rows = JSON.parse(json) as unknown[]
      const known = state.snapshot[part]
      if (known === undefined) state.snapshot[part] = rows
      else for (const row of rows) known.push(row)
      return null
    },

    plan: async (
      argument: { readonly createMissing: boolean; readonly send: boolean },
      channel: SessionChannel,
    ): Promise<PlanSummary> => {
      state.readings ??= await loadNameReader()
      state.plan = null
      state.batches = null
      const rows = rowsToPlan(state)
      const decisions = new Decisions(decisionsOf(state), argument.createMissing)
      const read = {
        rows,
        sheets: state.sheets.map(({ grid, table }) => ({
          sheet: grid.name,
          table: table?.sheet.table ?? null,
        })),
        contexts: state.sheets.map((sheet) => sheet.context),
        readings: state.readings,
      }
      const send = argument.send ? (batch: Batch) => channel.send(batch) : null
      state.plan = planRows(read, snapshotOf(state), decisions, today, channel, send)
      return summaryOf(state, rows.length)
    },

    changes: ({
      offset,
      limit,
    }: {
      readonly offset: number
      readonly limit: number
    }): readonly PlannedChange[] => planOf(state).report.changes.slice(offset, offset + limit),

    rows: (wanted: PageWanted): CheckPage => checkPage(state, wanted),

    mend: (argument: { readonly row: number; readonly column: number; readonly text: string }): null => {
      const row = state.rows[argument.row]
      if (row === undefined) throw new AppError('plan.expired')
      const key = rowKey(row)
      const mends = state.mends.get(key) ?? new Map<number, string>()
      mends.set(argument.column, argument.text)
      state.mends.set(key, mends)
      state.rows[argument.row] = parseAgain(state, row, today)
      return null
    },

    leaveOut: (argument: { readonly rows: readonly number[] | 'bad'; readonly out: boolean }): null => {
      const wanted =
        argument.rows === 'bad' ? [...(state.plan?.report.refusedOf.keys() ?? [])] : argument.rows
      for (const index of wanted) {
        const row = state.rows[index]
        if (row === undefined) continue
        if (argument.out) state.out.add(rowKey(row))
        else state.out.delete(rowKey(row))
      }
      return null
    },

    questions: ({
      offset,
      limit,
    }: {
      readonly offset: number
      readonly limit: number
    }): readonly AskedQuestion[] => {
      const made = decisionsOf(state)
      return [...planOf(state).report.questions.values(), ...answered(state)]
        .slice(offset, offset + limit)
        .map((question) => ({ ...question, chosen: made.get(question.key) ?? null }))
    },

    decide: ({
      decisions,
    }: {
      readonly decisions: readonly { readonly key: string; readonly value: string | null }[]
    }): null => {
      for (const { key, value } of decisions) {
        const question = state.plan?.report.questions.get(key)
        if (question !== undefined) state.asked.set(key, question)
        const known = question ?? state.asked.get(key)
        // Only what was offered can be chosen.
        if (value !== null && known?.options.every((option) => option.value !== value) !== false) continue
        state.decisions.set(key, value)
      }
      return null
    },

    /** What was decided in this session and is to be remembered; who was new is known from now on. */
    decided: (): readonly (readonly [string, string])[] => {
      const made = [...state.decisions].flatMap(([key, value]) =>
        value === null ? [] : [[key, value] as const],
      )
      return [...new Map([...made, ...(state.plan?.settled ?? [])])]
    },

    /** How many rows are to be made or changed; the parts begin from the first. */
    beginWriting: (): number => {
      const { edits } = planOf(state)
      state.batches = batchesOf(edits)
      return edits.left
    },

    /** Null after the last. Throws `plan.expired` when the plan that is being written has been given up. */
    nextBatch: (): Batch | null => {
      if (state.batches === null) throw new AppError('plan.expired')
      const step = state.batches.next()
      return step.done === true ? null : step.value
    },

    /** The rejected rows of one file as a workbook, and how many they are. */
    problems: ({
      file,
    }: {
      readonly file: number
    }): Promise<{ readonly bytes: Uint8Array; readonly rows: number }> =>
      problemsWorkbookOf(state, [...planOf(state).report.rejectedRows, ...leftOutRows(state)], file),
  }
}

/** Rows that the user left out: they go back to the community with the others that were not imported. */
const leftOutRows = (state: SessionState): readonly ParsedRow[] =>
  state.out.size === 0
    ? []
    : state.rows
        .filter((row) => state.out.has(rowKey(row)))
        .map((row) => {
          const sheet = state.sheets[row.sheet]?.grid.name ?? ''
          const chosen = { sheet, row: row.row, column: '', reason: '导入时选择了不导入' }
          return { ...row, refused: [...row.refused, chosen] }
        })

/** Questions that were answered in this session are no longer asked, but may be answered otherwise. */
const answered = (state: SessionState) =>
  [...state.asked.values()].filter((question) => state.plan?.report.questions.has(question.key) !== true)

const planOf = (state: SessionState) => {
  if (state.plan === null) throw new AppError('plan.expired')
  return state.plan
}

/** What was remembered, and on top of it what was decided now. */
const decisionsOf = (state: SessionState): ReadonlyMap<string, string> => {
  const made = new Map<string, string>()
  for (const row of (state.snapshot.memory ?? []) as readonly ImportMemoryRow[]) {
    if (row.kind === decisionMemory) made.set(row.id, JSON.parse(row.value) as string)
  }
  for (const [key, value] of state.decisions) {
    if (value === null) made.delete(key)
    else made.set(key, value)
  }
  return made
}

const snapshotOf = (state: SessionState): Snapshot => {
  const part = <K extends keyof Snapshot>(name: K) => (state.snapshot[name] ?? []) as unknown as Snapshot[K]
  return {
    units: part('units'),
    estates: part('estates'),
    unitEstates: part('unitEstates'),
    partnerUnits: part('partnerUnits'),
    people: part('people'),
    memberships: part('memberships'),
    posts: part('posts'),
    memory: part('memory'),
    reportings: part('reportings'),
    volunteers: part('volunteers'),
    venues: part('venues'),
    venueUnits: part('venueUnits'),
    partnerLinks: part('partnerLinks'),
    sources: part('sources'),
    appropriations: part('appropriations'),
    disbursements: part('disbursements'),
  }
}

export type SessionMethods = ReturnType<typeof sessionMethods>
export type SessionMethod = keyof SessionMethods
type MethodOf<M extends SessionMethod> = SessionMethods[M]
export type SessionArgument<M extends SessionMethod> =
  Parameters<MethodOf<M>> extends [infer A, ...unknown[]] ? A : null
export type SessionAnswer<M extends SessionMethod> = Awaited<ReturnType<MethodOf<M>>>
