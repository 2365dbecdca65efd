import type { CheckedRow, CheckPage, RowFilter } from '../../../shared/models/import.ts'
import { rowFilters } from '../../../shared/models/import.ts'
import { columnTitle } from '../../../shared/sheets/sheet.ts'
import { shownText } from '../grid.ts'
import type { LocatedColumn } from '../locate-table.ts'
import type { ParsedRow } from '../parsed-row.ts'
import { masked } from './masked.ts'
import { type ArrangedSheet, rowKey, type SessionState } from './session-state.ts'

export interface PageWanted {
  readonly group: string
  readonly filter: RowFilter
  /** Rows in which a cell holds it; empty: all. */
  readonly text: string
  readonly offset: number
  readonly limit: number
}

/** A page of the rows of one group of sheets, as the last plan found them. */
export const checkPage = (state: SessionState, wanted: PageWanted): CheckPage => {
  const sheets = new Map(
    state.sheets.filter((one) => one.used && one.group === wanted.group).map((one) => [one.index, one]),
  )
  const columns = [...sheets.values()][0]?.table?.columns ?? []
  const counts: Record<RowFilter, number> = { all: 0, bad: 0, warned: 0, mended: 0, out: 0 }
  const text = wanted.text.trim()
  const rows: CheckedRow[] = []
  let total = 0
  for (const row of state.rows) {
    const sheet = sheets.get(row.sheet)
    if (sheet === undefined || (text !== '' && !holds(row, text))) continue
    const is = statesOf(state, row)
    for (const filter of rowFilters) if (is[filter]) counts[filter] += 1
    if (!is[wanted.filter]) continue
    if (total >= wanted.offset && rows.length < wanted.limit)
      rows.push(checkedRow(state, sheet, row, columns))
    total += 1
  }
  return {
    columns: columns.map(({ index, header, column }) => ({
      index,
      header,
      field: column.field,
      label: columnTitle(column),
    })),
    total,
    counts,
    rows,
  }
}

const holds = (row: ParsedRow, text: string): boolean =>
  row.cells.some((cell) => shownText(cell).includes(text))

const statesOf = (state: SessionState, row: ParsedRow): Readonly<Record<RowFilter, boolean>> => {
  const out = state.out.size > 0 && state.out.has(rowKey(row))
  const report = state.plan?.report
  const bad = report === undefined ? row.refused.length > 0 : report.refusedOf.has(row.index)
  return {
    all: true,
    bad: bad && !out,
    warned: (report?.warningsOf.has(row.index) ?? false) && !out,
    mended: state.mends.size > 0 && state.mends.has(rowKey(row)),
    out,
  }
}

const checkedRow = (
  state: SessionState,
  sheet: ArrangedSheet,
  row: ParsedRow,
  columns: readonly LocatedColumn[],
): CheckedRow => {
  const refused = state.plan?.report.refusedOf.get(row.index) ?? row.refused
  const bad = refused.map((cell) => ({
    column: columns.findIndex((column) => column.header === cell.column),
    reason: cell.reason,
    ...(cell.question === undefined ? {} : { question: cell.question }),
  }))
  const inFull = new Set(bad.map((cell) => cell.column))
  const is = statesOf(state, row)
  return {
    index: row.index,
    sheet: sheet.grid.name,
    row: row.row,
    out: is.out,
    mended: is.mended,
    cells: columns.map(({ index, column }, place) => {
      const text = shownText(row.cells[index])
      return inFull.has(place) ? text : masked(column.type, text)
    }),
    bad: is.out ? [] : bad,
    warnings: state.plan?.report.warningsOf.get(row.index) ?? [],
  }
}
