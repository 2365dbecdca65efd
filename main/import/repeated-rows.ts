import { branchKey, communityKey, groupKey, streetKey } from '../../shared/rules/unit-names.ts'
import type { CellType, Sheet } from '../../shared/sheets/sheet.ts'
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
    default:
      return text
  }
}

/**
 * Finds rows that say again what an earlier row of the file said: the same branch, the same ID number. Rows that are
 * refused for another reason do not count. Feed it the rows in their order; it answers the row, refused if need be.
 */
export const repeatFinder = (sheet: Sheet, sheetNames: readonly string[]) => {
  const { fields, at, what } = sheet.unique
  const types = new Map(sheet.columns.map((column) => [column.field, column.type]))
  const seen = new Map<string, ParsedRow>()
  return (row: ParsedRow, context: SheetContext): ParsedRow => {
    if (row.refused.length > 0 || (row.values[at] ?? null) === null) return row
    const key = fields.map((field) => keyOf(types.get(field), row.values[field] ?? null)).join('\u0000')
    const earlier = seen.get(key)
    if (earlier === undefined) {
      seen.set(key, row)
      return row
    }
    const place = earlier.sheet === row.sheet ? '' : `“${sheetNames[earlier.sheet] ?? ''}”表`
    const reason = `与${place}第 ${earlier.row} 行的${what}重复`
    const column = context.headerOf[at] ?? at
    return { ...row, refused: [{ sheet: sheetNames[row.sheet] ?? '', row: row.row, column, reason }] }
  }
}
