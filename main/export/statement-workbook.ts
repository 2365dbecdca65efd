import ExcelJS from 'exceljs'
import type { Statement, Totals } from '../../shared/models/statement.ts'
import { executionRate } from '../../shared/rules/statement.ts'
import {
  capitalLines,
  preparedByLine,
  statementTitle,
  statementWords,
  subtotalLabel,
  yearLine,
} from '../../shared/rules/statement-words.ts'

const widths = [6, 24, 42, 16, 16, 16, 11]
const headerRow = 4
const font = { name: '宋体', size: 11 }
const bold = { ...font, bold: true }
const thin = { style: 'thin' } as const
const box = { top: thin, bottom: thin, left: thin, right: thin }
const money = '#,##0.00'
const percent = '0.00%'

/** Fen as the number a spreadsheet shows: the nearest to two decimals, so that it reads back exactly. */
const yuan = (fen: number): number => fen / 100

/**
 * 预算执行情况表 as .xlsx, from the same model as the paper: 结余, 执行率, 小计 and 合计 are live formulas whose
 * stored results are the model's. SUBTOTAL skips the subtotals inside its range, so that 合计 takes the whole column.
 * Text is always written as text: a name that begins with = is never a formula.
 */
export const statementWorkbook = async (statement: Statement): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(statementWords.sheet, {
    views: [{ state: 'frozen', ySplit: headerRow, showGridLines: false }],
  })
  sheet.columns = widths.map((width) => ({ width }))
  addHead(sheet, statement)
  const lastRow = addLines(sheet, statement)
  const end = addClosing(sheet, statement, lastRow)
  sheet.pageSetup = {
    paperSize: 9, // A4
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.55, right: 0.55, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    printTitlesRow: `1:${headerRow}`,
    // ExcelJS makes the columns absolute and leaves the rows as they are given.
    printArea: `A$1:G$${end}`,
  }
  sheet.headerFooter = { oddFooter: '&C第 &P 页 共 &N 页' }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const addHead = (sheet: ExcelJS.Worksheet, statement: Statement): void => {
  const put = (
    address: string,
    text: string,
    horizontal: 'left' | 'center' | 'right',
    style = font,
  ): void => {
    const cell = sheet.getCell(address)
    cell.value = text
    cell.font = style
    cell.alignment = { horizontal, vertical: 'middle' }
  }
  sheet.mergeCells('E1:G1')
  put('E1', statementWords.formNumber, 'right')
  sheet.mergeCells('A2:G2')
  put('A2', statementTitle(statement), 'center', { ...bold, size: 18 })
  sheet.getRow(2).height = 30
  sheet.mergeCells('A3:C3')
  put('A3', preparedByLine(statement), 'left')
  sheet.mergeCells('D3:E3')
  put('D3', yearLine(statement), 'left')
  sheet.mergeCells('F3:G3')
  put('F3', statementWords.unit, 'right')
  const header = sheet.getRow(headerRow)
  header.height = 22
  for (const [index, text] of statementWords.columns.entries()) {
    const cell = header.getCell(index + 1)
    cell.value = text
    cell.font = bold
    cell.border = box
    cell.alignment = { horizontal: 'center', vertical: 'middle' }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F0F0' } }
  }
}

/** Rows and subtotals; answers the number of the last of them. */
const addLines = (sheet: ExcelJS.Worksheet, statement: Statement): number => {
  let at = headerRow
  let number = 0
  for (const community of statement.communities) {
    const first = at + 1
    for (const row of community.rows) {
      at += 1
      number += 1
      addLine(sheet, at, [number, community.name, row.branch], row, [
        yuan(row.appropriatedFen),
        yuan(row.spentFen),
      ])
    }
    const range = (column: string): string => `SUBTOTAL(9,${column}${first}:${column}${at})`
    at += 1
    addSums(sheet, at, ['', subtotalLabel(community.name), ''], community, range)
    sheet.mergeCells(`B${at}:C${at}`)
  }
  return at
}

/** 合计, capital amounts, signatures; answers the number of the last row. */
const addClosing = (sheet: ExcelJS.Worksheet, statement: Statement, lastRow: number): number => {
  const total = lastRow + 1
  addSums(sheet, total, [statementWords.total, '', ''], statement.total, (column) =>
    lastRow === headerRow ? '0' : `SUBTOTAL(9,${column}${headerRow + 1}:${column}${lastRow})`,
  )
  sheet.mergeCells(`A${total}:C${total}`)
  sheet.getCell(`A${total}`).alignment = { horizontal: 'center', vertical: 'middle' }

  const lines = capitalLines(statement)
  const capital = total + 1
  const lastCapital = total + lines.length
  for (const [index, text] of lines.entries()) {
    const at = capital + index
    for (let column = 1; column <= widths.length; column++) sheet.getCell(at, column).border = box
    sheet.mergeCells(`C${at}:G${at}`)
    const cell = sheet.getCell(`C${at}`)
    cell.value = text
    cell.font = font
    cell.alignment = { horizontal: 'left', vertical: 'middle' }
  }
  sheet.mergeCells(`A${capital}:B${lastCapital}`)
  const label = sheet.getCell(`A${capital}`)
  label.value = statementWords.capital
  label.font = bold
  label.alignment = { horizontal: 'center', vertical: 'middle' }

  const signatures = lastCapital + 2
  for (const [index, address] of ['A', 'C', 'D', 'F'].entries()) {
    const cell = sheet.getCell(`${address}${signatures}`)
    cell.value = statementWords.signatures[index] ?? ''
    cell.font = font
  }
  // Room for the seal.
  return signatures + 3
}

const addSums = (
  sheet: ExcelJS.Worksheet,
  at: number,
  texts: readonly (string | number)[],
  totals: Totals,
  formula: (column: string) => string,
): void => {
  addLine(sheet, at, texts, totals, [
    { formula: formula('D'), result: yuan(totals.appropriatedFen) },
    { formula: formula('E'), result: yuan(totals.spentFen) },
  ])
  sheet.getRow(at).eachCell((cell) => {
    cell.font = bold
  })
}

const addLine = (
  sheet: ExcelJS.Worksheet,
  at: number,
  texts: readonly (string | number)[],
  totals: Totals,
  amounts: readonly ExcelJS.CellValue[],
): void => {
  const row = sheet.getRow(at)
  row.values = [
    ...texts,
    ...amounts,
    { formula: `D${at}-E${at}`, result: yuan(totals.balanceFen) },
    { formula: `IF(D${at}=0,"",E${at}/D${at})`, result: executionRate(totals) ?? '' },
  ]
  for (let column = 1; column <= widths.length; column++) {
    const cell = row.getCell(column)
    cell.font = font
    cell.border = box
    cell.alignment =
      column === 1
        ? { horizontal: 'center', vertical: 'middle' }
        : column <= 3
          ? { horizontal: 'left', vertical: 'middle', wrapText: true }
          : { horizontal: 'right', vertical: 'middle' }
    if (column > 3) cell.numFmt = column === widths.length ? percent : money
  }
}
