import type { HowFound, TableKind } from '../../shared/models/import.ts'
import { trimmed } from '../../shared/rules/text.ts'
import type { Column, Sheet } from '../../shared/sheets/sheet.ts'
import { type Cell, type Grid, shownText } from './grid.ts'
import { type HeaderMatcher, plainHeader } from './match-header.ts'
import { spread } from './merged-cells.ts'

export interface LocatedColumn {
  readonly column: Column
  readonly how: HowFound
  /** 0 to 100. */
  readonly sure: number
  /** 0-based. */
  readonly index: number
  /** As read, group and leaf joined by “·”. */
  readonly header: string
}

/** Where the table of a sheet stands. Row numbers are 0-based. */
/** What a person or memory decided. */
export interface Arranged {
  readonly table?: TableKind
  readonly columns?: Readonly<Record<number, string | null>>
  /** 1-based. */
  readonly header?: { readonly top: number; readonly bottom: number }
  readonly how: 'chosen' | 'remembered'
}

export interface Table {
  readonly sheet: Sheet
  /** 0 to 100. */
  readonly sure: number
  readonly headerTop: number
  readonly headerBottom: number
  readonly columns: readonly LocatedColumn[]
  /** Headers of columns that are not of this ledger. */
  readonly ignored: readonly string[]
  /** Every header as read, by column index; for the workbook of problem rows. */
  readonly headers: readonly string[]
  /** Texts above the header: title, unit and date lines. */
  readonly above: readonly string[]
}

/** Titles and notes above a header take a few rows; a header further down is none. */
const deepestHeader = 30
const mostHeaderRows = 3

type Rows = readonly (readonly Cell[] | undefined)[]

/** Finds the table by its header, in the ledger that knows most of its columns; null when no header is known. */
export const locateTable = (
  grid: Grid,
  matchers: readonly HeaderMatcher[],
  hints: { readonly fileName: string },
  arranged?: Arranged,
): Table | null => {
  void hints
  void arranged
  const rows = spread({ ...grid, rows: grid.rows.slice(0, deepestHeader) }, true)
  let best: Table | null = null
  for (const [top, row] of rows.entries()) {
    if (row === undefined) continue
    const words = row.map((cell) => plainHeader(shownText(cell)))
    const likely = matchers.filter((matcher) => words.filter(matcher.isWord).length >= 2)
    for (let height = 1; height <= mostHeaderRows && likely.length > 0; height += 1) {
      const paths = headerPaths(rows, top, height)
      for (const matcher of likely) {
        const table = tableAt(matcher, paths, top, height)
        if (table === null || table.columns.length <= (best?.columns.length ?? 0)) continue
        best = withHeadings(table, matcher, rows)
      }
    }
  }
  return best === null ? null : { ...best, above: textsAbove(rows, best.headerTop) }
}

/**
 * With the row of headings above, where there is one: 姓名 under 家庭成员 is not the member's, which the leaf row alone
 * does not tell.
 */
const withHeadings = (table: Table, matcher: HeaderMatcher, rows: Rows): Table => {
  const top = table.headerTop - 1
  const height = table.headerBottom - top + 1
  if (height > mostHeaderRows || !isHeadingRow(rows[top])) return table
  return tableAt(matcher, headerPaths(rows, top, height), top, height) ?? table
}

/** Several short texts side by side; a title is one, and a line such as 填报单位：… has a colon. */
const isHeadingRow = (row: readonly Cell[] | undefined): boolean => {
  const texts = new Set((row ?? []).map((cell) => trimmed(shownText(cell))).filter((text) => text !== ''))
  return texts.size > 1 && [...texts].every((text) => text.length <= 15 && !/[:：]/.test(text))
}

/**
 * Headings of each column from top to bottom, equal ones (a merged cell) once. Without merges, as in CSV, a blank
 * heading over a filled one belongs to the heading left of it.
 */
const headerPaths = (rows: Rows, top: number, height: number): readonly (readonly string[])[] => {
  const width = rows.slice(top, top + height).reduce((most, row) => Math.max(most, row?.length ?? 0), 0)
  const texts = Array.from({ length: height }, (_, offset) =>
    Array.from({ length: width }, (_, column) => trimmed(shownText(rows[top + offset]?.[column]))),
  )
  const lowest = texts.at(-1) ?? []
  for (const row of texts.slice(0, -1)) {
    for (let column = 1; column < width; column += 1) {
      const leftLeaf = lowest[column - 1]
      if (row[column] === '' && lowest[column] !== '' && leftLeaf !== '' && leftLeaf !== row[column - 1]) {
        row[column] = row[column - 1] ?? ''
      }
    }
  }
  return Array.from({ length: width }, (_, column) => {
    const path = texts.map((row) => row[column] ?? '').filter((text) => text !== '')
    return path.filter((text, index) => text !== path[index - 1])
  })
}

const tableAt = (
  matcher: HeaderMatcher,
  paths: readonly (readonly string[])[],
  top: number,
  height: number,
): Table | null => {
  const columns: LocatedColumn[] = []
  const ignored: string[] = []
  const taken = new Set<string>()
  let groupBefore: string | null = null
  for (const [index, path] of paths.entries()) {
    if (path.length === 0) continue
    const plain = path.map(plainHeader)
    const header = path.map((text) => text.replaceAll(' ', '')).join('·')
    const column = matcher.find(plain, taken, groupBefore)
    if (column === undefined) {
      ignored.push(header)
      groupBefore = null
      continue
    }
    taken.add(column.field)
    columns.push({ column, index, header, how: 'header', sure: 95 })
    groupBefore = column.group ?? null
  }
  const { sheet } = matcher
  if (!sheet.knownBy.some((set) => set.every((field) => taken.has(field)))) return null
  const headers = paths.map((path) => path.map((text) => text.replaceAll(' ', '')).join('·'))
  return { sheet, sure: 95, headerTop: top, headerBottom: top + height - 1, columns, ignored, headers, above: [] }
}

const textsAbove = (rows: Rows, headerTop: number): readonly string[] => [
  ...new Set(
    rows
      .slice(0, headerTop)
      .flatMap((row) => (row ?? []).map(shownText).filter((text) => text.trim() !== '')),
  ),
]
