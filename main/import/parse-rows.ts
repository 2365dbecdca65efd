import type { RejectedCell } from '../../shared/models/import.ts'
import { isEmptyText } from '../../shared/rules/empty.ts'
import type { Column } from '../../shared/sheets/sheet.ts'
import { type Cell, shownText } from './grid.ts'
import type { LocatedColumn } from './locate-table.ts'
import { unitIn } from './parse-amount.ts'
import { type CellContext, readCell } from './parse-cell.ts'
import type { Value } from './parsed-row.ts'

/** How the rows of one sheet are read. */
export interface RowSource extends CellContext {
  readonly sheetName: string
  readonly columns: readonly LocatedColumn[]
  /** Columns that have no cell, with what holds for every row. */
  readonly constants: readonly { readonly column: Column; readonly text: string }[]
  /** Required columns that the table does not have and no constant gives. */
  readonly missing: readonly Column[]
}

const blank = (cell: Cell): boolean => cell === null || isEmptyText(shownText(cell))

/**
 * Fills blank cells of the repeating columns with the value above. A new value in one of them ends the repeating of
 * those after it: under a new community, no branch of the old one goes on.
 */
export const fillDown = (
  columns: readonly LocatedColumn[],
): ((cells: readonly Cell[]) => readonly Cell[]) => {
  const repeating = columns.filter(({ column }) => column.repeats === true)
  const last = new Map<number, Cell>()
  if (repeating.length === 0) return (cells) => cells
  return (cells) => {
    let row: Cell[] | null = null
    let changed = false
    for (const { index } of repeating) {
      const cell = cells[index] ?? null
      if (!blank(cell)) {
        changed ||= shownText(cell) !== shownText(last.get(index) ?? null)
        last.set(index, cell)
      } else if (changed) last.delete(index)
      else {
        const above = last.get(index) ?? null
        if (above === null) continue
        row ??= [...cells]
        while (row.length < index) row.push(null)
        row[index] = above
      }
    }
    return row ?? cells
  }
}

export interface ParsedCells {
  readonly values: Readonly<Record<string, Value>>
  readonly refused: readonly RejectedCell[]
}

const none: readonly RejectedCell[] = []

/** A column's own header says best what its amounts are counted in. */
const contextOf = (source: RowSource, column: Column, header: string): CellContext => {
  if (column.type !== 'money') return source
  const yuan = unitIn(header, source.yuan)
  return yuan === source.yuan ? source : { ...source, yuan }
}

/**
 * One row checked by itself: values in their stored form, and every cell that cannot be taken. `row` is 1-based,
 * `given` what headings inside the table say where the row itself says nothing.
 */
export const parseRow = (
  row: number,
  cells: readonly Cell[],
  source: RowSource,
  given?: Readonly<Record<string, Value>>,
): ParsedCells => {
  const values: Record<string, Value> = given === undefined ? {} : { ...given }
  let refused: RejectedCell[] | null = null
  const take = (column: Column, header: string, cell: Cell) => {
    const reason =
      readCell(column, cell, contextOf(source, column, header), values) ??
      (column.required === true && (values[column.field] ?? null) === null ? '这一格没有填写' : null)
    if (reason === null) return
    refused ??= []
    refused.push({ sheet: source.sheetName, row, column: header, reason })
  }
  for (const { column, index, header } of source.columns) {
    const cell = cells[index] ?? null
    if (cell !== null || column.required === true) take(column, header, cell)
  }
  for (const { column, text } of source.constants) take(column, column.label, text)
  for (const column of source.missing) {
    refused ??= []
    refused.push({
      sheet: source.sheetName,
      row,
      column: column.label,
      reason: `表里没有“${column.label}”这一列`,
    })
  }
  return { values, refused: refused ?? none }
}
