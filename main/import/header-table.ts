import { headerPaths, isHeadingRow, type Rows, shownHeader } from './header-paths.ts'
import { isAboutOthers, namesAnOffice, plainHeader } from './header-text.ts'
import type { LocatedColumn } from './located-table.ts'
import type { Candidate, HeaderMatcher } from './match-header.ts'
import { scoreOf } from './table-score.ts'

/** A header read as that of one ledger; contents are not looked at yet. */
export interface HeaderTable {
  readonly matcher: HeaderMatcher
  readonly top: number
  readonly bottom: number
  readonly columns: readonly LocatedColumn[]
  readonly headers: readonly string[]
  readonly score: number
}

export const mostHeaderRows = 3

/** What stands between a leader's name and phone without being another person's. */
const attributes = /年龄|性别|面貌|学历|文化|民族|出生|身份证|证件|党员|兼任|职业/u

/** The heading that the columns to the right may still stand under. */
const groupAfter = (
  best: Candidate | undefined,
  header: string,
  groupBefore: string | null,
): string | null => {
  if (best?.column.group !== undefined) return best.column.group
  const keeps =
    best === undefined
      ? attributes.test(header) && !isAboutOthers(header) && !namesAnOffice(header)
      : ['gender', 'political', 'idNumber', 'born', 'ethnicity'].includes(best.column.type)
  return keeps ? groupBefore : null
}

/** One field for a column and one column for a field, the surest first. */
const assigned = (
  matcher: HeaderMatcher,
  paths: readonly (readonly string[])[],
): readonly LocatedColumn[] => {
  let groupBefore: string | null = null
  const all = paths.flatMap((path, index): LocatedColumn[] => {
    if (path.length === 0) {
      groupBefore = null
      return []
    }
    const candidates = matcher.candidates(path.map(plainHeader), groupBefore)
    groupBefore = groupAfter(candidates[0], path.at(-1) ?? '', groupBefore)
    return candidates.map((one) => ({ ...one, index, header: shownHeader(path) }))
  })
  const fields = new Set<string>()
  const indexes = new Set<number>()
  return all
    .sort((a, b) => b.sure - a.sure || a.index - b.index)
    .filter(({ column, index }) => {
      if (fields.has(column.field) || indexes.has(index)) return false
      fields.add(column.field)
      indexes.add(index)
      return true
    })
    .sort((a, b) => a.index - b.index)
}

/** The header of rows `top` to `bottom`, read as that of a ledger. */
export const headerTable = (
  matcher: HeaderMatcher,
  rows: Rows,
  top: number,
  bottom: number,
  matchers: readonly HeaderMatcher[],
): HeaderTable => {
  const paths = headerPaths(rows, top, bottom - top + 1)
  const columns = assigned(matcher, paths)
  // Of headers that explain as much, the lower one holds fewer rows that are none.
  const score = scoreOf(columns, matchers) - 0.05 * (bottom - top)
  return { matcher, top, bottom, columns, headers: paths.map(shownHeader), score }
}

/**
 * With the row of headings above, where there is one: 姓名 under 家庭成员 is not the member's, which the leaf row alone
 * does not tell.
 */
const withHeadings = (table: HeaderTable, rows: Rows, matchers: readonly HeaderMatcher[]): HeaderTable => {
  const top = table.top - 1
  if (top < 0 || table.bottom - top >= mostHeaderRows || !isHeadingRow(rows[top])) return table
  const taller = headerTable(table.matcher, rows, top, table.bottom, matchers)
  return taller.columns.length === 0 ? table : withHeadings(taller, rows, matchers)
}

/** The best reading of a header that begins at a row, as that of a ledger; null with fewer than two columns. */
export const headerTableAt = (
  matcher: HeaderMatcher,
  rows: Rows,
  top: number,
  matchers: readonly HeaderMatcher[],
): HeaderTable | null => {
  let best: HeaderTable | null = null
  for (let height = 1; height <= mostHeaderRows && top + height <= rows.length; height += 1) {
    if (height > 1 && rows[top + height - 1] === undefined) break
    const table = headerTable(matcher, rows, top, top + height - 1, matchers)
    if (table.columns.length >= 2 && table.score > (best?.score ?? 0)) best = table
  }
  return best === null ? null : withHeadings(best, rows, matchers)
}
