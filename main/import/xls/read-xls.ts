import { AppError } from '../../../shared/errors.ts'
import type { Grid, ReadReport } from '../grid.ts'
import { CellBudget } from '../grid-rows.ts'
import { CompoundFile } from './compound.ts'
import { readGlobals } from './globals.ts'
import { readSheetRecords } from './sheet-records.ts'

/**
 * Reads an .xls or .et of Excel 5 to 2003 or WPS, record by record. Null for older versions; then the general reader
 * takes it. Throws `file.encrypted`, `file.not-workbook`, `file.damaged`, `file.too-large`.
 */
export const readXls = (bytes: Uint8Array, file: string, report?: ReadReport): readonly Grid[] | null => {
  try {
    const stream = workbookStream(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), file)
    const globals = readGlobals(stream)
    if (globals === null) return null
    if (globals === 'locked') throw new AppError('file.encrypted', { file })
    const budget = new CellBudget(file)
    const { length } = stream
    return globals.sheets.map((sheet) => {
      const grid = readSheetRecords(stream, sheet, globals, budget, report)
      report?.(Math.min(sheet.offset, length), length)
      return grid
    })
  } catch (error) {
    if (error instanceof RangeError) throw new AppError('file.damaged', { file }, { cause: error })
    throw error
  }
}

/** The stream with the sheets. A compound file may as well be an encrypted .xlsx, a .doc or a .ppt. */
const workbookStream = (bytes: Buffer, file: string): Buffer => {
  if (bytes[0] !== 0xd0) return bytes
  const container = new CompoundFile(bytes)
  if (container.has('EncryptedPackage') || container.has('EncryptionInfo')) {
    throw new AppError('file.encrypted', { file })
  }
  const stream = container.content('Workbook') ?? container.content('Book')
  if (stream === null) throw new AppError('file.not-workbook', { file })
  return stream
}
