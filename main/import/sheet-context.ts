import type { SheetFound } from '../../shared/models/import.ts'
import { communityNamed, streetNamed } from './community-name.ts'
import type { Table } from './located-table.ts'
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

/** A paragraph of instructions names communities only in passing. */
const longestLine = 60

/**
 * Street and community that hold for the whole sheet: from the lines above its table, else from its name, else from
 * the name of the file.
 */
export const contextOf = (sheetName: string, table: Table, fileName = ''): SheetContext => {
  const lines = [
    ...byWeight(table.above.filter((line) => line.length <= longestLine)),
    sheetName,
    fileName.replace(/\.[^.]+$/, ''),
  ]
  return {
    street: firstOf(lines, streetNamed),
    community: firstOf(lines, communityNamed),
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
