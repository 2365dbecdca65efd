import { isEmptyText } from '../../shared/rules/empty.ts'
import { withoutBlanks } from '../../shared/rules/text.ts'
import { type Cell, type Grid, shownText } from './grid.ts'
import type { LocatedColumn, Table } from './locate-table.ts'
import { plainHeader } from './match-header.ts'
import { spread } from './merged-cells.ts'

/** A row of data: its 0-based number and its cells, merged ones filled in. */
export interface DataRow {
  readonly index: number
  readonly cells: readonly Cell[]
  /** Named by a line inside the table that stands over this row. */
  readonly community?: string
}

const totals = /^(?:本页|本表|总)?(?:合计|小计|总计|共计|累计)[:：]?$/u
const footers =
  /^(?:制表|制表人|审核|审核人|填表人|填报人|填表单位|填报单位|填表日期|填报日期|负责人|负责人(?:[（(].*[）)])?|填表说明|填报说明|说明|注|备注|注意)[:：]|^(?:填表说明|填报说明|制表人|审核人)/u

const texts = (cells: readonly Cell[]): readonly string[] =>
  cells.map((cell) => withoutBlanks(shownText(cell)))

/** 合计, 小计, 制表人, 审核人 and 填表说明 rows are not data. */
const isFooter = (words: readonly string[]): boolean => {
  const first = words.find((word) => word !== '') ?? ''
  return footers.test(first) || words.some((word) => totals.test(word))
}

/** A header printed again at the top of a page. */
const isHeaderAgain = (words: readonly string[], table: Table): boolean => {
  const repeats = ({ index, header }: LocatedColumn) => {
    const word = plainHeader(words[index] ?? '')
    return word !== '' && header.split('·').some((part) => plainHeader(part) === word)
  }
  const [first] = table.columns
  return (
    first !== undefined && repeats(first) && table.columns.filter(repeats).length * 2 > table.columns.length
  )
}

/** A row where only the number of the row stands is a blank line of a form. */
const isBlank = (cells: readonly Cell[], table: Table): boolean =>
  table.columns.every(({ column, index }) => column.type === 'serial' || isEmptyText(shownText(cells[index])))

/** The data rows under a header, in their order. */
export const dataRows = (grid: Grid, table: Table): readonly DataRow[] => {
  const filled = spread(grid, false)
  const found: DataRow[] = []
  grid.rows.forEach((own, index) => {
    if (index <= table.headerBottom || own === undefined || isBlank(own, table)) return
    const words = texts(own)
    if (isFooter(words) || isHeaderAgain(words, table)) return
    found.push({ index, cells: filled[index] ?? own })
  })
  return found
}
