import { type Cell, shownText } from './grid.ts'
import { looksLikeHeader, type Rows } from './header-paths.ts'
import { type HeaderTable, headerTableAt, mostHeaderRows } from './header-table.ts'
import { plainHeader } from './header-text.ts'
import type { HeaderMatcher } from './match-header.ts'

/** Titles and notes above a header take a few rows; further down, only a row that begins like a header is tried. */
const thorough = 30

const unions = new WeakMap<readonly HeaderMatcher[], ReadonlySet<string>>()
const allWords = (matchers: readonly HeaderMatcher[]): ReadonlySet<string> => {
  const before = unions.get(matchers)
  if (before !== undefined) return before
  const words = new Set(matchers.flatMap((one) => [...one.words]))
  unions.set(matchers, words)
  return words
}

const beginsLikeHeader = (row: readonly Cell[], words: ReadonlySet<string>): boolean => {
  let known = 0
  let seen = 0
  for (const cell of row) {
    if (cell === null || cell === '') continue
    if (typeof cell !== 'string') return false
    seen += 1
    if (cell.length <= 12 && words.has(plainHeader(cell))) known += 1
    if (known === 2) return true
    if (seen === 5) return false
  }
  return false
}

/** Two headings that a ledger knows, or one among several that look like headings. */
const likelyMatchers = (
  row: readonly Cell[],
  matchers: readonly HeaderMatcher[],
): readonly HeaderMatcher[] => {
  const plain = new Set(row.map((cell) => plainHeader(shownText(cell))).filter((text) => text !== ''))
  const enough = plain.size >= 3 && looksLikeHeader(row) ? 1 : 2
  return matchers.filter((matcher) => {
    let count = 0
    for (const word of plain) if (matcher.isWord(word)) count += 1
    return count >= enough
  })
}

/**
 * Every place where a header may stand, from top to bottom: for each, the readings of it as one ledger or another.
 * A header that is printed again on the next page is no other place.
 */
export const headerRegions = (
  rows: Rows,
  matchers: readonly HeaderMatcher[],
): readonly (readonly HeaderTable[])[] => {
  const words = allWords(matchers)
  const regions: HeaderTable[][] = []
  const seen = new Set<string>()
  let until = -1
  for (const [top, row] of rows.entries()) {
    if (row === undefined || (top >= thorough && !beginsLikeHeader(row, words))) continue
    const found = likelyMatchers(row, matchers).flatMap(
      (one) => headerTableAt(one, rows, top, matchers) ?? [],
    )
    if (found.length === 0) continue
    const fresh = found.filter((one) => !seen.has(keyOf(one)))
    for (const one of found) seen.add(keyOf(one))
    const region = regions.at(-1)
    if (region !== undefined && top <= until) region.push(...fresh)
    else if (fresh.length > 0) regions.push([...fresh])
    if (fresh.length > 0) until = top + mostHeaderRows - 1
  }
  return regions
}

const keyOf = (table: HeaderTable): string => `${table.matcher.sheet.table}\n${table.headers.join('\t')}`

/** Rows that hold something, from one to another. */
export const rowsUntil = (rows: Rows, from: number, end: number | undefined): number => {
  let count = 0
  const last = Math.min(rows.length, end ?? rows.length)
  for (let index = from; index < last; index += 1) if (rows[index] !== undefined) count += 1
  return count
}
