import type { HowFound, TableKind } from '../../shared/models/import.ts'
import type { Column, Sheet } from '../../shared/sheets/sheet.ts'

export interface LocatedColumn {
  readonly column: Column
  /** 0-based. */
  readonly index: number
  /** As read, group and leaf joined by “·”; empty where the header is. */
  readonly header: string
  readonly how: HowFound
  /** 0 to 100. */
  readonly sure: number
}

/** Where the table of a sheet stands. Row numbers are 0-based. */
export interface Table {
  readonly sheet: Sheet
  /** How sure the ledger is, 0 to 100. */
  readonly sure: number
  /** -1, as `headerBottom`: the table has no header. */
  readonly headerTop: number
  readonly headerBottom: number
  readonly columns: readonly LocatedColumn[]
  /** Headers of columns that are not of this ledger. */
  readonly ignored: readonly string[]
  /** Every header as read, by column index; for the workbook of problem rows. */
  readonly headers: readonly string[]
  /** Texts above the header: title, unit and date lines. */
  readonly above: readonly string[]
  /** The first row that may be data, where no header tells it. */
  readonly first?: number
  /** The row where another table of the sheet begins. */
  readonly end?: number
}

/** What a person, or the memory of what a person did, decided about a sheet. */
export interface Arranged {
  readonly table?: TableKind
  /** Column index → field, or null for “not used”. */
  readonly columns?: Readonly<Record<number, string | null>>
  /** 1-based first and last row of the header. */
  readonly header?: { readonly top: number; readonly bottom: number }
  readonly how: 'chosen' | 'remembered'
}
