import type { RejectedCell } from '../../shared/models/import.ts'
import { type Grid, type Merge, shownText } from './grid.ts'
import type { SheetContext } from './parsed-row.ts'

/** The rejected rows of one sheet in the layout of the file. */
export interface ProblemSheet {
  readonly name: string
  /** The lines above the header as they stood, blank ones too. */
  readonly above: readonly (readonly string[])[]
  readonly headerRows: readonly (readonly string[])[]
  /** Merged cells of the lines above and of the header, 0-based from the first of `above`. */
  readonly merges: readonly Merge[]
  /** Columns of the file; what is told of the rows stands right of them. */
  readonly width: number
  readonly rows: readonly ProblemRow[]
}

export interface ProblemRow {
  /** Row number in the file. */
  readonly row: number
  readonly texts: readonly string[]
  readonly reason: string
  readonly bad: readonly BadCell[]
}

export interface BadCell {
  /** 0-based column. */
  readonly column: number
  readonly reason: string
}

export type Problems = readonly ProblemSheet[]

/** A rejected row: `row` as Excel shows it, `texts` what its cells show, and why it cannot be imported. */
export interface RefusedRow {
  readonly row: number
  readonly texts: readonly string[]
  readonly refused: readonly RejectedCell[]
}

export interface ProblemsAsked {
  readonly grid: Grid
  /** First and last row of the header, 0-based. */
  readonly headerTop: number
  readonly headerBottom: number
  /** What holds for all rows; where the sheet itself does not say so, a line 填报单位 is added. */
  readonly context: SheetContext
  readonly rows: readonly RefusedRow[]
}

/**
 * The rejected rows of a sheet under its own title lines and header, with the reasons in words. Null where there are
 * none.
 */
export const problemSheetOf = (asked: ProblemsAsked): ProblemSheet | null => {
  const { grid, headerTop, headerBottom, context, rows } = asked
  if (rows.length === 0) return null
  const lines = Array.from({ length: headerBottom + 1 }, (_, row) =>
    (grid.rows[row] ?? []).map((cell) => shownText(cell)),
  )
  const above = lines.slice(0, headerTop)
  const used = [...lines, ...rows.map(({ texts }) => texts)].map(usedWidth)
  const width = withoutTold(context.headers) ?? Math.max(context.headers.length, ...used)
  const unitLine = missingUnitLine(context, [...above.flat(), grid.name])
  const shift = unitLine === null ? 0 : 1
  return {
    name: grid.name,
    above: unitLine === null ? above : [[unitLine], ...above],
    headerRows: lines.slice(headerTop),
    merges: grid.merges.flatMap((merge) => keptMerge(merge, headerBottom, width, shift)),
    width,
    rows: rows.map((row) => problemRow(row, context)),
  }
}

/** What the workbook tells of each row, right of the file's own columns. */
export const toldHeaders = ['问题', '原行号'] as const

/** Columns of a workbook of problem rows that is mended and imported: what it told before is not told again. */
const withoutTold = (headers: readonly string[]): number | null => {
  const at = headers.length - toldHeaders.length
  return at > 0 && toldHeaders.every((header, index) => headers[at + index] === header) ? at : null
}

const usedWidth = (texts: readonly string[]): number => texts.findLastIndex((text) => text !== '') + 1

/**
 * Street and community may have been chosen by the user, or said by the file's name: the mended workbook has another
 * name, so it must say them itself.
 */
const missingUnitLine = ({ street, community }: SheetContext, said: readonly string[]): string | null => {
  const names = [street, community].filter((name) => name !== null)
  const missing = names.filter((name) => !said.some((line) => line.replaceAll(' ', '').includes(name)))
  return missing.length === 0 ? null : `填报单位：${names.join('')}`
}

/** A merge of the rows that are kept, cut where it goes on below the header or beyond the last column. */
const keptMerge = (merge: Merge, lastRow: number, width: number, shift: number): readonly Merge[] => {
  const { top, left } = merge
  const bottom = Math.min(merge.bottom, lastRow)
  const right = Math.min(merge.right, width - 1)
  if (top > lastRow || left >= width || (top === bottom && left === right)) return []
  return [{ top: top + shift, left, bottom: bottom + shift, right }]
}

const problemRow = ({ row, texts, refused }: RefusedRow, { headers }: SheetContext): ProblemRow => {
  const bad = new Map<number, string>()
  for (const { column, reason } of refused) {
    const at = headers.indexOf(column)
    if (at < 0) continue
    const before = bad.get(at)
    bad.set(at, before === undefined ? reason : `${before}；${reason}`)
  }
  return {
    row,
    texts,
    reason: refused.map(({ column, reason }) => (column === '' ? reason : `${column}：${reason}`)).join('；'),
    bad: [...bad].map(([column, reason]) => ({ column, reason })),
  }
}
