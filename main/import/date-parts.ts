import { withoutBlanks } from '../../shared/rules/text.ts'
import { type Cell, shownText } from './grid.ts'
import type { DateParts, Table } from './located-table.ts'

const leaves: ReadonlySet<string> = new Set(['年', '月', '日'])

/** True for 年, 月 or 日, of which two or three columns make one date. */
export const isDatePart = (header: string): boolean => leaves.has(header)

type Path = readonly string[]

/** Headers with the parts of a date made one column, the first of them; `parts` by its index. */
export const joinDateParts = (
  paths: readonly Path[],
): { readonly paths: readonly Path[]; readonly parts: ReadonlyMap<number, DateParts> } => {
  const joined = [...paths]
  const parts = new Map<number, DateParts>()
  const leafOf = (index: number) => withoutBlanks(paths[index]?.at(-1) ?? '')
  const headingOf = (index: number) => (paths[index] ?? []).slice(0, -1).join('')
  for (let first = 0; first < paths.length; first += 1) {
    if (!isDatePart(leafOf(first))) continue
    let end = first + 1
    while (isDatePart(leafOf(end)) && headingOf(end) === headingOf(first)) end += 1
    const at = (leaf: string): number =>
      Array.from({ length: end - first }, (_, i) => first + i).find((index) => leafOf(index) === leaf) ?? -1
    const [year, month, day] = [at('年'), at('月'), at('日')]
    if (end - first >= 2 && month !== -1) {
      const heading = headingOf(first)
      const said = /(?:19|20)\d{2}/.exec(heading)?.[0]
      const years = year !== -1 ? { column: year } : said === undefined ? null : { text: said }
      parts.set(first, { year: years, month, day: day === -1 ? null : day })
      joined[first] = [heading === '' || said !== undefined || heading === '年' ? '日期' : heading]
      for (let index = first + 1; index < end; index += 1) joined[index] = []
    }
    first = end - 1
  }
  return { paths: joined, parts }
}

const digitsOf = (cell: Cell | undefined): string => /\d+/.exec(shownText(cell))?.[0] ?? ''

/**
 * Puts the dates of a table together; null when none is in parts. A blank month or year repeats the one above, as in
 * an account book.
 */
export const dateJoiner = (
  sheetName: string,
  table: Table,
): ((cells: readonly Cell[]) => readonly Cell[]) | null => {
  const dates = table.columns.flatMap(({ index, parts }) => (parts === undefined ? [] : [{ index, parts }]))
  if (dates.length === 0) return null
  const above = /(?:19|20)\d{2}(?=\s*年)/.exec([...table.above, sheetName].join('\n'))?.[0] ?? ''
  const last = new Map<number, string>()
  const partIn = (cells: readonly Cell[], column: number): string => {
    const part = digitsOf(cells[column]) || (last.get(column) ?? '')
    last.set(column, part)
    return part
  }
  return (cells) => {
    const row = [...cells]
    for (const { index, parts } of dates) {
      const own = [parts.month, parts.day ?? -1].some((column) => digitsOf(cells[column]) !== '')
      const { year } = parts
      const years = year === null ? above : 'text' in year ? year.text : partIn(cells, year.column)
      const months = partIn(cells, parts.month)
      const days = parts.day === null ? '' : digitsOf(cells[parts.day])
      row[index] = own ? [years, months, days].filter((part) => part !== '').join('-') : null
    }
    return row
  }
}
