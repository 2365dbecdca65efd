import type { SheetFound } from '../../shared/models/import.ts'
import { communityIn, streetIn } from '../../shared/rules/unit-names.ts'
import type { Table } from './locate-table.ts'
import type { SheetContext } from './parsed-row.ts'

/** 填报单位 says it best; then the other lines above the table. */
const byWeight = (lines: readonly string[]): readonly string[] => [
  ...lines.filter((line) => line.includes('单位')),
  ...lines.filter((line) => !line.includes('单位')),
]

const firstOf = (lines: readonly string[], find: (line: string) => string | null): string | null => {
  for (const line of lines) {
    const found = find(line)
    if (found !== null) return found
  }
  return null
}

/** Street and community that hold for the whole sheet: from the lines above its table, else from its name. */
export const contextOf = (sheetName: string, table: Table): SheetContext => {
  const lines = byWeight(table.above)
  return {
    street: firstOf(lines, streetIn) ?? streetIn(sheetName),
    community: firstOf(lines, communityIn) ?? communityIn(sheetName),
    headers: table.headers,
    headerOf: Object.fromEntries(table.columns.map(({ column, header }) => [column.field, header])),
  }
}

/** What the preview tells of a sheet. */
export const describeSheet = (sheetName: string, table: Table | null, dataRows: number): SheetFound => ({
  sheet: sheetName,
  ledger: table?.sheet.ledger ?? null,
  headerRows:
    table === null
      ? []
      : Array.from({ length: table.headerBottom - table.headerTop + 1 }, (_, i) => table.headerTop + i + 1),
  columns: (table?.columns ?? []).map(({ column, header }) => ({
    header,
    field: column.field,
    label: column.group === undefined ? column.label : `${column.group}·${column.label}`,
    how: 'header' as const,
  })),
  ignoredColumns: table?.ignored ?? [],
  dataRows,
})
