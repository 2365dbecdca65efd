import { type Cell, type Grid, limits } from '../grid.ts'
import { GridRows } from '../grid-rows.ts'
import { usefulMerges } from '../merges.ts'
import { endsName, findTag, gt, lt, richTextOf, slash, standsAt, tagEnd, textEnd } from './bytes.ts'
import { CellTag } from './cell-tag.ts'
import { CellValues } from './cell-values.ts'
import { mergedRanges } from './merged-ranges.ts'
import type { SheetHead, SheetParts } from './sheet-parts.ts'

const letterC = 0x63
const letterI = 0x69
const letterR = 0x72
const letterS = 0x73
const letterV = 0x76
const exclamation = 0x21

/** Bytes between two reports of progress. */
const reportEvery = 2 * 1024 * 1024

/** Whether the tag `row` stands at a place. */
const isRow = (xml: Buffer, at: number): boolean =>
  xml[at] === letterR && xml[at + 1] === 0x6f && xml[at + 2] === 0x77 && endsName(xml[at + 3])

const isCell = (xml: Buffer, at: number): boolean => xml[at] === letterC && endsName(xml[at + 1])

/**
 * The filled cells of a sheet. The part is walked once, byte by byte; what is empty or formatting alone costs its
 * bytes and nothing else, so a used range to the last row and column does no harm.
 */
export const readSheetXml = (xml: Buffer, { name, hidden, report }: SheetHead, parts: SheetParts): Grid => {
  const collected = new GridRows(parts.budget)
  const data = findTag(xml, 'sheetData', 0)
  const end = data === null ? 0 : scanRows(xml, data.after, data.prefix, collected, parts, report)
  const { rows, hidden: hiddenRows } = collected
  return { name, rows, merges: usefulMerges(mergedRanges(xml, end), rows), hidden, hiddenRows }
}

/** Puts the rows from a place on into `collected`; answers where they end. */
const scanRows = (
  xml: Buffer,
  from: number,
  prefix: number,
  collected: GridRows,
  parts: SheetParts,
  report: SheetHead['report'],
): number => {
  const { length } = xml
  const tag = new CellTag(xml)
  const reader = new CellReader(xml, prefix, new CellValues(xml, parts))
  let row = -1
  let numbered = false
  let hidden = false
  let column = -1
  let cells: Cell[] = []
  let nextReport = from + reportEvery
  let at = from
  for (;;) {
    while (at < length && xml[at] !== lt) at += 1
    if (at >= length) break
    const name = at + 1 + prefix
    if (isCell(xml, name)) {
      const open = tag.read(name + 1)
      if (!numbered && tag.row >= 0 && tag.row !== row) {
        // Writers that leave out the number of a row tell it by its cells.
        collected.add(row, cells, hidden)
        cells = []
        row = tag.row
      }
      column = tag.column >= 0 ? tag.column : column + 1
      at = open + 1
      if (xml[open - 1] === slash) continue
      const cell = reader.read(at, tag)
      at = reader.end
      if (cell === null || column >= limits.columns) continue
      while (cells.length < column) cells.push(null)
      cells[column] = cell
    } else if (isRow(xml, name)) {
      collected.add(row, cells, hidden)
      cells = []
      const open = tag.read(name + 3)
      numbered = tag.row >= 0
      row = numbered ? tag.row : row + 1
      hidden = tag.hidden
      column = -1
      at = open + 1
      if (at >= nextReport) {
        report?.(at, length)
        nextReport = at + reportEvery
      }
    } else if (xml[at + 1] === exclamation) at = textEnd(xml, at)
    else if (xml[at + 1] === slash && standsAt(xml, name + 1, 'sheetData')) break
    else at = name
  }
  collected.add(row, cells, hidden)
  return at
}

/** Reads what stands inside one cell. */
class CellReader {
  /** Place after the cell that was read last. */
  end = 0

  constructor(
    private readonly xml: Buffer,
    private readonly prefix: number,
    private readonly values: CellValues,
  ) {}

  /** The value of the cell whose inside begins at a place. */
  read(from: number, tag: CellTag): Cell {
    const { xml, prefix } = this
    const { length } = xml
    let cell: Cell = null
    let at = from
    for (;;) {
      while (at < length && xml[at] !== lt) at += 1
      if (at >= length) break
      if (xml[at + 1] === slash) {
        const closed = at + 2 + prefix
        if (isCell(xml, closed)) {
          at = closed + 2
          break
        }
        // A cell that is never closed ends with its row.
        if (isRow(xml, closed) || standsAt(xml, closed, 'sheetData')) break
        at = closed
        continue
      }
      const name = at + 1 + prefix
      if (xml[name] === letterV && endsName(xml[name + 1])) {
        const open = xml[name + 1] === gt ? name + 1 : tagEnd(xml, name + 1)
        at = open + 1
        if (xml[open - 1] === slash) continue
        at = textEnd(xml, open + 1)
        cell = this.valueOf(open + 1, at, tag)
      } else if (xml[name] === letterI && xml[name + 1] === letterS && endsName(xml[name + 2])) {
        const open = tagEnd(xml, name + 2)
        at = open + 1
        if (xml[open - 1] === slash) continue
        cell = this.inlineText(open + 1) ?? cell
        at = this.end
      } else if (isCell(xml, name) || isRow(xml, name)) break
      else if (xml[at + 1] === exclamation) at = textEnd(xml, at)
      else at = name
    }
    this.end = at
    return cell
  }

  /** The text of an inline string; nearly all are `<t>…</t></is>`, which needs no search for the end. */
  private inlineText(from: number): string | null {
    const { xml, prefix } = this
    const name = from + 1 + prefix
    if (xml[from] === lt && xml[name] === 0x74 && endsName(xml[name + 1])) {
      const open = tagEnd(xml, name + 1)
      const close = xml[open - 1] === slash ? open + 1 : textEnd(xml, open + 1)
      const after = close + 3 + prefix
      if (xml[close + 1] === slash && xml[after] === gt && standsAt(xml, after + 3 + prefix, 'is')) {
        this.end = after + 1
        return this.values.text(open + 1, close)
      }
    }
    let close = xml.indexOf('is>', from)
    while (close >= 0 && xml[close - 1 - prefix] !== slash) close = xml.indexOf('is>', close + 3)
    this.end = close < 0 ? xml.length : close
    return richTextOf(xml, from, this.end, prefix) || null
  }

  private valueOf(from: number, to: number, tag: CellTag): Cell {
    if (from === to) return null
    const { values } = this
    switch (tag.type) {
      case 'shared':
        return values.shared(from, to)
      case 'text':
        return values.text(from, to)
      case 'boolean':
        return this.xml[from] === 0x31 || this.xml[from] === 0x74 ? '是' : '否'
      case 'error':
        return { error: values.text(from, to) ?? '#N/A' }
      case 'date':
        return values.isoDate(from, to)
      case 'number':
        return values.number(from, to, tag.style)
    }
  }
}
