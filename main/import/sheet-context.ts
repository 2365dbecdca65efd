import { communityIn, streetIn } from '../../shared/rules/unit-names.ts'
import type { Table } from './locate-table.ts'
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

const yearIn = (line: string): number | null => {
  const year = /(?<!\d)((?:19|20)\d{2})(?:\s*年|(?!\d))/u.exec(line)?.[1]
  return year === undefined ? null : Number(year)
}

/** Street, community, year and unit of money that hold for the whole sheet. */
export const contextOf = (sheetName: string, fileName: string, table: Table): SheetContext => {
  const lines = byWeight(table.above)
  return {
    street: firstOf(lines, streetIn) ?? streetIn(sheetName),
    community: firstOf(lines, communityIn) ?? communityIn(sheetName),
    year: firstOf([...table.above, sheetName, fileName], yearIn),
    yuan: table.above.some((line) => /单位\s*[:：]\s*万元/u.test(line)) ? 10_000 : 1,
    title: [...table.above, sheetName, fileName].join(' '),
    headers: table.headers,
    headerOf: Object.fromEntries(table.columns.map(({ column, header }) => [column.field, header])),
  }
}
