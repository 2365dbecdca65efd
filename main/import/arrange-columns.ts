import type { Column } from '../../shared/sheets/sheet.ts'
import type { Arranged, DateParts, LocatedColumn, Table } from './located-table.ts'

const yearColumn = ({ year }: DateParts): number | null =>
  year !== null && 'column' in year ? year.column : null

/** Headers of the columns that are not used, a heading over several columns once. */
export const ignoredOf = (
  headers: readonly string[],
  columns: readonly LocatedColumn[],
): readonly string[] => {
  const used = new Set(
    columns.flatMap(({ index, parts }) =>
      parts === undefined ? [index] : [index, parts.month, parts.day ?? index, yearColumn(parts) ?? index],
    ),
  )
  const names = new Set(columns.map(({ header }) => header))
  return headers.filter(
    (header, index) =>
      header !== '' && !used.has(index) && !(header === headers[index - 1] && names.has(header)),
  )
}

const isDate = ({ type }: Column): boolean => type === 'date' || type === 'day' || type === 'born'

/** The columns as a person, or the memory of one, decided: a field is in one column only. */
export const arrangeColumns = (table: Table, arranged: Arranged | undefined): Table => {
  const choices = Object.entries(arranged?.columns ?? {}).map(([index, field]): [number, string | null] => [
    Number(index),
    field,
  ])
  if (arranged === undefined || choices.length === 0) return table
  const byIndex = new Map(table.columns.map((one) => [one.index, one]))
  // What a column is called does not change of how many it is put together.
  const dateParts = new Map(table.columns.map(({ index, parts }) => [index, parts]))
  for (const [index, field] of choices) {
    byIndex.delete(index)
    if (field === null) continue
    const column = table.sheet.columns.find((one) => one.field === field)
    if (column === undefined) continue
    for (const [other, one] of byIndex) if (one.column.field === field) byIndex.delete(other)
    const header = table.headers[index] ?? ''
    const parts = isDate(column) ? dateParts.get(index) : undefined
    const chosen = { column, index, header, how: arranged.how, sure: 100 }
    byIndex.set(index, parts === undefined ? chosen : { ...chosen, parts })
  }
  const columns = [...byIndex.values()].sort((a, b) => a.index - b.index)
  return { ...table, columns, ignored: ignoredOf(table.headers, columns) }
}
