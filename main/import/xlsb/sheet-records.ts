import { type Cell, type Grid, limits, type Merge } from '../grid.ts'
import { GridRows } from '../grid-rows.ts'
import { usefulMerges } from '../merges.ts'
import { packedNumber } from '../xls/records.ts'
import { truthOf } from '../xls/truth.ts'
import { numberCell } from '../xlsx/number-cell.ts'
import type { SheetHead, SheetParts } from '../xlsx/sheet-parts.ts'
import { BinaryRecords, types } from './records.ts'

/** The filled cells of one sheet of an .xlsb. Throws a `RangeError` when it is damaged, `file.too-large`. */
export const readBinarySheet = (
  part: Buffer,
  { name, hidden }: Omit<SheetHead, 'report'>,
  parts: SheetParts,
): Grid => {
  const records = new BinaryRecords(part)
  const collected = new GridRows(parts.budget)
  const merges: Merge[] = []
  let row = -1
  let rowHidden = false
  let cells: Cell[] = []
  let column = -1
  while (records.next()) {
    if (records.type === types.row) {
      collected.add(row, cells, rowHidden)
      cells = []
      column = -1
      row = records.long(0)
      rowHidden = (records.byte(11) & 0x10) !== 0
    } else if (records.type === types.merge) {
      const [top = 0, bottom = 0, left = 0, right = 0] = [0, 4, 8, 12].map((at) => records.long(at))
      merges.push({ top, left, bottom, right })
    } else if (isCell(records.type)) {
      const short = isShort(records.type)
      column = short ? column + 1 : records.long(0)
      const cell = cellOf(records, short ? -4 : 0, parts)
      if (cell === null || column >= limits.columns) continue
      while (cells.length < column) cells.push(null)
      cells[column] = cell
    }
  }
  collected.add(row, cells, rowHidden)
  const { rows, hidden: hiddenRows } = collected
  return { name, rows, merges: usefulMerges(merges, rows), hidden, hiddenRows }
}

const isCell = (type: number): boolean =>
  (type >= types.blank && type <= types.lastShort) || type === types.richText

/** Newer versions leave out the column of a cell that follows the one before. */
const isShort = (type: number): boolean => type >= types.firstShort && type <= types.lastShort

/** The value of a cell, whose data are moved by `shift` where the column is left out; null for a blank one. */
const cellOf = (records: BinaryRecords, shift: number, { strings, styles, date1904 }: SheetParts): Cell => {
  const value = 8 + shift
  const styled = (number: number) => numberCell(number, styles[records.long(4 + shift) & 0xff_ffff], date1904)
  // The short forms stand in the same order as the long ones.
  switch (shift === 0 ? records.type : records.type - types.firstShort + types.blank) {
    case types.packed:
      return styled(packedNumber(records.long(value)))
    case types.number:
    case types.formulaNumber:
      return styled(records.double(value))
    case types.text:
    case types.formulaText:
      return records.text(value) || null
    case types.richText:
      return records.text(value + 1) || null
    case types.shared:
      return strings[records.long(value)] || null
    case types.truth:
    case types.formulaTruth:
      return truthOf(records.byte(value), false)
    case types.error:
    case types.formulaError:
      return truthOf(records.byte(value), true)
    default:
      return null
  }
}
