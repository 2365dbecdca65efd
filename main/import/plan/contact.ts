import type { PersonFacts } from './person-facts.ts'
import type { RowReport } from './report.ts'

/** Name and phones that a row gives under `field`; null without a name. */
export const contactOf = (row: RowReport, field: string): PersonFacts | null => {
  const name = row.text(field)
  if (name === null) return null
  return { name, phone: row.text(`${field}Phone`), phone2: row.text(`${field}Phone2`) }
}
