import { AppError } from '../../../shared/errors.ts'
import type { Grid, ReadReport } from '../grid.ts'
import { CellBudget } from '../grid-rows.ts'
import type { Archive } from '../xlsx/archive.ts'
import { type Relation, relationsOf } from '../xlsx/relations.ts'
import type { SheetParts } from '../xlsx/sheet-parts.ts'
import { builtInStyle, type NumberStyle, styleOf } from '../xlsx/styles.ts'
import { BinaryRecords, types } from './records.ts'
import { readBinarySheet } from './sheet-records.ts'

const workbookPath = 'xl/workbook.bin'

/**
 * Reads an .xlsb, the binary sister of .xlsx. Throws `file.damaged`, `file.encrypted`, `file.too-large`.
 */
export const readXlsb = (archive: Archive, file: string, report?: ReadReport): readonly Grid[] => {
  try {
    const relations = relationsOf(archive, workbookPath)
    const { sheets, date1904 } = readWorkbookPart(archive.content(workbookPath))
    if (sheets.some(({ relation }) => !relations.has(relation))) throw new RangeError('sheet without a part')
    const withCells = sheets.filter(({ relation }) => relations.get(relation)?.type === 'worksheet')
    const partOf = (type: string) => archive.content(pathOf(relations, type))
    const parts: SheetParts = {
      strings: readStrings(partOf('sharedstrings')),
      styles: readStyles(partOf('styles')),
      date1904,
      budget: new CellBudget(file),
    }
    return withCells.map(({ name, hidden, relation }, index) => {
      const content = archive.content(relations.get(relation)?.path ?? '')
      if (content === null) throw new RangeError('sheet without a part')
      const grid = readBinarySheet(content, { name, hidden }, parts)
      report?.(index + 1, withCells.length)
      return grid
    })
  } catch (error) {
    if (error instanceof RangeError) throw new AppError('file.damaged', { file }, { cause: error })
    throw error
  }
}

const pathOf = (relations: ReadonlyMap<string, Relation>, type: string): string =>
  [...relations.values()].find((relation) => relation.type === type)?.path ?? ''

interface Entry {
  readonly name: string
  readonly hidden: boolean
  readonly relation: string
}

const readWorkbookPart = (part: Buffer | null) => {
  const sheets: Entry[] = []
  let date1904 = false
  const records = new BinaryRecords(part ?? Buffer.alloc(0))
  while (records.next()) {
    if (records.type === types.workbook) date1904 = (records.byte(0) & 1) !== 0
    else if (records.type === types.sheet) {
      const relation = records.text(8)
      const name = records.text(12 + relation.length * 2)
      sheets.push({ name, hidden: records.long(0) !== 0, relation })
    }
  }
  return { sheets, date1904 }
}

const readStrings = (part: Buffer | null): readonly string[] => {
  const strings: string[] = []
  const records = new BinaryRecords(part ?? Buffer.alloc(0))
  while (records.next()) if (records.type === types.sharedItem) strings.push(records.text(1))
  return strings
}

const readStyles = (part: Buffer | null): readonly NumberStyle[] => {
  const formats = new Map<number, string>()
  const styles: NumberStyle[] = []
  const records = new BinaryRecords(part ?? Buffer.alloc(0))
  let ofCells = false
  while (records.next()) {
    if (records.type === types.format) formats.set(records.short(0), records.text(2))
    else if (records.type === types.beginStyles) ofCells = true
    else if (records.type === types.endStyles) ofCells = false
    else if (records.type === types.style && ofCells) {
      const id = records.short(2)
      const format = formats.get(id)
      styles.push(format === undefined ? (builtInStyle(id) ?? styleOf('')) : styleOf(format))
    }
  }
  return styles
}
