import type { LedgerKind, TableKind } from '../models/import.ts'

/**
 * What a cell of a column holds; it decides how the cell is read, checked and stored.
 * - `phones` fills two fields: `field` and `field` + `2`
 * - `partner` fills two: `field` (the unit) and `field` + `Position`
 * - `count` is a whole number, `yesNo` 1 or 0, `date` ISO, `born` a date that is not after today, `day` a full ISO day
 * - `money` is integer fen, `area` hundredths of a square metre
 * - `names` is several names, joined by “、”; `place` a building, stairwell or grid in words
 */
export type CellType =
  | 'serial'
  | 'text'
  | 'name'
  | 'phones'
  | 'landline'
  | 'idNumber'
  | 'date'
  | 'day'
  | 'born'
  | 'count'
  | 'yesNo'
  | 'gender'
  | 'ethnicity'
  | 'category'
  | 'political'
  | 'partner'
  | 'street'
  | 'community'
  | 'branch'
  | 'group'
  | 'estate'
  | 'names'
  | 'place'
  | 'office'
  | 'right'
  | 'money'
  | 'area'
  | 'voucher'
  | 'source'

export interface Column {
  readonly field: string
  /** The header a template would use; with `group` above it where the header has two rows. */
  readonly label: string
  readonly group?: string
  /** Other headers met in real ledgers, without spaces and line breaks. */
  readonly synonyms?: readonly string[]
  readonly groupSynonyms?: readonly string[]
  readonly type: CellType
  /** A row without it is refused. */
  readonly required?: boolean
  /** A blank cell repeats the value above it; a new value here ends the repeating of the columns after it. */
  readonly repeats?: boolean
  /** What a template's example row says. */
  readonly example?: string
}

/** One table of a ledger: its columns drive the parser, the checks, the template and the workbook of problem rows. */
export interface Sheet {
  readonly table: TableKind
  readonly ledger: LedgerKind
  /** What the user calls it. */
  readonly title: string
  readonly columns: readonly Column[]
  /** A sheet is this table when its header has all fields of one of these sets. */
  readonly knownBy: readonly (readonly string[])[]
  /** Words of a title, a sheet's or a file's name that speak for this table, and what suffices then. */
  readonly titled: { readonly words: RegExp; readonly knownBy: readonly (readonly string[])[] }
  /** A later row with the same values in these fields is refused, at the column `at`; null: rows may repeat. */
  readonly unique: {
    readonly fields: readonly string[]
    readonly at: string
    readonly what: string
    /** What to do about it, where that is not plain. */
    readonly hint?: string
  } | null
}

/** `支部书记·联系电话`, or the label alone. */
export const columnTitle = (column: Column): string =>
  column.group === undefined ? column.label : `${column.group}·${column.label}`
