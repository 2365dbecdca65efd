import type { RejectedCell } from '../../shared/models/import.ts'
import { isEmptyText } from '../../shared/rules/empty.ts'
import { withoutBlanks } from '../../shared/rules/text.ts'
import type { CellType, Column } from '../../shared/sheets/sheet.ts'
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
 * What a place lies in: a new one of those ends the repeating of the place, wherever their columns stand, and a new
 * place ends the repeating of none of them.
 */
const lyingIn: Partial<Record<CellType, readonly CellType[]>> = {
  community: ['street'],
  branch: ['street', 'community'],
  estate: ['street', 'community'],
  place: ['street', 'community'],
}

/**
 * Fills blank cells of the repeating columns with the value above. A new value in one of them ends the repeating of
 * those after it, and of what lies in it: under a new community, no branch of the old one goes on.
 */
export const fillDown = (
  columns: readonly LocatedColumn[],
): ((cells: readonly Cell[]) => readonly Cell[]) => {
  const repeating = columns.filter(({ column }) => column.repeats === true)
  const lies = (inner: Column, outer: Column) => lyingIn[inner.type]?.includes(outer.type) === true
  const endedBy = repeating.map(({ column }, at) =>
    repeating.flatMap((other, place) =>
      lies(column, other.column) || (place < at && !lies(other.column, column)) ? [other.index] : [],
    ),
  )
  const last = new Map<number, Cell>()
  const fresh = new Set<number>()
  if (repeating.length === 0) return (cells) => cells
  return (cells) => {
    fresh.clear()
    let blanks = 0
    for (const { index } of repeating) {
      const cell = cells[index] ?? null
      if (blank(cell)) blanks += 1
      else {
        if (shownText(cell) !== shownText(last.get(index) ?? null)) fresh.add(index)
        last.set(index, cell)
      }
    }
    if (blanks === 0) return cells
    let row: Cell[] | null = null
    for (const [at, { index }] of repeating.entries()) {
      if (!blank(cells[index] ?? null)) continue
      if (fresh.size > 0 && endedBy[at]?.some((other) => fresh.has(other)) === true) last.delete(index)
      const above = last.get(index) ?? null
      if (above === null) continue
      row ??= [...cells]
      while (row.length < index) row.push(null)
      row[index] = above
    }
    return row ?? cells
  }
}

const ditto: ReadonlySet<string> = new Set(['同上', '〃', '″', '"', '”', '″″', '""', '””'])

/** 同上 and 〃 mean what the cell above says, in whatever column. */
export const sayAgain = (
  columns: readonly LocatedColumn[],
): ((cells: readonly Cell[]) => readonly Cell[]) => {
  const indexes = columns.map(({ index }) => index)
  let above: readonly Cell[] = []
  return (cells) => {
    let row: Cell[] | null = null
    for (const index of indexes) {
      const cell = cells[index] ?? null
      if (typeof cell !== 'string' || cell.length > 4 || !ditto.has(withoutBlanks(cell))) continue
      row ??= [...cells]
      row[index] = above[index] ?? null
    }
    above = row ?? cells
    return above
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
