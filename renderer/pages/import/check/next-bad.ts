import type { CheckedRow } from '../../../../shared/models/import.ts'
import type { GridPlace } from '../../../components/cell-grid.tsx'

/** Where a row's problems stand, in columns of the grid, left to right; one of the row as a whole is at its state. */
const places = (row: CheckedRow, leading: number): readonly number[] =>
  row.out
    ? []
    : row.bad.map(({ column }) => (column < 0 ? leading - 1 : column + leading)).sort((a, b) => a - b)

/** The first bad cell after `from` among rows that begin at position `offset`, or null. */
export const nextBadIn = (
  rows: readonly (CheckedRow | undefined)[],
  offset: number,
  from: GridPlace,
  leading: number,
): GridPlace | null => {
  for (const [at, row] of rows.entries()) {
    const position = offset + at
    if (row === undefined || position < from.row) continue
    const column = places(row, leading).find((place) => position > from.row || place > from.column)
    if (column !== undefined) return { row: position, column }
  }
  return null
}
