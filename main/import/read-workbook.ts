import { readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { fileTooLarge, mostFileBytes } from '../../shared/rules/file-size.ts'
import type { FileSource } from '../tickets.ts'
import type { Grid, Workbook } from './grid.ts'
import { decodeText, parseDelimited } from './read-text.ts'
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

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

const zip = [0x50, 0x4b]
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Reads a workbook of any kind an office has: .xlsx .xlsm .xls .et .ods .csv .txt, by its content, not its name.
 * Throws `file.not-workbook`, `file.encrypted`, `file.damaged`, `file.empty`, `file.too-large`.
 */
export const readWorkbook = async (bytes: Uint8Array, name: string): Promise<Workbook> => {
  const workbook = await readAny(bytes, name)
  const grids = workbook.grids.filter((grid) => grid.rows.some((row) => row !== undefined))
  if (grids.length === 0) throw new AppError('file.empty', { file: name })
  return { ...workbook, grids }
}

const readAny = async (bytes: Uint8Array, name: string): Promise<Workbook> => {
  if (startsWith(bytes, zip)) return { grids: await readArchive(bytes, name), plainText: false }
  if (startsWith(bytes, compoundFile)) return { grids: await readGenerally(bytes, name), plainText: false }
  const text = decodeText(bytes)
  if (text === null) throw new AppError('file.not-workbook', { file: name })
  // Web systems save pages and XML under the name .xls; Excel opens them, so do we.
  if (/^\s*<(?:!doctype html|html|table|head|meta|\?xml)/i.test(text.slice(0, 200))) {
    return { grids: await readGenerally(new TextEncoder().encode(text), name), plainText: false }
  }
  const grid: Grid = {
    name: name.slice(0, name.length - extname(name).length),
    rows: parseDelimited(text),
    merges: [],
  }
  return { grids: [grid], plainText: true }
}

/** An .xlsx by its parts; what is written unusually, .xlsb and .ods by the general reader. */
const readArchive = async (bytes: Uint8Array, name: string): Promise<readonly Grid[]> => {
  const archive = Archive.open(bytes, name)
  if (archive.has('xl/workbook.xml')) {
    const grids = readXlsx(archive)
    if (grids !== null) return grids
  } else if (!archive.has('xl/workbook.bin') && !archive.has('content.xml')) {
    throw new AppError('file.not-workbook', { file: name })
  }
  if (archive.text('META-INF/manifest.xml')?.includes('encryption-data')) {
    throw new AppError('file.encrypted', { file: name })
  }
  archive.checkSizes()
  return readGenerally(bytes, name)
}

/** The general reader takes a while to load, and most files do not need it. */
const readGenerally = async (bytes: Uint8Array, name: string): Promise<readonly Grid[]> => {
  const { readSheets } = await import('./read-sheets.ts')
  return readSheets(bytes, name)
}
