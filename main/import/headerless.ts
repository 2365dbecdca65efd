import { withoutBlanks } from '../../shared/rules/text.ts'
import { byContent } from './by-content.ts'
import { type Content, contentsOf, hasSurname, isIdNumber, isMobile, isNameLike } from './column-content.ts'
import { type Cell, shownText } from './grid.ts'
import { type Rows, textsAbove } from './header-paths.ts'
import type { LocatedColumn, Table } from './located-table.ts'
import type { HeaderMatcher } from './match-header.ts'
import { isDenied, scoreOf, type TitleHints, titleWeight } from './table-score.ts'

/** Titles take a few rows; data that begin further down have something else above them. */
const deepestStart = 30

const tells = (cell: Cell): boolean => {
  const text = withoutBlanks(shownText(cell))
  return isIdNumber(text) || isMobile(text) || (isNameLike(text) && hasSurname(text))
}

/** The first row that looks like data by itself: a name and a number of a person. */
export const firstDataRow = (rows: Rows): number => {
  for (let index = 0; index < Math.min(rows.length, deepestStart); index += 1) {
    const row = rows[index] ?? []
    const telling = row.filter(tells).map((cell) => withoutBlanks(shownText(cell)))
    if (telling.length >= 2 && telling.some((text) => isIdNumber(text) || isMobile(text))) return index
  }
  return -1
}

/** 1, 2, 3 … down a column. */
const isSerial = ({ texts }: Content): boolean => {
  const numbers = texts.filter((text) => text !== '').map(Number)
  const steps = numbers.filter((number, index) => index > 0 && number === (numbers[index - 1] ?? 0) + 1)
  return numbers.length >= 2 && Number.isInteger(numbers[0]) && steps.length >= 0.8 * (numbers.length - 1)
}

const serialColumns = (matcher: HeaderMatcher, contents: readonly Content[]): readonly LocatedColumn[] => {
  const column = matcher.sheet.columns.find(({ type }) => type === 'serial')
  const index = contents.findIndex(isSerial)
  return column === undefined || index === -1 ? [] : [{ column, index, header: '', how: 'content', sure: 80 }]
}

/** A table without a header, read as that of one ledger by what its cells hold; null when they are not plain. */
export const headerlessTable = (
  rows: Rows,
  data: Rows,
  matchers: readonly HeaderMatcher[],
  hints: TitleHints,
  asked: boolean,
): Table | null => {
  const first = firstDataRow(data)
  if (first === -1) return null
  const above = textsAbove(rows, first)
  const contents = contentsOf(data, first)
  const tables = matchers.flatMap((matcher) => {
    const weight = titleWeight(matcher.sheet, above, hints)
    if ((weight === 0 || isDenied(matcher.sheet, above, hints)) && !asked) return []
    const columns = byContent(matcher, serialColumns(matcher, contents), [], contents)
    const types = new Set(columns.map(({ column }) => column.type))
    const plain = types.has('name') && (types.has('idNumber') || types.has('phones'))
    return plain || asked ? [{ matcher, columns, weight, score: scoreOf(columns, matchers) + weight }] : []
  })
  const best = tables.reduce<(typeof tables)[number] | null>(
    (found, one) => (found === null || one.score > found.score ? one : found),
    null,
  )
  if (best === null) return null
  return {
    sheet: best.matcher.sheet,
    sure: asked ? 100 : Math.round(40 + 10 * best.weight),
    headerTop: -1,
    headerBottom: -1,
    columns: best.columns,
    ignored: [],
    headers: contents.map(() => ''),
    above,
    first,
  }
}
