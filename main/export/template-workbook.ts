import ExcelJS from 'exceljs'
import type { TemplateLists, TemplateRow } from '../../shared/models/template.ts'
import { communityIn, streetIn } from '../../shared/rules/unit-names.ts'
import type { Column, Sheet } from '../../shared/sheets/sheet.ts'
import { bold, box, fillOf, font, ledgerPage, pageFooter, textFormat, widthOf } from './cell-style.ts'
import { choiceRule, choicesOf, typedRule } from './template-choices.ts'
import { cellValue, columnFormat, columnWidth, templateColumns } from './template-columns.ts'
import { addHelpSheet, helpSheet } from './template-help.ts'

/** What a template is made of. The parts are plain data: it is built off the main thread. */
export interface Template {
  /** The tables of the ledger; money has two. */
  readonly sheets: readonly Sheet[]
  readonly title: string
  /** Null: for any community. */
  readonly community: string | null
  readonly street: string | null
  /** What is known, for each of `sheets`. */
  readonly rows: readonly (readonly TemplateRow[])[]
  readonly lists: TemplateLists
}

const firstHeaderRow = 3
/** Lines with a border for what is new below what is known. */
const moreLines = 10
const rowHeight = 21
const lineHeight = 15
/** Lists and checks reach as far as a large community's roster. */
const checkedRows = 5000

const choicesSheet = '选项'
const required = fillOf('FFFFF2CC')
const plainHead = fillOf('FFE9EEF4')
const toFill = fillOf('FFFFFBE6')
const grey = 'FF8C8C8C'
const red = 'FFC00000'

/** What the 序号 of the example row says; the import passes it over. */
export const exampleMark = '例'

/**
 * A ledger's template as .xlsx, blank or with what is known of one community: formats that lose no digit, lists to
 * choose from, checks of dates and amounts, an example where there is nothing else, and a sheet that explains every
 * column. It is imported as it is.
 */
export const templateWorkbook = async (template: Template): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook()
  const lists = new ChoiceLists()
  for (const [index, sheet] of template.sheets.entries()) {
    addTable(workbook, template, sheet, template.rows[index] ?? [], lists)
  }
  addHelpSheet(workbook, template.title, template.sheets, tabName)
  lists.write(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** A ledger of one table is its sheet's name; the two of money are named apart. */
const tabNames: Partial<Record<Sheet['table'], string>> = {
  appropriations: '预算安排',
  disbursements: '支出明细',
}
const tabName = (sheet: Sheet, title: string): string => tabNames[sheet.table] ?? title

/** The lists of the hidden sheet, each once. */
class ChoiceLists {
  private readonly columns: { readonly title: string; readonly words: readonly string[] }[] = []

  /** The range that holds the words of a list. */
  rangeOf(title: string, words: readonly string[]): string {
    let at = this.columns.findIndex((one) => one.title === title && one.words.join() === words.join())
    if (at < 0) at = this.columns.push({ title, words }) - 1
    const letter = letterOf(at + 1)
    return `'${choicesSheet}'!$${letter}$2:$${letter}$${words.length + 1}`
  }

  write(workbook: ExcelJS.Workbook): void {
    const sheet = workbook.addWorksheet(choicesSheet, { state: 'hidden' })
    for (const [index, { title, words }] of this.columns.entries()) {
      // Not a bare 性别: a row of such titles would look like the header of a ledger.
      sheet.getCell(1, index + 1).value = `可选${title}`
      for (const [at, word] of words.entries()) sheet.getCell(at + 2, index + 1).value = word
    }
  }
}

const letterOf = (column: number): string =>
  column > 26
    ? letterOf(Math.floor((column - 1) / 26)) + letterOf(((column - 1) % 26) + 1)
    : String.fromCodePoint(64 + column)

const addTable = (
  workbook: ExcelJS.Workbook,
  template: Template,
  table: Sheet,
  rows: readonly TemplateRow[],
  lists: ChoiceLists,
): void => {
  const columns = templateColumns(table)
  const grouped = columns.some(({ group }) => group !== undefined)
  const headerBottom = firstHeaderRow + (grouped ? 1 : 0)
  // The number and the name stay in sight while the rest is scrolled.
  const frozen = columns.findIndex(({ field }) => field === 'name') + 1
  const sheet = workbook.addWorksheet(tabName(table, template.title), {
    views: [{ state: 'frozen', xSplit: frozen > 3 ? 1 : Math.max(frozen, 1), ySplit: headerBottom }],
    pageSetup: ledgerPage(headerBottom),
    // Not a height of each row: those would not grow with what is typed into them.
    properties: { defaultRowHeight: rowHeight },
    headerFooter: { oddFooter: pageFooter },
  })
  sheet.columns = columns.map((column) => ({
    width: columnWidth(column),
    style: { font, numFmt: columnFormat(column), alignment: bodyAlignment(column) },
  }))
  addTitle(sheet, template, table, columns)
  addHeader(sheet, columns, headerBottom)
  addRows(sheet, template, table, columns, rows, headerBottom)
  addChecks(sheet, table, columns, headerBottom + 1, template.lists, lists)
}

const bodyAlignment = ({ type }: Column): Partial<ExcelJS.Alignment> => {
  const horizontal = alignments[type]
  return { vertical: 'middle', wrapText: true, ...(horizontal === undefined ? {} : { horizontal }) }
}

const alignments: Partial<Record<Column['type'], 'center' | 'right'>> = {
  serial: 'center',
  name: 'center',
  gender: 'center',
  ethnicity: 'center',
  category: 'center',
  yesNo: 'center',
  office: 'center',
  idNumber: 'center',
  phones: 'center',
  date: 'center',
  day: 'center',
  born: 'center',
  money: 'right',
  area: 'right',
  count: 'right',
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

const addRows = (
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

/** ExcelJS takes rules for a whole range, but does not say so in its types. */
interface Ruled {
  readonly dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void }
}

const addChecks = (
  sheet: ExcelJS.Worksheet,
  table: Sheet,
  columns: readonly Column[],
  firstRow: number,
  offered: TemplateLists,
  lists: ChoiceLists,
): void => {
  const { dataValidations } = sheet as ExcelJS.Worksheet & Ruled
  for (const [index, column] of columns.entries()) {
    const letter = letterOf(index + 1)
    const choices = choicesOf(column, table.table, offered)
    const rule =
      choices === null
        ? typedRule(column, `${letter}${firstRow}`)
        : choiceRule(choices, lists.rangeOf(choices.title, choices.words))
    if (rule !== null) dataValidations.add(`${letter}${firstRow}:${letter}${checkedRows}`, rule)
  }
}
