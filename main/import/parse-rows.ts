import type { RejectedCell } from '../../shared/models/import.ts'
import { isEmptyText } from '../../shared/rules/empty.ts'
import type { DataRow } from './data-rows.ts'
import { type Cell, shownText } from './grid.ts'
import type { LocatedColumn, Table } from './locate-table.ts'
import { parseCell } from './parse-cell.ts'
import type { ParsedRow, Value } from './parsed-row.ts'

/** Where the rows come from, and the ISO day of the import. */
export interface RowSource {
  readonly sheet: number
  readonly sheetName: string
  readonly today: string
}

const blank = (cell: Cell): boolean => isEmptyText(shownText(cell))

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
    const row = [...cells]
    let changed = false
    for (const { index } of repeating) {
      const cell = cells[index] ?? null
      if (!blank(cell)) {
        changed ||= shownText(cell) !== shownText(last.get(index) ?? null)
        last.set(index, cell)
      } else if (changed) last.delete(index)
      else row[index] = last.get(index) ?? null
    }
    return row
  }
}

/** One row checked by itself: values in their stored form, and every cell that cannot be taken. */
export const parseRow = (
  data: DataRow,
  cells: readonly Cell[],
  table: Table,
  source: RowSource,
): ParsedRow => {
  const values: Record<string, Value> = {}
  const refused: RejectedCell[] = []
  const row = data.index + 1
  for (const { column, index, header } of table.columns) {
    const refuse = (reason: string) => refused.push({ sheet: source.sheetName, row, column: header, reason })
    const checked = parseCell(column, cells[index] ?? null, source.today)
    if (!checked.ok) refuse(checked.reason)
    else if (column.required === true && (checked.value[column.field] ?? null) === null)
      refuse('这一格没有填写')
    else Object.assign(values, checked.value)
  }
  return { sheet: source.sheet, row, values, texts: cells.map(shownText), refused }
}
