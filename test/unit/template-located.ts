import type { Grid } from '../../main/import/grid.ts'
import { locateTable, type Table } from '../../main/import/locate-table.ts'
import { headerMatcher } from '../../main/import/match-header.ts'
import type { Sheet } from '../../shared/sheets/sheet.ts'

/** The table of a sheet as the import finds it. */
export const located = (grid: Grid, sheets: readonly Sheet[]): Table | null => {
  const table = locateTable(grid, sheets.map(headerMatcher))
  if (table !== null) return table
  // Until locateTable takes one of several sets of fields, it is given the first set alone.
  const single = sheets.map((sheet) => ({ ...sheet, knownBy: sheet.knownBy[0] as never }))
  return locateTable(grid, single.map(headerMatcher))
}
