import { type CellObject, CFB, read, type WorkSheet } from '@e965/xlsx'
import { AppError } from '../../shared/errors.ts'
import { type Cell, type Grid, limits, type Merge, type ReadReport } from './grid.ts'
import { CellBudget, GridRows } from './grid-rows.ts'
import { usefulMerges } from './merges.ts'
import { withinTime } from './time-limit.ts'
import { errorWord } from './xls/truth.ts'
import { numberCell } from './xlsx/number-cell.ts'
import { builtInStyle, type NumberStyle, styleOf } from './xlsx/styles.ts'

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

/**
 * Every sheet of a workbook of any kind, by a library that knows them all; slower than our own readers. Throws `file.encrypted`, `file.not-workbook`,
 * `file.damaged`, `file.too-large`; the last when it takes longer than `limits.silentMs`.
 */
export const readSheets = (bytes: Uint8Array, name: string, report?: ReadReport): readonly Grid[] => {
  try {
    const container = bytes[0] === 0xd0 ? openContainer(bytes, name) : bytes
    const parsed = withinTime(limits.silentMs, () => parse(container))
    if (parsed === null) {
      throw new AppError('file.too-large', { file: name, reason: `读取超过 ${limits.silentMs / 1000} 秒` })
    }
    return gridsOf(parsed.value, name, report)
  } catch (error) {
    if (error instanceof AppError) throw error
    const text = error instanceof Error ? error.message : String(error)
    const code = /password|encrypt/i.test(text) ? 'file.encrypted' : 'file.damaged'
    throw new AppError(code, { file: name }, { cause: error })
  }
}

type Book = ReturnType<typeof read>

const parse = (content: Uint8Array): Book => read(content, options)

/** A compound file may be an encrypted .xlsx, a .doc or a .ppt; only the stream with the sheets is read on. */
const openContainer = (bytes: Uint8Array, name: string): Uint8Array => {
  const opened = withinTime(limits.silentMs, () => CFB.read(bytes, { type: 'array' }))
  if (opened === null) throw new AppError('file.damaged', { file: name })
  const has = (path: string) => CFB.find(opened.value, path) !== null
  if (has('/EncryptedPackage') || has('/EncryptionInfo')) throw new AppError('file.encrypted', { file: name })
  if (!has('/Workbook') && !has('/Book')) throw new AppError('file.not-workbook', { file: name })
  return bytes
}

const gridsOf = (book: Book, file: string, report?: ReadReport): readonly Grid[] => {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const budget = new CellBudget(file)
  const total = book.SheetNames.length * 2
  // Parsing is the first half of the work.
  report?.(total / 2, total)
  return book.SheetNames.flatMap((sheetName, index) => {
    const sheet = book.Sheets[sheetName]
    if (sheet === undefined) return []
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    const grid = gridOf(sheetName, sheet, { hidden, date1904, budget })
    report?.(total / 2 + index + 1, total)
    return [grid]
  })
}

interface SheetFacts {
  readonly hidden: boolean
  readonly date1904: boolean
  readonly budget: CellBudget
}

const gridOf = (name: string, sheet: WorkSheet, { hidden, date1904, budget }: SheetFacts): Grid => {
  const collected = new GridRows(budget)
  const info = sheet['!rows'] ?? []
  // forEach passes over the holes of a sparse array.
  sheet['!data']?.forEach((cells, index) => {
    collected.add(index, rowOf(cells, date1904), info[index]?.hidden === true)
  })
  const { rows, hidden: hiddenRows } = collected
  return { name, rows, merges: usefulMerges(mergesOf(sheet), rows), hidden, hiddenRows }
}

function* mergesOf(sheet: WorkSheet): Generator<Merge> {
  for (const { s, e } of sheet['!merges'] ?? []) yield { top: s.r, left: s.c, bottom: e.r, right: e.c }
}

const rowOf = (cells: readonly (CellObject | undefined)[], date1904: boolean): Cell[] => {
  const row: Cell[] = []
  const width = Math.min(cells.length, limits.columns)
  for (let column = 0; column < width; column += 1) {
    const cell = cellOf(cells[column], date1904)
    if (cell === null) continue
    while (row.length < column) row.push(null)
    row.push(cell)
  }
  return row
}

/** The style of a cell. The library knows no Chinese forms of the formats that are named by number alone. */
const styleOfCell = (cell: CellObject): NumberStyle => {
  const id = (cell as { XF?: { numFmtId?: number } }).XF?.numFmtId ?? 0
  const special = (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? builtInStyle(id) : null
  return special ?? styleOf(typeof cell.z === 'string' ? cell.z : '')
}

const cellOf = (cell: CellObject | undefined, date1904: boolean): Cell => {
  if (cell === undefined || cell.v === undefined || cell.v === null) return null
  switch (cell.t) {
    case 'n':
      return numberCell(Number(cell.v), styleOfCell(cell), date1904)
    case 'b':
      return cell.v === true ? '是' : '否'
    case 'e':
      return { error: errorWord(Number(cell.v)) }
    default: {
      const text = String(cell.v)
      return text === '' ? null : text
    }
  }
}
