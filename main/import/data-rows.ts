import { isEmptyText } from '../../shared/rules/empty.ts'
import type { CellType } from '../../shared/sheets/sheet.ts'
import { dateJoiner } from './date-parts.ts'
import type { Cell, Grid, Merge } from './grid.ts'
import { plainHeader } from './header-text.ts'
import type { Table } from './located-table.ts'
import { spread } from './merged-cells.ts'
import { loneRow, underFiller, underHeading, underTitles } from './row-headings.ts'
import {
  beginsNotes,
  firstText,
  isBelowHeader,
  isExample,
  isFooter,
  isSignature,
  isTotal,
  loneText,
} from './row-kinds.ts'

/** A row of data: its 0-based number and its cells, merged ones filled in. */
export interface DataRow {
  readonly index: number
  readonly cells: readonly Cell[]
  /** The community that a heading inside the table, above this row, names. */
  readonly community?: string
  /** The branch that such a heading, or the title, names where no column does. */
  readonly branch?: string
  /** The estate that such a heading, or the title, names where no column does. */
  readonly estate?: string
}

/** A row where only the number of the row stands is a blank line of a form. */
const blankTest = (table: Table): ((cells: readonly Cell[]) => boolean) => {
  const indexes = table.columns.filter(({ column }) => column.type !== 'serial').map(({ index }) => index)
  return (cells) => {
    for (const index of indexes) {
      const cell = cells[index]
      if (cell === null || cell === undefined || cell === '') continue
      if (typeof cell === 'object' || !isEmptyText(cell)) return false
    }
    return true
  }
}

/** A header printed again at the top of a page: the columns hold their own headings. */
const headerTest = (table: Table): ((cells: readonly Cell[]) => boolean) => {
  const parts = table.columns
    .filter(({ header }) => header !== '')
    .map(({ index, header }) => ({ index, headings: new Set(header.split('·').map(plainHeader)) }))
  // Few cells of data begin as a heading does; only those are compared.
  const initials = new Set([
    '*',
    ...parts.flatMap(({ headings }) => [...headings].map((one) => one[0] ?? '')),
  ])
  return (cells) => {
    let again = 0
    let filled = 0
    for (let at = 0; at < parts.length; at += 1) {
      const { index, headings } = parts[at] ?? { index: -1 }
      const cell = cells[index] ?? null
      if (cell === null || cell === '') continue
      filled += 1
      if (typeof cell === 'string' && cell.length <= 60 && initials.has(cell[0] ?? '')) {
        if (headings?.has(plainHeader(cell)) === true) again += 1
      }
      // Data repeat no heading: the first columns tell.
      if (again === 0 && filled >= 3) return false
    }
    // The lower row of a header holds only some of its words, but nothing else.
    return again > 1 && (again * 2 > parts.length || again === filled)
  }
}

/** Widths of the merged cells that lie in one row, by row: a heading inside the table is mostly one of them. */
const widthsOf = (merges: readonly Merge[]): ReadonlyMap<number, number> => {
  const widths = new Map<number, number>()
  for (const { top, bottom, left, right } of merges) {
    if (top === bottom && right > left) widths.set(top, Math.max(widths.get(top) ?? 0, right - left + 1))
  }
  return widths
}

const unitTypes: ReadonlySet<CellType> = new Set([
  'street',
  'community',
  'branch',
  'group',
  'estate',
  'partner',
  'names',
  'text',
])

/** Whether a column holds names of units or free text, where the name of an office is no signature. */
const unitTest = (table: Table): ((at: number) => boolean) => {
  const indexes = new Set(
    table.columns.filter(({ column }) => unitTypes.has(column.type)).map(({ index }) => index),
  )
  return (at) => indexes.has(at)
}

/** The data rows under a header, in their order. */
export const dataRows = (grid: Grid, table: Table): readonly DataRow[] => {
  const filled = spread(grid, false)
  const found: DataRow[] = []
  const isBlank = blankTest(table)
  const isHeaderAgain = headerTest(table)
  const widths = widthsOf(grid.merges)
  const from = table.headerTop === -1 ? (table.first ?? 0) : table.headerBottom + 1
  const end = Math.min(grid.rows.length, table.end ?? grid.rows.length)
  const joinDates = dateJoiner(grid.name, table)
  let under = underTitles(grid.name, table)
  const isUnit = unitTest(table)
  let inNotes = false
  for (let index = from; index < end; index += 1) {
    const own = grid.rows[index]
    if (own === undefined) {
      // Notes stand together; what follows after a gap is no more of them.
      inNotes = false
      continue
    }
    const said = loneRow(own, table, widths.get(index) ?? 1)
    if (said !== null || (inNotes && loneText(own) !== null)) {
      inNotes ||= beginsNotes(firstText(own))
      if (said !== null && said !== 'note' && !inNotes) under = underHeading(under, said)
      continue
    }
    if (isBlank(own)) continue
    const first = firstText(own)
    if (isFooter(first)) {
      inNotes ||= beginsNotes(first)
      under = { ...under, ...underFiller(first) }
      continue
    }
    if (isHeaderAgain(own)) {
      // A new page, or the next part of the table: notes have ended.
      inNotes = false
      continue
    }
    if (isTotal(own) || isExample(first) || isSignature(own, isUnit)) continue
    if (index <= from + 1 && isBelowHeader(own)) continue
    const cells = filled[index] ?? own
    found.push({ index, cells: joinDates === null ? cells : joinDates(cells), ...under })
  }
  return found
}
