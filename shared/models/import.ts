export const ledgerKinds = ['organization', 'emergencyBranches', 'members'] as const
export type LedgerKind = (typeof ledgerKinds)[number]

/** Row number as Excel shows it, 1-based. */
export interface RejectedCell {
  readonly sheet: string
  readonly row: number
  /** Header as read, group and leaf joined by “·”, e.g. “支部书记·联系电话”. */
  readonly column: string
  readonly reason: string
}

export interface ImportWarning {
  readonly sheet: string
  readonly row: number
  readonly reason: string
}

/** Counts by kind of record, e.g. `{ branches: 335 }`; kinds with a count of 0 are left out. */
export type RecordCounts = Readonly<Record<string, number>>

export interface ColumnFound {
  readonly header: string
  readonly field: string
  readonly label: string
  readonly how: 'header' | 'content'
}

export interface SheetFound {
  readonly sheet: string
  readonly ledger: LedgerKind | null
  /** 1-based rows of the header. */
  readonly headerRows: readonly number[]
  readonly columns: readonly ColumnFound[]
  readonly ignoredColumns: readonly string[]
  readonly dataRows: number
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
  readonly planId: string
  readonly file: string
  readonly ledger: LedgerKind
  readonly sheets: readonly SheetFound[]
  /** Data rows found, the rejected included. */
  readonly rows: number
  readonly created: RecordCounts
  readonly updated: RecordCounts
  readonly unchanged: number
  readonly rejectedRows: number
  readonly rejected: readonly RejectedCell[]
  readonly warnings: readonly ImportWarning[]
  /** How many records would be created or changed; `changes` may hold the first of them, the rest are asked for. */
  readonly changeCount: number
  readonly changes: readonly PlannedChange[]
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
  readonly at: string
  readonly file: string
  readonly actor: string
}
