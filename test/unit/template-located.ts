import type { Grid } from '../../main/import/grid.ts'
import { locateTable, type Table } from '../../main/import/locate-table.ts'
import { headerMatcher } from '../../main/import/match-header.ts'
import type { Sheet } from '../../shared/sheets/sheet.ts'

/** The table of a sheet as the import finds it. */
export const located = (grid: Grid, sheets: readonly Sheet[]): Table | null => {
  const table = locateTable(grid, sheets.map(headerMatcher))
  if (table !== null) return table
  // Until locateTable takes one of several sets of fields, it is given each set as a ledger of its own.
  const single = sheets.flatMap((sheet) =>
    sheet.knownBy.map((fields) => ({ ...sheet, knownBy: fields as never })),
  )
  return locateTable(grid, single.map(headerMatcher))
}
