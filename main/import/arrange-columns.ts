import type { Arranged, LocatedColumn, Table } from './located-table.ts'

/** Headers of the columns that are not used, a heading over several columns once. */
export const ignoredOf = (
  headers: readonly string[],
  columns: readonly LocatedColumn[],
): readonly string[] => {
  const used = new Set(columns.map(({ index }) => index))
  const names = new Set(columns.map(({ header }) => header))
  return headers.filter(
    (header, index) =>
      header !== '' && !used.has(index) && !(header === headers[index - 1] && names.has(header)),
  )
}

/** The columns as a person, or the memory of one, decided: a field is in one column only. */
export const arrangeColumns = (table: Table, arranged: Arranged | undefined): Table => {
  const choices = Object.entries(arranged?.columns ?? {}).map(([index, field]): [number, string | null] => [
    Number(index),
    field,
  ])
  if (arranged === undefined || choices.length === 0) return table
  const byIndex = new Map(table.columns.map((one) => [one.index, one]))
  for (const [index, field] of choices) {
    byIndex.delete(index)
    if (field === null) continue
    const column = table.sheet.columns.find((one) => one.field === field)
    if (column === undefined) continue
    for (const [other, one] of byIndex) if (one.column.field === field) byIndex.delete(other)
    const header = table.headers[index] ?? ''
    byIndex.set(index, { column, index, header, how: arranged.how, sure: 100 })
  }
  const columns = [...byIndex.values()].sort((a, b) => a.index - b.index)
  return { ...table, columns, ignored: ignoredOf(table.headers, columns) }
}
