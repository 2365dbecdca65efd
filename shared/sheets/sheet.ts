import type { LedgerKind } from '../models/import.ts'

/**
 * What a cell of a column holds; it decides how the cell is read, checked and stored.
 * - `phones` fills two fields: `field` and `field` + `2`
 * - `partner` fills two: `field` (the unit) and `field` + `Position`
 * - `count` is a whole number, `yesNo` 1 or 0, `date` ISO, `born` a date that is not after today
 */
export type CellType =
  | 'serial'
  | 'text'
  | 'name'
  | 'phones'
  | 'landline'
  | 'idNumber'
  | 'date'
  | 'born'
  | 'count'
  | 'yesNo'
  | 'gender'
  | 'ethnicity'
  | 'category'
  | 'partner'
  | 'street'
  | 'community'
  | 'branch'
  | 'group'
  | 'estate'

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
}

/** One ledger: its columns drive the parser, the checks and the workbook of problem rows. */
export interface Sheet {
  readonly ledger: LedgerKind
  /** What the user calls it. */
  readonly title: string
  readonly columns: readonly Column[]
  /** A sheet is this ledger when its header has all of these fields. */
  readonly knownBy: readonly string[]
  /** A later row with the same values in these fields is refused, at the column `at`. */
  readonly unique: { readonly fields: readonly string[]; readonly at: string; readonly what: string }
}

/** `支部书记·联系电话`, or the label alone. */
export const columnTitle = (column: Column): string =>
  column.group === undefined ? column.label : `${column.group}·${column.label}`
