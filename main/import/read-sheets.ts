import { type CellObject, CFB, read, type WorkSheet } from '@e965/xlsx'
import { AppError } from '../../shared/errors.ts'
import type { Cell, Grid } from './grid.ts'
import { numberCell } from './xlsx/number-cell.ts'
import { styleOf } from './xlsx/styles.ts'

/*
 * Only what a ledger needs is parsed. `dense` halves the time; the used range that a file claims is never walked,
 * since some claim a million empty rows.
 */
const options = {
  type: 'array',
  dense: true,
  cellFormula: false,
  cellHTML: false,
  cellNF: true,
  cellText: false,
  cellDates: false,
  sheetStubs: false,
  raw: true,
} as const

/** Every sheet of a .xlsx .xlsm .xlsb .xls .et .ods, of a web page or of XML. */
export const readSheets = (bytes: Uint8Array, name: string): readonly Grid[] => {
  refuseForeign(bytes, name)
  try {
    const book = read(bytes, options)
    const date1904 = book.Workbook?.WBProps?.date1904 === true
    return book.SheetNames.flatMap((sheetName) => {
      const sheet = book.Sheets[sheetName]
      return sheet === undefined ? [] : [gridOf(sheetName, sheet, date1904)]
    })
  } catch (error) {
    if (error instanceof AppError) throw error
    const text = error instanceof Error ? error.message : String(error)
    const code = /password|encrypt/i.test(text) ? 'file.encrypted' : 'file.damaged'
    throw new AppError(code, { file: name }, { cause: error })
  }
}

/** A compound file may be an encrypted .xlsx, a .doc or a .ppt. */
const refuseForeign = (bytes: Uint8Array, name: string): void => {
  if (bytes[0] !== 0xd0) return
  let container: ReturnType<typeof CFB.read>
  try {
    container = CFB.read(bytes, { type: 'array' })
  } catch (error) {
    throw new AppError('file.damaged', { file: name }, { cause: error })
  }
  const has = (path: string) => CFB.find(container, path) !== null
  if (has('/EncryptedPackage') || has('/EncryptionInfo')) throw new AppError('file.encrypted', { file: name })
  if (!has('/Workbook') && !has('/Book')) throw new AppError('file.not-workbook', { file: name })
}

const gridOf = (name: string, sheet: WorkSheet, date1904: boolean): Grid => {
  const rows: (readonly Cell[] | undefined)[] = []
  // forEach passes over the holes of a sparse array.
  sheet['!data']?.forEach((cells, index) => {
    const row = rowOf(cells, date1904)
    if (row !== undefined) rows[index] = row
  })
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }))
  return { name, rows, merges }
}

/** A ledger has a few dozen columns; cells further to the right are remains of formatting. */
const mostColumns = 256

const rowOf = (
  cells: readonly (CellObject | undefined)[],
  date1904: boolean,
): readonly Cell[] | undefined => {
  const row: Cell[] = []
  let filled = false
  const width = Math.min(cells.length, mostColumns)
  for (let column = 0; column < width; column += 1) {
    const cell = cellOf(cells[column], date1904)
    row.push(cell)
    if (cell !== null) filled = true
  }
  return filled ? row : undefined
}

/** Error values by the number that files keep. */
const errorWords: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

const cellOf = (cell: CellObject | undefined, date1904: boolean): Cell => {
  if (cell === undefined || cell.v === undefined || cell.v === null) return null
  switch (cell.t) {
    case 'n':
      return numberCell(Number(cell.v), styleOf(typeof cell.z === 'string' ? cell.z : ''), date1904)
    case 'b':
      return cell.v === true ? '是' : '否'
    case 'e':
      return { error: errorWords[Number(cell.v)] ?? '#N/A' }
    default: {
      const text = String(cell.v)
      return text === '' ? null : text
    }
  }
}
