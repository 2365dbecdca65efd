import { utils, write } from '@e965/xlsx'
import { Workbook } from 'exceljs'
import { type Cell, type Grid, shownText } from '../../../main/import/grid.ts'

const plain = (cell: Cell | undefined): string | number | null => {
  if (cell === null || cell === undefined) return null
  return typeof cell === 'object' && 'number' in cell ? cell.number : shownText(cell)
}

const rowsOf = (grid: Grid): (string | number | null)[][] =>
  Array.from({ length: grid.rows.length }, (_, index) => (grid.rows[index] ?? []).map(plain))

/** As Excel and WPS save it, styled, by a writer that styles every covered cell. */
export const asXlsx = async (grid: Grid): Promise<Uint8Array> => {
  const book = new Workbook()
  const sheet = book.addWorksheet(grid.name)
  for (const row of rowsOf(grid)) sheet.addRow(row)
  for (const { top, left, bottom, right } of grid.merges) {
    sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1)
  }
  sheet.getRow(1).font = { bold: true, size: 16 }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** As Excel 97 or LibreOffice saves it. */
export const asOther = (grid: Grid, bookType: 'biff8' | 'ods' | 'xlsx'): Uint8Array => {
  const sheet = utils.aoa_to_sheet(rowsOf(grid))
  sheet['!merges'] = grid.merges.map(({ top, left, bottom, right }) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right },
  }))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, grid.name)
  return new Uint8Array(write(book, { type: 'array', bookType }))
}

const quoted = (cell: string | number | null): string => {
  const text = String(cell ?? '')
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** As a web system exports it: merged cells are lost, only their first cell holds the text. */
export const asCsv = (grid: Grid): Uint8Array =>
  new TextEncoder().encode(
    `\ufeff${rowsOf(grid)
      .map((row) => row.map(quoted).join(','))
      .join('\r\n')}\r\n`,
  )
