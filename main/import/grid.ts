/** A number as the spreadsheet stores it, how the cell shows it, and the ISO date where it is formatted as one. */
export interface NumberCell {
  readonly number: number
  readonly shown: string
  readonly date: string | null
}

/** A formula that ended in an error, e.g. #N/A. */
export interface ErrorCell {
  readonly error: string
}

/** A cell as read: text, a number, an error, or nothing. */
export type Cell = string | NumberCell | ErrorCell | null

/** Rows and columns that one merged cell spans, 0-based and inclusive. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** One sheet: only rows and cells that hold something; `rows` is sparse, by 0-based row number. */
export interface Grid {
  readonly name: string
  readonly rows: readonly (readonly Cell[] | undefined)[]
  /** Merged cells that hold something, cut to the rows that do. */
  readonly merges: readonly Merge[]
  /** The sheet's tab is hidden. */
  readonly hidden?: boolean
  /** 0-based numbers of the filled rows that are hidden by hand or by a filter. */
  readonly hiddenRows?: ReadonlySet<number>
}

export interface Workbook {
  readonly grids: readonly Grid[]
  /** Comma-separated or other plain text: anything readable is, so only a known header makes it a ledger. */
  readonly plainText: boolean
}

/** What the cell shows, for headers, problem rows and plain columns. */
export const shownText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  return 'error' in cell ? cell.error : cell.shown
}

/** Bounds for one file: far beyond a district's ledgers, and small enough for an office PC's memory. */
export const limits = {
  inflatedBytes: 200 * 1024 * 1024,
  /** What the general reader is given: it takes twenty times as much memory. */
  generalBytes: 32 * 1024 * 1024,
  /** Filled cells of all sheets; numbers, the largest, take some 150 bytes each. */
  cells: 4_000_000,
  /** A ledger has a few dozen columns; cells further to the right are remains of formatting. */
  columns: 256,
  /** The last row a spreadsheet can have. */
  rows: 1_048_576,
  /** How long a reader may work that cannot tell how far it is. */
  silentMs: 10_000,
} as const

/** How far reading is, in units that the reader chooses; called after each sheet and within large ones. */
export type ReadReport = (done: number, total: number) => void
