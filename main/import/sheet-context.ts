import { columnTitle } from '../../shared/sheets/sheet.ts'
import type { Table } from './located-table.ts'
import { communityNamed, streetNamed } from './named-units.ts'
import type { SheetContext } from './parsed-row.ts'

/** 填报单位 says it best; then the other lines above the table. */
const byWeight = (lines: readonly string[]): readonly string[] => [
  ...lines.filter((line) => line.includes('单位')),
  ...lines.filter((line) => !line.includes('单位')),
]

const firstOf = <T>(lines: readonly string[], find: (line: string) => T | null): T | null => {
  for (const line of lines) {
    const found = find(line)
    if (found !== null) return found
  }
  return null
}

/** A paragraph of instructions names communities only in passing. */
const longestLine = 60

const yearIn = (line: string): number | null => {
  const year = /(?<!\d)((?:19|20)\d{2})(?:\s*年|(?!\d))/u.exec(line)?.[1]
  return year === undefined ? null : Number(year)
}

/**
 * Street, community, year and unit of money that hold for the whole sheet: from the lines above its table, else from
 * its name, else from the name of the file.
 */
export const contextOf = (sheetName: string, table: Table, fileName = ''): SheetContext => {
  const above = table.above.filter((line) => line.length <= longestLine)
  const file = fileName.replace(/\.[^.]+$/, '')
  const lines = [...byWeight(above), sheetName, file]
  return {
    street: firstOf(lines, streetNamed),
    community: firstOf(lines, communityNamed),
    year: firstOf([...above, sheetName, file], yearIn),
    yuan: above.some((line) => /单位\s*[:：]\s*万元/u.test(line)) ? 10_000 : 1,
    title: [...above, sheetName, file].join(' '),
    headers: table.headers,
    headerOf: Object.fromEntries(table.columns.map(({ column, header }) => [column.field, header])),
    labelOf: Object.fromEntries(table.sheet.columns.map((column) => [column.field, columnTitle(column)])),
  }
}
