import { utils, type WorkSheet, write } from '@e965/xlsx'
import { Workbook } from 'exceljs'
import { encodeGb18030 } from './gb18030.ts'

/** A day or a number stands in a cell of its own kind; the rest is text. */
export type Written = string | number | Date | null

/** A sheet as an office keeps it; merged ranges are 0-based and include their ends. */
export interface WrittenSheet {
  readonly name: string
  readonly rows: readonly (readonly Written[])[]
  readonly merges: readonly Range[]
}
export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export const fileFormats = ['xlsx', 'xlsx-sheetjs', 'xls', 'ods', 'csv', 'csv-gb18030'] as const
export type FileFormat = (typeof fileFormats)[number]

/** Text has one sheet and neither merged cells nor kinds of cells. */
export const isText = (format: FileFormat): boolean => format.startsWith('csv')

export const extensionOf = (format: FileFormat): string => format.split('-')[0] ?? format

/** Not with dashes: the writer of .ods does not know them. */
const dayFormat = 'yyyy/mm/dd'
const isoOf = (day: Date): string => day.toISOString().slice(0, 10)

const byExcelJs = async (sheets: readonly WrittenSheet[]): Promise<Uint8Array> => {
  const book = new Workbook()
  for (const { name, rows, merges } of sheets) {
    const sheet = book.addWorksheet(name)
    for (const row of rows) {
      const line = sheet.addRow([...row])
      row.forEach((cell, index) => {
        if (cell instanceof Date) line.getCell(index + 1).numFmt = dayFormat
      })
    }
    for (const { top, left, bottom, right } of merges) {
      sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1)
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const serialOf = (day: Date): number => Math.round(day.getTime() / 86_400_000) + 25_569

const worksheet = ({ rows, merges }: WrittenSheet, bookType: string): WorkSheet => {
  // In .ods a day is a value of its own kind, elsewhere a number with a format.
  const day = (cell: Date) =>
    bookType === 'ods' ? { t: 'd', v: cell, z: dayFormat } : { t: 'n', v: serialOf(cell), z: dayFormat }
  const sheet = utils.aoa_to_sheet(
    rows.map((row) => row.map((cell) => (cell instanceof Date ? day(cell) : cell))),
  )
  sheet['!merges'] = merges.map(({ top, left, bottom, right }) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right },
  }))
  return sheet
}

const bySheetJs = (sheets: readonly WrittenSheet[], bookType: 'xlsx' | 'biff8' | 'ods'): Uint8Array => {
  const book = utils.book_new()
  for (const sheet of sheets) utils.book_append_sheet(book, worksheet(sheet, bookType), sheet.name)
  return new Uint8Array(write(book, { type: 'array', bookType }))
}

const quoted = (cell: Written): string => {
  const text = cell instanceof Date ? isoOf(cell) : String(cell ?? '')
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const asText = ([sheet]: readonly WrittenSheet[]): string =>
  `${(sheet?.rows ?? []).map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`

/** The file as a spreadsheet program saves it; of a text only the first sheet. */
export const writeSheets = async (
  format: FileFormat,
  sheets: readonly WrittenSheet[],
): Promise<Uint8Array> => {
  switch (format) {
    case 'xlsx':
      return byExcelJs(sheets)
    case 'xlsx-sheetjs':
      return bySheetJs(sheets, 'xlsx')
    case 'xls':
      return bySheetJs(sheets, 'biff8')
    case 'ods':
      return bySheetJs(sheets, 'ods')
    case 'csv':
      return new TextEncoder().encode(`\ufeff${asText(sheets)}`)
    case 'csv-gb18030':
      return encodeGb18030(asText(sheets))
  }
}
