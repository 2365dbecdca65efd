import { arrangeColumns, ignoredOf } from './arrange-columns.ts'
import { byContent } from './by-content.ts'
import { type Content, contentsOf } from './column-content.ts'
import type { Grid } from './grid.ts'
import { looksLikeHeader, type Rows, textsAbove } from './header-paths.ts'
import { headerRegions, rowsUntil, startOf } from './header-regions.ts'
import { type HeaderTable, headerTable } from './header-table.ts'
import { firstDataRow, headerlessTable } from './headerless.ts'
import type { Arranged, Table } from './located-table.ts'
import type { HeaderMatcher } from './match-header.ts'
import { spread } from './merged-cells.ts'
import { isDenied, knownAs, scoreOf, sureOfTable, titleWeight } from './table-score.ts'

export type { Arranged, LocatedColumn, Table } from './located-table.ts'

/** Rows that are looked at; a table that begins further down is none. */
const deepest = 2000
/** Titles take a few rows: a header of which nothing is known stands among the first. */
const thorough = 30
/** Ledgers whose contents are compared at one header. */
const closest = 4

/** A sheet made ready for the search, and what is known of it beforehand. */
interface Search {
  /** Merged cells filled in, across as well. */
  readonly rows: Rows
  /** Merged cells filled in downwards, as in data. */
  readonly data: Rows
  readonly matchers: readonly HeaderMatcher[]
  /** Of ledgers that are not asked for too. */
  readonly allMatchers: readonly HeaderMatcher[]
  readonly hints: { readonly sheetName: string; readonly fileName: string }
  /** The ledger is given: nothing has to suffice. */
  readonly asked: boolean
  readonly contentsBelow: (row: number) => readonly Content[]
}

const searchIn = (
  grid: Grid,
  matchers: readonly HeaderMatcher[],
  fileName: string,
  arranged: Arranged | undefined,
): Search => {
  const below = new Map<number, readonly Content[]>()
  const data = spread(grid, false, deepest)
  return {
    rows: spread(grid, true, deepest),
    data,
    matchers:
      arranged?.table === undefined ? matchers : matchers.filter((one) => one.sheet.table === arranged.table),
    allMatchers: matchers,
    hints: { sheetName: grid.name, fileName },
    asked: arranged?.table !== undefined,
    contentsBelow: (row) => {
      const before = below.get(row)
      if (before !== undefined) return before
      const contents = contentsOf(data, row + 1)
      below.set(row, contents)
      return contents
    },
  }
}

interface Rated {
  readonly header: HeaderTable
  readonly table: Table
  readonly score: number
}

/** A header held against the contents below it and the titles above it; null when it does not make the ledger. */
const rated = (
  search: Search,
  header: HeaderTable,
): (Rated & { readonly rate: (rival: number) => number }) | null => {
  const { sheet } = header.matcher
  const above = textsAbove(search.rows, header.top)
  const weight = titleWeight(sheet, above, search.hints)
  const columns = byContent(
    header.matcher,
    header.columns,
    header.headers,
    search.contentsBelow(header.bottom),
  )
  const known = isDenied(sheet, above, search.hints) ? null : knownAs(sheet, columns, weight > 0)
  if (known === null && !search.asked) return null
  const score = scoreOf(columns, search.matchers) + weight
  const { headers, top, bottom } = header
  const table: Table = {
    sheet,
    sure: 0,
    headerTop: top,
    headerBottom: bottom,
    columns,
    ignored: ignoredOf(headers, columns),
    headers,
    above,
  }
  const rate = (rival: number) =>
    search.asked ? 100 : sureOfTable({ columns, headers, known, titled: weight > 0, score, rival })
  return { header, table, score, rate }
}

/** The ledger that explains a header best, of those that come closest. */
const bestOf = (search: Search, headers: readonly HeaderTable[]): Rated | null => {
  const prior = (one: HeaderTable) =>
    one.score + titleWeight(one.matcher.sheet, textsAbove(search.rows, one.top), search.hints)
  const near = headers
    .map((one) => ({ one, prior: prior(one) }))
    .sort((a, b) => b.prior - a.prior)
    .slice(0, closest)
    .filter(({ prior }, _, [first]) => prior >= 0.5 * (first?.prior ?? 0))
  const found = near.flatMap(({ one }) => rated(search, one) ?? []).sort((a, b) => b.score - a.score)
  const [best] = found
  if (best === undefined) return null
  const rival = found.find((one) => one.table.sheet.table !== best.table.sheet.table)?.score ?? 0
  return { ...best, table: { ...best.table, sure: best.rate(rival) } }
}

/** Of several tables in one sheet, the one with the most rows. */
const largest = (search: Search): Table | null => {
  const found = headerRegions(search.rows, search.matchers).flatMap((region) => bestOf(search, region) ?? [])
  let best: { readonly table: Table; readonly rows: number; readonly score: number } | null = null
  for (const [at, { table, score }] of found.entries()) {
    const next = found[at + 1]?.table
    const end = next === undefined ? undefined : startOf(search.rows, next.headerTop)
    const rows = rowsUntil(search.rows, table.headerBottom + 1, end)
    if (best !== null && (rows < best.rows || (rows === best.rows && score <= best.score))) continue
    best = { table: end === undefined ? table : { ...table, end }, rows, score }
  }
  return best?.table ?? null
}

/** The header rows are given. */
const underHeader = (search: Search, header: NonNullable<Arranged['header']>): Table | null => {
  const top = Math.max(0, header.top - 1)
  const bottom = Math.max(top, header.bottom - 1)
  const tables = search.matchers.map((one) => headerTable(one, search.rows, top, bottom, search.matchers))
  const table = bestOf(search, tables)?.table
  if (table === undefined) return null
  // Another table below ends this one, whatever ledger it is of.
  const open = { ...search, matchers: search.allMatchers, asked: false }
  const next = headerRegions(search.rows, search.allMatchers, bottom + 1)
    .map((region) => bestOf(open, region)?.table)
    .find((one) => one !== undefined && one.headers.join() !== table.headers.join())
  return next === undefined ? table : { ...table, end: startOf(search.rows, next.headerTop) }
}

/** No header is known: a row right above the first plain data is one all the same, whatever it says. */
const underUnknownHeader = (search: Search): Table | null => {
  const first = firstDataRow(search.data)
  const last = first === -1 ? thorough : first
  const rows = search.rows.slice(0, last)
  const top = first === -1 ? rows.findIndex(looksLikeHeader) : looksLikeHeader(rows[last - 1]) ? last - 1 : -1
  if (top === -1 || (first === -1 && !search.asked)) return null
  return underHeader(search, { top: top + 1, bottom: top + 1 })
}

/** The ledger is given and the sheet tells nothing of itself. */
const untold = (search: Search): Table | null => {
  const [matcher] = search.matchers
  if (matcher === undefined || !search.asked) return null
  const first = Math.max(
    0,
    search.rows.findIndex((row) => row !== undefined),
  )
  const none = { columns: [], ignored: [], headers: [], above: [] }
  return { sheet: matcher.sheet, sure: 100, headerTop: -1, headerBottom: -1, ...none, first }
}

/**
 * Finds the table of a sheet: the ledger that explains most of the header and best, with the contents of its first
 * rows and the titles as witnesses. Null when no ledger comes into question. What is `arranged` holds as it is.
 */
export const locateTable = (
  grid: Grid,
  matchers: readonly HeaderMatcher[],
  hints: { readonly fileName: string },
  arranged?: Arranged,
): Table | null => {
  const search = searchIn(grid, matchers, hints.fileName, arranged)
  const table =
    arranged?.header !== undefined
      ? underHeader(search, arranged.header)
      : (largest(search) ??
        underUnknownHeader(search) ??
        headerlessTable(search.rows, search.data, search.matchers, search.hints, search.asked) ??
        untold(search))
  return table === null ? null : arrangeColumns(table, arranged)
}
