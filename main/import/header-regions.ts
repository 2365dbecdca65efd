import { type Cell, shownText } from './grid.ts'
import { looksLikeHeader, type Rows } from './header-paths.ts'
import { type HeaderTable, headerTableAt, mostHeaderRows } from './header-table.ts'
import { bareHeader, plainHeader } from './header-text.ts'
import type { HeaderMatcher } from './match-header.ts'
import { loneText } from './row-kinds.ts'
import { unconfused } from './similar-header.ts'

/** Titles and notes above a header take a few rows; further down, only a row that begins like a header is tried. */
const thorough = 30

/** More headers in one sheet are a list of words. */
const mostRegions = 20

/** Words of all ledgers, and as they look when confused characters are made one. */
interface AllWords {
  readonly words: ReadonlySet<string>
  readonly misspelt: ReadonlySet<string>
}

const unions = new WeakMap<readonly HeaderMatcher[], AllWords>()
const allWords = (matchers: readonly HeaderMatcher[]): AllWords => {
  const before = unions.get(matchers)
  if (before !== undefined) return before
  const words = new Set(matchers.flatMap((one) => [...one.words]))
  const both = { words, misspelt: new Set([...words].map(unconfused)) }
  unions.set(matchers, both)
  return both
}

const longestWord = 20

const beginsLikeHeader = (row: readonly Cell[], words: ReadonlySet<string>): boolean => {
  let known = 0
  let seen = 0
  for (const cell of row) {
    if (cell === null || cell === '') continue
    if (typeof cell !== 'string') return false
    seen += 1
    if (cell.length <= longestWord && words.has(bareHeader(plainHeader(cell)))) known += 1
    if (known === 2) return true
    if (seen === 5) return false
  }
  return false
}

/** Two headings that a ledger knows, or one among several that look like headings. */
const likelyMatchers = (
  row: readonly Cell[],
  matchers: readonly HeaderMatcher[],
  { words, misspelt }: AllWords,
): readonly HeaderMatcher[] => {
  const known = new Set<string>()
  for (const cell of row) {
    if (typeof cell !== 'string' || cell === '' || cell.length > 2 * longestWord) continue
    const word = plainHeader(cell)
    const bare = bareHeader(word)
    if (bare.length > longestWord || known.has(word)) continue
    if (words.has(word) || words.has(bare) || misspelt.has(unconfused(bare))) known.add(word)
  }
  if (known.size === 0) return []
  const enough = looksLikeHeader(row) ? 1 : 2
  const counted = matchers.map((matcher) => {
    let count = 0
    for (const word of known) if (matcher.isWord(word)) count += 1
    return { matcher, count }
  })
  // Of a long header every ledger knows a few words: those that know far fewer than another do not come into question.
  const least = Math.max(enough, 0.4 * Math.max(...counted.map(({ count }) => count)))
  return counted.filter(({ count }) => count >= least).map(({ matcher }) => matcher)
}

/**
 * Every place where a header may stand, from top to bottom: for each, the readings of it as one ledger or another.
 * A header that is printed again on the next page is no other place. Rows above `from` are passed over.
 */
export const headerRegions = (
  rows: Rows,
  matchers: readonly HeaderMatcher[],
  from = 0,
): readonly (readonly HeaderTable[])[] => {
  const words = allWords(matchers)
  const regions: HeaderTable[][] = []
  const seen = new Printed()
  let until = -1
  let sure = false
  for (const [top, row] of rows.entries()) {
    // Below a header stand data, and once in a while the header of another table.
    const quick = top >= thorough || (sure && top > until)
    if (top < from || row === undefined || (quick && !beginsLikeHeader(row, words.words))) continue
    if (seen.hasRow(row, top, until) || (regions.length > 0 && holdsData(row))) continue
    const likely = likelyMatchers(row, matchers, words)
    if (likely.length === 0) continue
    const found = likely
      .flatMap((one) => headerTableAt(one, rows, top, matchers) ?? [])
      .filter((one) => !seen.hasTable(one, rows))
    if (found.length === 0) continue
    if (regions.length === mostRegions) break
    sure ||= found.some(({ columns }) => columns.length >= 4)
    const region = regions.at(-1)
    if (region !== undefined && top <= until) region.push(...found)
    else {
      regions.push(found)
      until = top + mostHeaderRows - 1
    }
    for (const table of found) seen.add(table, rows)
  }
  return regions
}

/** The headers found so far: each may be printed again, with the cells merged or not. */
class Printed {
  /** A header row as read → where it stood first. */
  private readonly rows = new Map<string, number>()
  /** What a header says → its last row, the first time. */
  private readonly tables = new Map<string, number>()

  add(table: HeaderTable, rows: Rows): void {
    for (let at = table.top; at <= table.bottom; at += 1) keepFirst(this.rows, keyOf(rows[at] ?? []), at)
    keepFirst(this.tables, meaningOf(table), table.bottom)
  }

  /** One that comes right after itself is a merged one; with a row between them, that row would be lost. */
  hasRow(row: readonly Cell[], at: number, until: number): boolean {
    const before = this.rows.get(keyOf(row))
    return before !== undefined && (at > until || at - before > 1)
  }

  /** It says the same as one above, or is a row of data with one above printed again below it. */
  hasTable(table: HeaderTable, rows: Rows): boolean {
    const before = this.tables.get(meaningOf(table))
    if (before !== undefined && table.top > before + 1) return true
    for (let at = table.top + 1; at <= table.bottom; at += 1) {
      const first = this.rows.get(keyOf(rows[at] ?? []))
      if (first !== undefined && first < table.top) return true
    }
    return false
  }
}

const keepFirst = (map: Map<string, number>, key: string, at: number): void => {
  if (!map.has(key)) map.set(key, at)
}

const meaningOf = ({ matcher, columns }: HeaderTable): string =>
  `${matcher.sheet.table} ${columns.map(({ index, column }) => `${index}=${column.field}`).join()}`

/** Numbers, 男 or 女: below a first header such a row is of data, though 楼栋长 in it is a heading elsewhere. */
const holdsData = (row: readonly Cell[]): boolean =>
  row.some((cell) => {
    if (cell === null || cell === '') return false
    return typeof cell !== 'string' || /^(?:\d{1,3}|[男女])$|\d{7}/u.test(cell.trim())
  })

const keyOf = (row: readonly Cell[]): string => row.map(shownText).join('\t').trimEnd()

/** Where a table begins with the titles above its header: rows of one text, right above it. */
export const startOf = (rows: Rows, headerTop: number): number => {
  let start = headerTop
  while (start > 0 && headerTop - start < mostHeaderRows && loneText(rows[start - 1] ?? []) !== null)
    start -= 1
  return start
}

/** Rows that hold something, from one to another. */
export const rowsUntil = (rows: Rows, from: number, end: number | undefined): number => {
  let count = 0
  const last = Math.min(rows.length, end ?? rows.length)
  for (let index = from; index < last; index += 1) if (rows[index] !== undefined) count += 1
  return count
}
