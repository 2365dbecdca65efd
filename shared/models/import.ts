import type { ErrorCode, ErrorFacts } from '../errors.ts'

/** The ten ledgers that can be imported. */
export const ledgerKinds = [
  'organization',
  'emergencyBranches',
  'members',
  'reporting',
  'heads',
  'gridStaff',
  'volunteers',
  'partnerUnits',
  'venues',
  'funding',
] as const
export type LedgerKind = (typeof ledgerKinds)[number]

/** The column tables; money has two: what was allotted, and what came in and went out. */
export const tableKinds = [
  'organization',
  'partnerUnits',
  'emergencyBranches',
  'members',
  'reporting',
  'heads',
  'gridStaff',
  'volunteers',
  'venues',
  'appropriations',
  'disbursements',
] as const
export type TableKind = (typeof tableKinds)[number]

/** Row number as Excel shows it, 1-based. */
export interface RejectedCell {
  readonly sheet: string
  readonly row: number
  /** Header as read, group and leaf joined by “·”, e.g. “支部书记·联系电话”. */
  readonly column: string
  readonly reason: string
  /** What the user may decide instead of mending the cell. */
  readonly question?: Question
}

/** Something only a person can decide; the answer is remembered for the next import. */
export interface Question {
  /** What it is about, the same in every file that asks it. */
  readonly key: string
  readonly text: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** What happens while nobody has decided: the row waits, or this option holds. */
  readonly unless: string | null
}

export interface AskedQuestion extends Question {
  readonly sheet: string
  /** As Excel shows it. */
  readonly row: number
  /** Place of the row among all rows of the session. */
  readonly index: number
  /** The option chosen, in this session or before. */
  readonly chosen: string | null
}

export interface ImportWarning {
  readonly sheet: string
  readonly row: number
  readonly reason: string
}

/** Counts by kind of record, e.g. `{ branches: 335 }`; kinds with a count of 0 are left out. */
export type RecordCounts = Readonly<Record<string, number>>

/**
 * How a column was recognized: `header` by its very name or a synonym, `similar` by a name much like one, `content`
 * by what its cells hold, `remembered` as the user chose for such a file before, `chosen` by the user now.
 */
export type HowFound = 'header' | 'similar' | 'content' | 'remembered' | 'chosen'

export interface ColumnFound {
  /** 0-based column of the sheet. */
  readonly index: number
  /** As read, group and leaf joined by “·”; empty where the header is. */
  readonly header: string
  /** Null: not used. */
  readonly field: string | null
  readonly label: string | null
  readonly how: HowFound | null
  /** How sure it is, 0 to 100. */
  readonly sure: number
  /** The first different values, at most five; personal data masked. */
  readonly samples: readonly string[]
}

export interface SheetFound {
  /** Place among the sheets of the session. */
  readonly index: number
  /** Place of its file among the session's files. */
  readonly file: number
  readonly sheet: string
  readonly hidden: boolean
  readonly table: TableKind | null
  readonly ledger: LedgerKind | null
  /** How sure the ledger is, 0 to 100. */
  readonly sure: number
  /** False: left out, by the user or because its ledger is not the file's main one. */
  readonly used: boolean
  /** Sheets with the same table and header share a group and are arranged together. */
  readonly group: string
  /** 1-based rows of the header. */
  readonly headerRows: readonly number[]
  readonly columns: readonly ColumnFound[]
  /** Required fields that no column gives and no constant either. */
  readonly missing: readonly { readonly field: string; readonly label: string }[]
  readonly constants: Readonly<Record<string, string>>
  /** The community that a title or the sheet's name says, for all rows. */
  readonly community: string | null
  readonly dataRows: number
  /** Of a sheet that was not recognized: its first rows, from row 1, personal data masked. */
  readonly head: readonly (readonly string[])[]
  /** Of them hidden in the file, by hand or by a filter; they are imported like the others. */
  readonly hiddenRows: number
}

export interface ImportFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** A file of several that could not be read, and why. */
export interface FailedFile {
  readonly name: string
  readonly code: ErrorCode
  readonly facts: ErrorFacts
}

/** What was found in the files; nothing is written yet. */
export interface ImportFound {
  readonly sessionId: string
  readonly files: readonly ImportFile[]
  readonly failed: readonly FailedFile[]
  readonly sheets: readonly SheetFound[]
  /** Data rows of the used sheets. */
  readonly rows: number
  /** The day each file was imported before with the very same content, by file; null when never. */
  readonly importedBefore: readonly (string | null)[]
}

/** What the user arranges otherwise than found; what is left out stays as found. */
export interface SheetChoice {
  readonly sheet: number
  readonly used?: boolean
  readonly table?: TableKind | null
  /** Column index → field, or null for “not used”. */
  readonly columns?: Readonly<Record<number, string | null>>
  /** Field → text that holds for every row where no column gives it. */
  readonly constants?: Readonly<Record<string, string>>
  /** 1-based first and last row of the header. */
  readonly header?: { readonly top: number; readonly bottom: number }
}

/** One record the import would create or change, for the preview's table. */
export interface PlannedChange {
  readonly sheet: string
  readonly row: number
  readonly action: 'create' | 'update'
  /** e.g. “党支部”, “任职”. */
  readonly what: string
  readonly name: string
  /** Field by field, old → new, for updates. Phones and IDs masked. */
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[]
}

export interface ImportPreview {
  /** The session it belongs to. */
  readonly planId: string
  readonly file: string
  /** The ledger with the most rows, and all of them. */
  readonly ledger: LedgerKind
  readonly ledgers: readonly LedgerKind[]
  readonly sheets: readonly SheetFound[]
  /** Data rows found, the rejected included, those left out not. */
  readonly rows: number
  readonly leftOut: number
  readonly created: RecordCounts
  readonly updated: RecordCounts
  readonly unchanged: number
  readonly rejectedRows: number
  /** In the window the first of them; every one stands with its row in the check. */
  readonly rejected: readonly RejectedCell[]
  readonly rejectedCount: number
  readonly warnings: readonly ImportWarning[]
  readonly warningCount: number
  /** How many questions there are; a page of them is asked for. */
  readonly questionCount: number
  readonly openQuestions: number
  /** Rows that cannot be imported, by group of sheets. */
  readonly badByGroup: RecordCounts
  /** How many records would be created or changed; `changes` may hold the first of them, the rest are asked for. */
  readonly changeCount: number
  readonly changes: readonly PlannedChange[]
}

export const rowFilters = ['all', 'bad', 'warned', 'mended', 'out'] as const
export type RowFilter = (typeof rowFilters)[number]

/** One row of the check. */
export interface CheckedRow {
  /** Place among all rows of the session; what mending and leaving out refer to. */
  readonly index: number
  readonly sheet: string
  /** As Excel shows it. */
  readonly row: number
  readonly out: boolean
  readonly mended: boolean
  /** Text by column, as `CheckPage.columns`. Phones and ID numbers in full only where the cell is bad. */
  readonly cells: readonly string[]
  readonly bad: readonly {
    /** Place in `cells`; -1: the row as a whole. */
    readonly column: number
    readonly reason: string
    readonly question?: Question
  }[]
  readonly warnings: readonly string[]
}

export interface CheckPage {
  readonly columns: readonly {
    readonly index: number
    readonly header: string
    readonly field: string
    readonly label: string
  }[]
  /** Rows that pass the filter, and how many each filter would give. */
  readonly total: number
  readonly counts: Readonly<Record<RowFilter, number>>
  readonly rows: readonly CheckedRow[]
}

export interface ImportOutcome {
  readonly ledger: LedgerKind
  readonly rows: number
  readonly created: RecordCounts
  readonly updated: RecordCounts
  readonly unchanged: number
  readonly rejectedRows: number
}

export interface ImportRun extends ImportOutcome {
  readonly id: string
  /** ISO moment. */
  readonly at: string
  readonly file: string
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
  readonly actor: string
  /** When it was taken back and by whom; null while it stands. */
  readonly undone: { readonly at: string; readonly actor: string } | null
}

/** What taking an import back did. */
export interface UndoneImport {
  /** Records taken away, and records whose former values came back, by table. */
  readonly removed: RecordCounts
  readonly restored: RecordCounts
  /** Kept because they were edited, or something was built on them, since. */
  readonly kept: readonly { readonly what: string; readonly name: string; readonly reason: string }[]
}
