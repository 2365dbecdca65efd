import type { LedgerKind, RejectedCell, SheetFound } from '../../shared/models/import.ts'

/** A value in its stored form: text, a whole number, or nothing. */
export type Value = string | number | null

/** One data row after reading and checking. */
export interface ParsedRow {
  /** Index into `Ledger.sheets`. */
  readonly sheet: number
  /** As Excel shows it, 1-based. */
  readonly row: number
  /** By field; a field the table does not have is missing. */
  readonly values: Readonly<Record<string, Value>>
  /** What each cell shows, by column index, for the workbook of problem rows. */
  readonly texts: readonly string[]
  /** Why the row cannot be imported; empty when it can. */
  readonly refused: readonly RejectedCell[]
}

export interface NameReading {
  readonly pinyin: string
  readonly initials: string
  /** Of people. */
  readonly readingKey?: string
  readonly strokeKey?: string
}
export type NameReadings = Readonly<Record<string, NameReading>>

/** What one worker message carries. */
export interface RowsPart {
  readonly rows: readonly ParsedRow[]
  /** Readings of names that no part before had. */
  readonly people: NameReadings
  readonly units: NameReadings
}

/** What the lines above a sheet's table, or its name, say of all its rows. */
export interface SheetContext {
  readonly street: string | null
  readonly community: string | null
  /** Headers as read, by column index. */
  readonly headers: readonly string[]
  /** Field → header as read, e.g. `secretaryPhone` → “支部书记·联系电话”. */
  readonly headerOf: Readonly<Record<string, string>>
}

/** What the reading of a file answers, besides its rows. */
export interface Ledger {
  readonly kind: LedgerKind
  readonly sheets: readonly SheetFound[]
  /** For each of `sheets`. */
  readonly contexts: readonly SheetContext[]
  /** Readings of the names in `contexts`. */
  readonly units: NameReadings
}
