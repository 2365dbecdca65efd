import ExcelJS from 'exceljs'
import type { TemplateLists, TemplateRow } from '../../shared/models/template.ts'
import type { Column, Sheet } from '../../shared/sheets/sheet.ts'
import { ledgerPage, pageFooter } from './cell-style.ts'
import { firstHeaderRow, type Template } from './template.ts'
import { choiceRule, choicesOf, typedRule } from './template-choices.ts'
import { columnStyle, columnWidth, templateColumns } from './template-columns.ts'
import { addHead } from './template-head.ts'
import { addHelpSheet } from './template-help.ts'
import { addRows } from './template-lines.ts'

const rowHeight = 21
/** Lists and checks reach as far as a large community's roster. */
const checkedRows = 5000

const choicesSheet = '选项'

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
    style: columnStyle(column),
  }))
  addHead(sheet, template, table, columns, headerBottom)
  addRows(sheet, template, table, columns, rows, headerBottom)
  const last = Math.max(checkedRows, headerBottom + rows.length * 2)
  addChecks(sheet, table, columns, [headerBottom + 1, last], template.lists, lists)
}

/** ExcelJS takes rules for a whole range, but does not say so in its types. */
interface Ruled {
  readonly dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void }
}

const addChecks = (
  sheet: ExcelJS.Worksheet,
  table: Sheet,
  columns: readonly Column[],
  [first, last]: readonly [number, number],
  offered: TemplateLists,
  lists: ChoiceLists,
): void => {
  const { dataValidations } = sheet as ExcelJS.Worksheet & Ruled
  for (const [index, column] of columns.entries()) {
    const letter = letterOf(index + 1)
    const choices = choicesOf(column, table.table, offered)
    const rule =
      choices === null
        ? typedRule(column, `${letter}${first}`)
        : choiceRule(choices, lists.rangeOf(choices.title, choices.words))
    if (rule !== null) dataValidations.add(`${letter}${first}:${letter}${last}`, rule)
  }
}
