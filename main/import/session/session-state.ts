import type { FailedFile, ImportFile, LedgerKind, SheetChoice } from '../../../shared/models/import.ts'
import type { Sheet } from '../../../shared/sheets/sheet.ts'
import type { DataRow } from '../data-rows.ts'
import type { Grid } from '../grid.ts'
import type { Table } from '../locate-table.ts'
import type { NameReader, ParsedRow, SheetContext } from '../parsed-row.ts'
import type { Batch } from '../plan/edits.ts'
import type { Plan } from '../plan/plan.ts'
import type { RowQuestion } from '../plan/report.ts'
import type { Snapshot } from '../plan/snapshot-types.ts'

/** A sheet of one of the files. */
export interface RawSheet {
  readonly grid: Grid
  /** Place among the session's files. */
  readonly file: number
  /** Read from a text file. */
  readonly plainText: boolean
}

/** A sheet as it is read now: found, remembered or arranged. */
export interface ArrangedSheet extends RawSheet {
  readonly index: number
  readonly table: Table | null
  readonly rows: readonly DataRow[]
  readonly context: SheetContext
  /** False: left out. */
  readonly used: boolean
  readonly constants: Readonly<Record<string, string>>
  readonly remembered: boolean
  readonly group: string
}

/** What one import holds, from the file to the plan. */
export interface SessionState {
  readonly files: ImportFile[]
  /** Files that could not be read. */
  readonly failed: FailedFile[]
  readonly raw: RawSheet[]
  /** Plain text is anything; only a known header makes it a ledger. */
  plainText: boolean
  sheets: readonly ArrangedSheet[]
  columnTables: readonly Sheet[]
  choices: readonly SheetChoice[]
  /** File → the ledger most of its rows are of, as found before anything was chosen. */
  mainLedgers: ReadonlyMap<number, LedgerKind>
  /** Whether sheets of other ledgers than the main one are taken too. */
  allSheets: boolean
  rows: ParsedRow[]
  /** `sheet/row` → column → text put there instead. */
  readonly mends: Map<string, Map<number, string>>
  /** `sheet/row` of rows left out. */
  readonly out: Set<string>
  /** By question key; null takes back what was remembered. */
  readonly decisions: Map<string, string | null>
  /** Questions that were answered in this session. */
  readonly asked: Map<string, RowQuestion>
  snapshot: Partial<Record<keyof Snapshot, unknown[]>>
  readings: NameReader | null
  plan: Plan | null
  batches: Iterator<Batch, void> | null
}

export const newState = (): SessionState => ({
  files: [],
  failed: [],
  raw: [],
  plainText: false,
  sheets: [],
  columnTables: [],
  choices: [],
  mainLedgers: new Map(),
  allSheets: false,
  rows: [],
  mends: new Map(),
  out: new Set(),
  decisions: new Map(),
  asked: new Map(),
  snapshot: {},
  readings: null,
  plan: null,
  batches: null,
})

/** What mends and rows left out are kept under, whatever is arranged otherwise. */
export const rowKey = (row: Pick<ParsedRow, 'sheet' | 'row'>): string => `${row.sheet}/${row.row}`
