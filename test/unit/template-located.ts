import type { Grid } from '../../main/import/grid.ts'
import { locateTable, type Table } from '../../main/import/locate-table.ts'
import { headerMatcher } from '../../main/import/match-header.ts'
import type { Sheet } from '../../shared/sheets/sheet.ts'

/** The table of a sheet as the import finds it. */
export const located = (grid: Grid, sheets: readonly Sheet[]): Table | null =>
  locateTable(grid, sheets.map(headerMatcher), { fileName: '' })
