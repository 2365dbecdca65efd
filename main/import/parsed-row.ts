import type { RejectedCell } from '../../shared/models/import.ts'
import type { Cell } from './grid.ts'

/** A value in its stored form: text, a whole number, or nothing. */
export type Value = string | number | null

/** One data row after reading and checking. */
export interface ParsedRow {
  /** Place among all rows of the session. */
  readonly index: number
  /** Place of its sheet in the session. */
  readonly sheet: number
  /** As Excel shows it, 1-based. */
  readonly row: number
  /** By field; a field the table does not have is missing. */
  readonly values: Readonly<Record<string, Value>>
  /** What headings inside the table said of it. */
  readonly given?: Readonly<Record<string, Value>>
  /** By column, as they stood, blanks filled from above and mended ones as mended. */
  readonly cells: readonly Cell[]
  /** Why the row by itself cannot be imported; empty when it can. */
  readonly refused: readonly RejectedCell[]
}

export interface NameReading {
  readonly pinyin: string
  readonly initials: string
  /** Of people. */
  readonly readingKey?: string
  readonly strokeKey?: string
}

/** How names are read; asked only for those that are written. */
export interface NameReader {
  readonly person: (name: string) => NameReading
  readonly unit: (name: string) => NameReading
}

/** What the lines above a sheet's table, its name or its file's name say of all its rows. */
export interface SheetContext {
  readonly street: string | null
  readonly community: string | null
  /** The year of a title such as 2026年度…; null when none is named. */
  readonly year: number | null
  /** What amounts are counted in: 1 yuan, or 10,000 where a line says 单位：万元. */
  readonly yuan: 1 | 10_000
  /** Title, unit line, sheet name and file name. */
  readonly title: string
  /** Headers as read, by column index. */
  readonly headers: readonly string[]
  /** Field → header as read, e.g. `secretaryPhone` → “支部书记·联系电话”. */
  readonly headerOf: Readonly<Record<string, string>>
  /** Field → the ledger’s own name for it, for columns that the table does not have. */
  readonly labelOf: Readonly<Record<string, string>>
}

/** Of a sheet that says nothing of its rows. */
export const noContext: SheetContext = {
  street: null,
  community: null,
  year: null,
  yuan: 1,
  title: '',
  headers: [],
  headerOf: {},
  labelOf: {},
}
