import { type Cell, type Grid, limits, type Merge, type ReadReport } from '../grid.ts'
import { type CellBudget, GridRows } from '../grid-rows.ts'
import { usefulMerges } from '../merges.ts'
import { numberCell } from '../xlsx/number-cell.ts'
import type { Globals, SheetEntry } from './globals.ts'
import { packedNumber, Records, types } from './records.ts'
import { longText, textAt } from './texts.ts'
import { truthOf } from './truth.ts'

/** Bytes between two reports of progress. */
const reportEvery = 1 << 20

/** The filled cells of one sheet. Throws a `RangeError` when it is damaged, `file.too-large`. */
export const readSheetRecords = (
  stream: Buffer,
  { name, hidden, offset }: SheetEntry,
  globals: Globals,
  budget: CellBudget,
  report?: ReadReport,
): Grid => {
  const reader = new SheetReader(new Records(stream, offset), globals, budget)
  reader.read(report)
  return { name, hidden, ...reader.grid() }
}

class SheetReader {
  private readonly collected: GridRows
  private readonly merges: Merge[] = []
  private readonly hiddenRows = new Set<number>()
  private row = -1
  private cells: Cell[] = []
  /** Column of a formula whose text stands in a record of its own; -1 without one. */
  private awaiting = -1

  constructor(
    private readonly records: Records,
    private readonly globals: Globals,
    budget: CellBudget,
  ) {
    this.collected = new GridRows(budget)
  }

  grid(): Pick<Grid, 'rows' | 'merges' | 'hiddenRows'> {
    const { rows } = this.collected
    const hiddenRows = new Set([...this.hiddenRows].filter((row) => rows[row] !== undefined))
    return { rows, merges: usefulMerges(this.merges, rows), hiddenRows }
  }

  read(report?: ReadReport): void {
    const { records } = this
    if (!records.next() || records.type !== types.begin) throw new RangeError('no sheet here')
    // Charts that are embedded in the sheet have a beginning and an end of their own.
    let depth = 1
    let nextReport = records.end + reportEvery
    while (depth > 0) {
      if (!records.next()) throw new RangeError('sheet cut short')
      if (records.type === types.begin) depth += 1
      else if (records.type === types.end) depth -= 1
      else if (depth === 1) this.take()
      if (records.end >= nextReport) {
        report?.(records.end, records.bytes.length)
        nextReport = records.end + reportEvery
      }
    }
    this.collected.add(this.row, this.cells, false)
  }

  private take(): void {
    const { records, globals } = this
    switch (records.type) {
      case types.sharedLabel:
        this.put(globals.strings[records.long(6)] || null)
        break
      case types.number:
        this.put(this.numberOf(records.double(6), records.short(4)))
        break
      case types.shortNumber:
        this.put(this.numberOf(packedNumber(records.long(6)), records.short(4)))
        break
      case types.manyNumbers:
        this.takeMany()
        break
      case types.label:
      case types.richLabel:
        this.put(textAt(records, 6, globals.form, 2) || null)
        break
      case types.truth:
        this.put(truthOf(records.byte(6), records.byte(7) !== 0))
        break
      case types.formula:
        this.takeFormula()
        break
      case types.text:
        if (this.awaiting >= 0) this.putAt(this.awaiting, longText(records, globals.form) || null)
        this.awaiting = -1
        break
      case types.row:
        if (records.length > 12 && (records.byte(12) & 0x20) !== 0) this.hiddenRows.add(records.short(0))
        break
      case types.merges:
        this.takeMerges()
    }
  }

  private numberOf(number: number, style: number): Cell {
    return numberCell(number, this.globals.styles[style], this.globals.date1904)
  }

  private takeMany(): void {
    const { records } = this
    const first = records.short(2)
    const count = Math.floor((records.length - 6) / 6)
    for (let index = 0; index < count; index += 1) {
      const at = 4 + index * 6
      this.put(this.numberOf(packedNumber(records.long(at + 2)), records.short(at)), first + index)
    }
  }

  /** The value that a formula had when the file was saved. */
  private takeFormula(): void {
    const { records } = this
    if (records.short(12) !== 0xffff) {
      this.put(this.numberOf(records.double(6), records.short(4)))
      return
    }
    const kind = records.byte(6)
    this.put(kind === 1 || kind === 2 ? truthOf(records.byte(8), kind === 2) : null)
    if (kind === 0) this.awaiting = records.short(2)
  }

  private takeMerges(): void {
    const { records } = this
    const count = Math.min(records.short(0), Math.floor((records.length - 2) / 8))
    for (let index = 0; index < count; index += 1) {
      const at = 2 + index * 8
      this.merges.push({
        top: records.short(at),
        bottom: records.short(at + 2),
        left: records.short(at + 4),
        right: records.short(at + 6),
      })
    }
  }

  /** Puts a value into the cell that the record names. */
  private put(cell: Cell, column = this.records.short(2)): void {
    const row = this.records.short(0)
    if (row !== this.row) {
      this.collected.add(this.row, this.cells, false)
      this.row = row
      this.cells = []
    }
    this.awaiting = -1
    this.putAt(column, cell)
  }

  private putAt(column: number, cell: Cell): void {
    if (cell === null || column >= limits.columns) return
    while (this.cells.length < column) this.cells.push(null)
    this.cells[column] = cell
  }
}
