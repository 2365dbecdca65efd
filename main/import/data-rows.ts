import type { TableKind } from '../../shared/models/import.ts'
import { isEmptyText } from '../../shared/rules/empty.ts'
import { branchNamed, branchTitled, communityNamed } from './community-name.ts'
import { dateJoiner } from './date-parts.ts'
import type { Cell, Grid, Merge } from './grid.ts'
import { plainHeader } from './header-text.ts'
import type { Table } from './located-table.ts'
import { spread } from './merged-cells.ts'
import { beginsNotes, firstText, isBelowHeader, isExample, isFooter, isTotal, loneText } from './row-kinds.ts'

/** A row of data: its 0-based number and its cells, merged ones filled in. */
export interface DataRow {
  readonly index: number
  readonly cells: readonly Cell[]
  /** The community that a heading inside the table, above this row, names. */
  readonly community?: string
  /** The branch that such a heading names. */
  readonly branch?: string
}

/** What the headings inside a table say of the rows below them. */
interface Under {
  readonly community?: string
  readonly branch?: string
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

/**
 * A header printed again at the top of a page: more than half of the columns hold their own heading, or, in the lower
 * row of one that has two, the only ones that hold anything.
 */
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
    let other = 0
    for (let at = 0; at < parts.length; at += 1) {
      const { index, headings } = parts[at] ?? { index: -1 }
      const cell = cells[index]
      if (cell === null || cell === undefined || cell === '') continue
      const may = typeof cell === 'string' && cell.length <= 60 && initials.has(cell[0] ?? '')
      if (may && headings?.has(plainHeader(cell)) === true) again += 1
      else other += 1
      // Data repeat no heading: the first columns tell.
      if (again === 0 && (at >= 3 || other >= 3)) return false
    }
    return again > 1 && (other === 0 || again * 2 > parts.length)
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

const counted =
  /[（(]共?\d+[人名户个栋][）)]$|共\d+[人名户]$|^[一二三四五六七八九十]+[、.．]|^[（(][一二三四五六七八九十]+[）)]/u

/**
 * What a row with one text says: a heading for the rows below, or `note`, which is no data; null when it may be a row
 * of data with one cell filled in.
 */
const loneRow = (cells: readonly Cell[], table: Table, merged: number): Under | 'note' | null => {
  const lone = loneText(cells)
  if (lone === null || table.columns.length < 3) return null
  const { text, at } = lone
  const place = table.columns.find(({ index }) => index === at)?.column
  const type = place?.type
  const wide = merged >= 3 || merged * 2 >= table.columns.length
  const outside = type === undefined || type === 'serial'
  const whole = /^[【[（(]?[^（([【]{2,12}社区[】\]）)]?$/u.test(text)
  if (!wide && !counted.test(text) && !outside && text.length <= 25 && !/[。；]$/u.test(text)) {
    // 六堰社区 alone in a column that is not for communities; in the organization it may be a row of its own.
    const misplaced = whole && (type !== 'community' || table.sheet.table !== 'organization')
    if (!misplaced && (type !== 'name' || !/[社小]区|支部/u.test(text))) return null
  }
  return text.length > 40 || /^\d+$/.test(text) ? 'note' : (headingIn(text) ?? 'note')
}

/** The community and the branch that a heading inside a table names; null when it names neither. */
const headingIn = (text: string): Under | null => {
  const community = communityNamed(text)
  const branch = branchNamed(text)
  if (community === null) return branch === null ? null : { branch }
  return branch === null || branch.endsWith('总支') ? { community } : { community, branch }
}

/** Tables whose rows are of one branch each, which a title may name for all of them. */
const ofBranches: ReadonlySet<TableKind> = new Set(['members', 'appropriations', 'disbursements'])

/** The branch that the title or the sheet's name says, where no column does. */
const branchOfSheet = (sheetName: string, table: Table): string | null => {
  if (!ofBranches.has(table.sheet.table)) return null
  if (table.columns.some(({ column }) => column.field === 'branch')) return null
  for (const line of [...table.above.filter((text) => text.length <= 60), sheetName]) {
    const branch = branchTitled(line)
    if (branch !== null) return branch
  }
  return null
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
  const joinDates = dateJoiner(table)
  const titled = branchOfSheet(grid.name, table)
  let under: Under = titled === null ? {} : { branch: titled }
  let inNotes = false
  for (let index = from; index < end; index += 1) {
    const own = grid.rows[index]
    if (own === undefined) continue
    const said = loneRow(own, table, widths.get(index) ?? 1)
    if (said !== null || (inNotes && loneText(own) !== null)) {
      inNotes ||= beginsNotes(firstText(own))
      if (said !== null && said !== 'note' && !inNotes)
        under = said.community === undefined ? { ...under, ...said } : said
      continue
    }
    if (isBlank(own)) continue
    const first = firstText(own)
    if (isFooter(first)) {
      inNotes ||= beginsNotes(first)
      continue
    }
    if (isTotal(own) || isHeaderAgain(own) || isExample(first)) continue
    if (index <= from + 1 && isBelowHeader(own)) continue
    const cells = filled[index] ?? own
    found.push({ index, cells: joinDates === null ? cells : joinDates(cells), ...under })
  }
  return found
}
