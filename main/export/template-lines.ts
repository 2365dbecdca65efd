import type ExcelJS from 'exceljs'
import { exampleMark, type TemplateRow } from '../../shared/models/template.ts'
import type { Column, Sheet } from '../../shared/sheets/sheet.ts'
import { box, fillOf, font, widthOf } from './cell-style.ts'
import type { Template } from './template.ts'
import { cellValue, columnWidth } from './template-columns.ts'

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
  let at = headerBottom
  if (rows.length === 0) {
    at += 1
    const example = { ...exampleOf(table, columns, template), serial: exampleMark }
    fillRow(sheet, at, columns, example, (cell) => {
      cell.font = { ...font, italic: true, color: { argb: grey } }
    })
  }
  for (const [index, row] of rows.entries()) {
    at += 1
    fillRow(sheet, at, columns, { ...row, serial: String(index + 1) }, (cell, column) => {
      if (column.required === true && cell.value === null) cell.fill = toFill
    })
  }
  const last = at + (rows.length === 0 ? blankLines(columns) : moreLines)
  for (at += 1; at <= last; at += 1) {
    fillRow(sheet, at, columns, {}, () => undefined)
  }
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

const fillRow = (
  sheet: ExcelJS.Worksheet,
  at: number,
  columns: readonly Column[],
  row: TemplateRow,
  finish: (cell: ExcelJS.Cell, column: Column) => void,
): void => {
  for (const [index, column] of columns.entries()) {
    const cell = sheet.getCell(at, index + 1)
    cell.value = cellValue(column, row[column.field] ?? '')
    cell.border = box
    finish(cell, column)
  }
  const lines = Math.max(...columns.map((column) => linesOf(column, row[column.field] ?? '')))
  if (lines > 1) sheet.getRow(at).height = lines * lineHeight + 6
}

const linesOf = (column: Column, text: string): number =>
  Math.ceil(widthOf(text) / Math.max(columnWidth(column) - 1, 1))
