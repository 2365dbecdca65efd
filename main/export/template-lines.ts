import type ExcelJS from 'exceljs'
import { exampleMark, type TemplateRow } from '../../shared/models/template.ts'
import type { Column, Sheet } from '../../shared/sheets/sheet.ts'
import { box, fillOf, font, widthOf } from './cell-style.ts'
import type { Template } from './template.ts'
import { cellValue, columnStyle, columnWidth } from './template-columns.ts'

/** Lines with a border for what is new below what is known. */
const moreLines = 10
const lineHeight = 15
const toFill = fillOf('FFFFFBE6')
const grey = 'FF8C8C8C'

/** What is known, or else the example, and lines for what is new. */
export const addRows = (
  sheet: ExcelJS.Worksheet,
  template: Template,
  table: Sheet,
  columns: readonly Column[],
  rows: readonly TemplateRow[],
  headerBottom: number,
): void => {
  const columnsOf = (more: Partial<ExcelJS.Style>) => columns.map((column) => styled(column, more))
  const plain = columnsOf({})
  let at = headerBottom
  if (rows.length === 0) {
    at += 1
    const example = { ...exampleOf(table, columns, template), serial: exampleMark }
    fillRow(sheet, at, columnsOf({ font: { ...font, italic: true, color: { argb: grey } } }), example)
  }
  for (const [index, row] of rows.entries()) {
    at += 1
    fillRow(sheet, at, plain, { ...row, serial: String(index + 1) })
  }
  const last = at + (rows.length === 0 ? blankLines(columns) : moreLines)
  for (at += 1; at <= last; at += 1) fillRow(sheet, at, plain, null)
}

/** A column with the style of its cells: one object for all of them, which ExcelJS writes many times faster. */
interface Styled {
  readonly column: Column
  readonly width: number
  readonly style: Partial<ExcelJS.Style>
  /** Of a cell that must be filled in and is not. */
  readonly toFill: Partial<ExcelJS.Style>
}

const styled = (column: Column, more: Partial<ExcelJS.Style>): Styled => {
  const style = { ...columnStyle(column), border: box, ...more }
  return { column, width: columnWidth(column), style, toFill: { ...style, fill: toFill } }
}

/** As many as fill a page: the wider the table, the smaller it is printed. */
const blankLines = (columns: readonly Column[]): number =>
  Math.max(15, Math.floor(columns.reduce((sum, column) => sum + columnWidth(column), 0) * 0.18))

/** The example of each column; with the community's own names where the template is for one. */
const exampleOf = (
  table: Sheet,
  columns: readonly Column[],
  { community, street, lists }: Template,
): TemplateRow => {
  const branch = table.table === 'emergencyBranches' ? null : lists.branches[0]
  const own: Readonly<Record<string, string | null | undefined>> = { street, community, branch }
  return Object.fromEntries(
    columns.map(({ field, example }) => [
      field,
      (example === undefined ? null : own[field]) ?? example ?? '',
    ]),
  )
}

/** Null: a line for what is new. */
const fillRow = (
  sheet: ExcelJS.Worksheet,
  at: number,
  columns: readonly Styled[],
  row: TemplateRow | null,
): void => {
  const line = sheet.getRow(at)
  let lines = 1
  for (const [index, { column, width, style, toFill: missing }] of columns.entries()) {
    const cell = line.getCell(index + 1)
    const text = row?.[column.field] ?? ''
    cell.value = cellValue(column, text)
    cell.style = row !== null && column.required === true && text === '' ? missing : style
    lines = Math.max(lines, Math.ceil(widthOf(text) / Math.max(width - 1, 1)))
  }
  if (lines > 1) line.height = lines * lineHeight + 6
}
