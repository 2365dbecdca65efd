import { branchKey, communityKey, groupKey, streetKey } from '../../shared/rules/unit-names.ts'
import type { CellType, Sheet } from '../../shared/sheets/sheet.ts'
import type { Grid } from './grid.ts'
import type { ParsedRow, SheetContext, Value } from './parsed-row.ts'

const keyOf = (type: CellType | undefined, value: Value): string => {
  const text = String(value ?? '')
  switch (type) {
    case 'street':
      return streetKey(text)
    case 'community':
      return communityKey(text)
    case 'branch':
      return branchKey(text)
    case 'group':
      return groupKey(text)
    // A voucher's number runs through the year.
    case 'day':
      return text.slice(0, 4)
    default:
      return text
  }
}

/**
 * Finds rows that say again what an earlier row of the files said: the same branch, the same ID number. Rows that are
 * refused for another reason do not count. Feed it the rows in their order; it answers the row, refused if need be.
 */
export const repeatFinder = (
  sheet: Sheet,
  sheets: readonly { readonly grid: Pick<Grid, 'name'> }[],
): ((row: ParsedRow, context: SheetContext) => ParsedRow) => {
  if (sheet.unique === null) return (row) => row
  const { fields, at, what, hint } = sheet.unique
  const types = new Map(sheet.columns.map((column) => [column.field, column.type]))
  const seen = new Map<string, ParsedRow>()
  const nameOf = (row: ParsedRow): string => sheets[row.sheet]?.grid.name ?? ''
  return (row, context) => {
    if (row.refused.length > 0 || (row.values[at] ?? null) === null) return row
    const said = (field: string): Value =>
      row.values[field] ??
      (field === 'community' ? context.community : field === 'street' ? context.street : null)
    const key = fields.map((field) => keyOf(types.get(field), said(field))).join('\u0000')
    const earlier = seen.get(key)
    if (earlier === undefined) {
      seen.set(key, row)
      return row
    }
    const place = earlier.sheet === row.sheet ? '' : `“${nameOf(earlier)}”表`
    const reason = `与${place}第 ${earlier.row} 行的${what}重复${hint === undefined ? '' : `，${hint}`}`
    const column = context.headerOf[at] ?? at
    return { ...row, refused: [{ sheet: nameOf(row), row: row.row, column, reason }] }
  }
}
