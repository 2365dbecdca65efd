import { trimmed } from '../../shared/rules/text.ts'
import type { CellType } from '../../shared/sheets/sheet.ts'
import { isDatePart, joinDateParts } from './date-parts.ts'
import { type Cell, shownText } from './grid.ts'
import { headerPaths, isHeadingRow, type Rows, shownHeader } from './header-paths.ts'
import { isAboutOthers, isNote, namesAnOffice, plainHeader } from './header-text.ts'
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

const keepsPerson = ({ column }: Candidate): boolean =>
  ['gender', 'political', 'idNumber', 'born', 'ethnicity'].includes(column.type)

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
      : keepsPerson(best)
  return keeps ? groupBefore : null
}

/** A header of someone who is not the person of the row, nor of an office that the ledger knows. */
const namesStranger = (header: string): boolean =>
  !/介绍|培养|推荐/u.test(header) &&
  (isAboutOthers(header) || namesAnOffice(header) || header.endsWith('姓名'))

/**
 * What each column may be, from left to right. A bare 联系电话 belongs to whoever stands left of it, which may be a
 * stranger: 监护人, 联系电话.
 */
const candidatesOf = (
  matcher: HeaderMatcher,
  paths: readonly (readonly string[])[],
): readonly LocatedColumn[] => {
  let groupBefore: string | null = null
  let stranger = false
  return paths.flatMap((path, index): LocatedColumn[] => {
    const leaf = plainHeader(path.at(-1) ?? '')
    const candidates = path.length === 0 ? [] : matcher.candidates(path.map(plainHeader), groupBefore)
    const [best] = candidates
    // Columns under a heading of their own say by it where they end.
    const bare = path.filter((part) => !isNote(plainHeader(part))).length === 1
    groupBefore = bare ? groupAfter(best, leaf, groupBefore) : null
    const theirs = stranger && best?.column.type === 'phones' && best.column.group === undefined
    if (best === undefined ? !attributes.test(leaf) : !keepsPerson(best)) {
      stranger = best === undefined && path.length === 1 && namesStranger(leaf)
    }
    return theirs ? [] : candidates.map((one) => ({ ...one, index, header: shownHeader(path) }))
  })
}

/** One field for a column and one column for a field, the surest first. */
const assigned = (
  matcher: HeaderMatcher,
  paths: readonly (readonly string[])[],
): readonly LocatedColumn[] => {
  const fields = new Set<string>()
  const indexes = new Set<number>()
  return [...candidatesOf(matcher, paths)]
    .sort((a, b) => b.sure - a.sure || a.index - b.index)
    .filter(({ column, index }) => {
      if (fields.has(column.field) || indexes.has(index)) return false
      fields.add(column.field)
      indexes.add(index)
      return true
    })
    .sort((a, b) => a.index - b.index)
}

const dates: ReadonlySet<CellType> = new Set(['date', 'day', 'born'])

/** The header of rows `top` to `bottom`, read as that of a ledger. */
export const headerTable = (
  matcher: HeaderMatcher,
  rows: Rows,
  top: number,
  bottom: number,
  matchers: readonly HeaderMatcher[],
): HeaderTable => {
  const paths = headerPaths(rows, top, bottom - top + 1)
  const joined = joinDateParts(paths)
  const columns = assigned(matcher, joined.paths).flatMap((one): LocatedColumn[] => {
    const parts = joined.parts.get(one.index)
    if (parts === undefined) return [one]
    return dates.has(one.column.type) ? [{ ...one, parts }] : []
  })
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

/** A row may be another of the header when it holds a known word, or a unit below one. */
const goesOn = (row: Rows[number], matcher: HeaderMatcher): boolean =>
  row?.some((cell) => {
    const word = typeof cell === 'string' && cell.length <= 40 ? plainHeader(cell) : ''
    return word !== '' && (matcher.isWord(word) || isNote(word) || isDatePart(word))
  }) ?? false

const textAt = (row: readonly Cell[], at: number): string => trimmed(shownText(row[at]))

/** Short words that all stand under headings which span columns, merged or not: 起 and 止 under 租赁期限. */
const isUnderHeadings = (above: readonly Cell[], row: readonly Cell[]): boolean => {
  const filled = [...row.keys()].filter((at) => textAt(row, at) !== '' && row[at] !== above[at])
  const spans = (at: number): boolean => {
    const [left, own, right] = [at - 1, at, at + 1].map((place) => textAt(above, place))
    if (own === '') return left !== '' && filled.includes(at - 1)
    return own === left || own === right || (right === '' && filled.includes(at + 1))
  }
  return filled.length >= 2 && filled.every((at) => spans(at) && /^\D{1,8}$/u.test(textAt(row, at)))
}

/** Two or more words of its own, and every one a heading. */
const isAllHeadings = (row: Rows[number], above: Rows[number], matcher: HeaderMatcher): boolean => {
  const own = (row ?? []).filter((cell, index) => cell !== null && cell !== '' && cell !== above?.[index])
  return own.length >= 2 && own.every((cell) => matcher.isWord(plainHeader(shownText(cell))))
}

/** With a row that is no data below: (㎡) under 面积, 起 and 止 under 租赁期限. */
const withLowerRow = (table: HeaderTable, rows: Rows, matchers: readonly HeaderMatcher[]): HeaderTable => {
  const above = rows[table.bottom] ?? []
  const below = rows[table.bottom + 1] ?? []
  if (table.bottom - table.top + 1 >= mostHeaderRows) return table
  const words = below
    .filter((cell, index) => cell !== above[index])
    .flatMap((cell) => (cell === null || cell === '' ? [] : [plainHeader(shownText(cell))]))
  if ((words.length === 0 || !words.every(isNote)) && !isUnderHeadings(above, below)) return table
  return headerTable(table.matcher, rows, table.top, table.bottom + 1, matchers)
}

/** The first row of a header once more, printed again after a row of data. */
const isAgain = (row: Rows[number], first: Rows[number]): boolean => {
  const filled = [...(row ?? []).entries()].filter(([, cell]) => cell !== null && cell !== '')
  return filled.length >= 2 && filled.every(([at, cell]) => cell === first?.[at])
}

/** The best reading of a header that begins at a row, as that of a ledger; null with fewer than two columns. */
export const headerTableAt = (
  matcher: HeaderMatcher,
  rows: Rows,
  top: number,
  matchers: readonly HeaderMatcher[],
): HeaderTable | null => {
  let best: HeaderTable | null = null
  let most = 0
  for (let height = 1; height <= mostHeaderRows && top + height <= rows.length; height += 1) {
    const row = rows[top + height - 1]
    if (height > 1 && !goesOn(row, matcher)) break
    if (height > 2 && isAgain(row, rows[top]) && !isAgain(rows[top + height - 2], rows[top])) break
    const table = headerTable(matcher, rows, top, top + height - 1, matchers)
    // A row of nothing but headings is no data, though it may explain no more columns.
    const score = table.score + (height > 1 && isAllHeadings(row, rows[top + height - 2], matcher) ? 0.4 : 0)
    if (table.columns.length >= 2 && score > most) {
      best = table
      most = score
    }
  }
  return best === null ? null : withHeadings(withLowerRow(best, rows, matchers), rows, matchers)
}
