import type ExcelJS from 'exceljs'
import { communityIn, streetIn } from '../../shared/rules/unit-names.ts'
import type { Column, Sheet } from '../../shared/sheets/sheet.ts'
import { bold, box, fillOf, font, textFormat } from './cell-style.ts'
import { firstHeaderRow, type Template } from './template.ts'
import { columnWidth } from './template-columns.ts'
import { helpSheet } from './template-help.ts'

const required = fillOf('FFFFF2CC')
const plainHead = fillOf('FFE9EEF4')
const grey = 'FF8C8C8C'
const red = 'FFC00000'

/** Title, the line of the unit, and the header down to row `bottom`. */
export const addHead = (
  sheet: ExcelJS.Worksheet,
  template: Template,
  table: Sheet,
  columns: readonly Column[],
  bottom: number,
): void => {
  addTitle(sheet, template, table, columns)
  addHeader(sheet, columns, bottom)
}

const addTitle = (
  sheet: ExcelJS.Worksheet,
  template: Template,
  table: Sheet,
  columns: readonly Column[],
): void => {
  const width = columns.length
  sheet.mergeCells(1, 1, 1, width)
  sheet.getRow(1).height = 32
  put(sheet.getCell(1, 1), template.sheets.length > 1 ? table.title : template.title, {
    font: { ...bold, size: 18 },
    alignment: { horizontal: 'center', vertical: 'middle' },
  })
  const half = leftHalf(columns)
  sheet.mergeCells(2, 1, 2, half)
  sheet.mergeCells(2, half + 1, 2, width)
  sheet.getRow(2).height = 24
  put(sheet.getCell(2, 1), unitLine(template), {
    font: { ...font, size: 12 },
    alignment: { vertical: 'middle' },
  })
  const money = columns.some(({ type }) => type === 'money') ? '单位：元　' : ''
  put(sheet.getCell(2, half + 1), `${money}带 * 的必填，填法见：${helpSheet}`, {
    font: { ...font, size: 10, color: { argb: grey } },
    alignment: { horizontal: 'right', vertical: 'middle' },
  })
}

/** How many columns the line of the unit takes: about half of the paper. */
const leftHalf = (columns: readonly Column[]): number => {
  const total = columns.reduce((sum, column) => sum + columnWidth(column), 0)
  let sum = 0
  const at = columns.findIndex((column) => {
    sum += columnWidth(column)
    return sum >= total / 2
  })
  return Math.min(Math.max(at + 1, 1), columns.length - 1)
}

/**
 * 填报单位：汉江路街道六堰社区党委. The import reads street and community from it; where it would read another
 * community, the line names that one alone. Blanks of a form name none.
 */
const unitLine = ({ street, community }: Template): string | ExcelJS.CellRichTextValue => {
  if (community === null) return blankUnitLine
  const line = `填报单位：${street === null ? '' : (streetIn(street) ?? street)}${community}`
  const read = communityIn(line)
  return read === null || community.startsWith(read) ? line : `填报单位：${community}`
}

const blank = { text: '　'.repeat(7), font: { ...font, size: 12, underline: true } }
const said = (text: string) => ({ text, font: { ...font, size: 12 } })
const blankUnitLine: ExcelJS.CellRichTextValue = {
  richText: [said('填报单位：'), blank, said('街道'), blank, said('社区')],
}

const addHeader = (sheet: ExcelJS.Worksheet, columns: readonly Column[], bottom: number): void => {
  for (const [index, column] of columns.entries()) {
    if (bottom > firstHeaderRow) mergeHeading(sheet, columns, index, bottom)
    const top = sheet.getCell(firstHeaderRow, index + 1)
    if (column.group !== undefined) putHead(top, column.group, false)
    putHead(
      column.group === undefined ? top : sheet.getCell(bottom, index + 1),
      column.label,
      column.required === true,
    )
  }
  sheet.getRow(firstHeaderRow).height = bottom > firstHeaderRow ? 24 : 36
  if (bottom > firstHeaderRow) sheet.getRow(bottom).height = 32
}

/** Equal groups side by side are one cell; a column without one takes both rows. */
const mergeHeading = (
  sheet: ExcelJS.Worksheet,
  columns: readonly Column[],
  index: number,
  bottom: number,
): void => {
  const group = columns[index]?.group
  if (group === undefined) {
    sheet.mergeCells(firstHeaderRow, index + 1, bottom, index + 1)
    return
  }
  if (columns[index - 1]?.group === group) return
  let last = index
  while (columns[last + 1]?.group === group) last += 1
  if (last > index) sheet.mergeCells(firstHeaderRow, index + 1, firstHeaderRow, last + 1)
}

const putHead = (cell: ExcelJS.Cell, text: string, must: boolean): void => {
  cell.numFmt = textFormat
  cell.border = box
  cell.font = bold
  cell.fill = must ? required : plainHead
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  cell.value = must
    ? {
        richText: [
          { text: '*', font: { ...bold, color: { argb: red } } },
          { text, font: bold },
        ],
      }
    : text
}

const put = (cell: ExcelJS.Cell, text: ExcelJS.CellValue, style: Partial<ExcelJS.Style>): void => {
  cell.value = text
  cell.style = { numFmt: textFormat, ...style }
}
