import { readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { fileTooLarge, mostFileBytes } from '../../shared/rules/file-size.ts'
import type { FileSource } from '../tickets.ts'
import { isMarkup, kindOf } from './file-kind.ts'
import { type Cell, type Grid, limits, type ReadReport, type Workbook } from './grid.ts'
import { readOds } from './ods/read-ods.ts'
import { readMarkup } from './read-markup.ts'
import { decodeText, parseDelimited } from './read-text.ts'
import { readXls } from './xls/read-xls.ts'
import { readXlsb } from './xlsb/read-xlsb.ts'
import { Archive } from './xlsx/archive.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

/** The bytes of a file to import. Throws `file.missing`, `file.unreadable`, `file.empty`, `file.too-large`. */
export const bytesOf = (source: FileSource, name: string): Uint8Array => {
  const bytes = source.kind === 'bytes' ? source.content : readBytes(source.path, name)
  if (bytes.byteLength === 0) throw new AppError('file.empty', { file: name })
  if (bytes.byteLength > mostFileBytes) throw fileTooLarge(name)
  return bytes
}

const readBytes = (path: string, name: string): Uint8Array => {
  try {
    if (statSync(path).size > mostFileBytes) throw fileTooLarge(name)
    return readFileSync(path)
  } catch (error) {
    if (error instanceof AppError) throw error
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw new AppError(
      code === 'ENOENT' ? 'file.missing' : 'file.unreadable',
      { file: name },
      { cause: error },
    )
  }
}

/**
 * Reads a workbook of any kind an office has: .xlsx .xlsm .xls .et .ods .csv .txt, by its content, not its name.
 * Throws `file.not-workbook`, `file.encrypted`, `file.damaged`, `file.empty`, `file.too-large`.
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  name: string,
  report?: ReadReport,
): Promise<Workbook> => {
  const workbook = await readAny(bytes, name, report)
  const grids = workbook.grids.filter((grid) => grid.rows.some((row) => row?.some(isFilled)))
  if (grids.length === 0) throw new AppError('file.empty', { file: name })
  return { ...workbook, grids }
}

/** Blanks alone are nothing. */
const isFilled = (cell: Cell): boolean => cell !== null && (typeof cell !== 'string' || /\S/.test(cell))

const readAny = async (bytes: Uint8Array, name: string, report?: ReadReport): Promise<Workbook> => {
  switch (kindOf(bytes)) {
    case 'zip':
      return { grids: readArchive(bytes, name, report), plainText: false }
    case 'compound':
      return {
        grids: readXls(bytes, name, report) ?? (await readGenerally(bytes, name, report)),
        plainText: false,
      }
    case 'foreign':
      throw new AppError('file.not-workbook', { file: name })
    case 'unknown':
      return readAsText(bytes, name, report)
  }
}

const readAsText = (bytes: Uint8Array, name: string, report?: ReadReport): Workbook => {
  const text = decodeText(bytes)
  if (text === null) throw new AppError('file.not-workbook', { file: name })
  // Web systems save pages and XML under the name .xls; Excel opens them, so do we.
  if (isMarkup(text)) {
    return { grids: readMarkup(text, name, report), plainText: false }
  }
  const grid: Grid = {
    name: name.slice(0, name.length - extname(name).length),
    rows: parseDelimited(text, name, report),
    merges: [],
  }
  return { grids: [grid], plainText: true }
}

/** A workbook that is an archive of parts: .xlsx, .ods, .xlsb. */
const readArchive = (bytes: Uint8Array, name: string, report?: ReadReport): readonly Grid[] => {
  const archive = Archive.open(bytes, name)
  if (archive.has('content.xml') && !archive.has('xl/workbook.xml')) return readOds(archive, name, report)
  const grids = readXlsx(archive, name, report)
  if (grids !== null) return grids
  if (archive.has('xl/workbook.bin')) return readXlsb(archive, name, report)
  throw new AppError('file.not-workbook', { file: name })
}

/** The general reader takes a while to load, and hardly a file needs it: an .xls from before Excel 5. */
const readGenerally = async (
  content: Uint8Array,
  name: string,
  report?: ReadReport,
): Promise<readonly Grid[]> => {
  if (content.byteLength > limits.generalBytes) {
    const reason = `展开后超过 ${limits.generalBytes / 1024 / 1024} MB`
    throw new AppError('file.too-large', { file: name, reason })
  }
  const { readSheets } = await import('./read-sheets.ts')
  return readSheets(content, name, report)
}
