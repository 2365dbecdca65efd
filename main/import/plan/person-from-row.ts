import { nameKey } from '../../../shared/rules/names.ts'
import { type PersonFacts, phonesOf } from './person-facts.ts'
import type { RowReport } from './report.ts'

/** What the plain person columns of a row say; null without a name. Fields the ledger does not have say nothing. */
export const personFromRow = (row: RowReport): PersonFacts | null => {
  const name = row.text('name')
  if (name === null) return null
  return {
    name,
    idNumber: row.text('idNumber'),
    gender: row.text('gender'),
    birthDate: row.text('birthDate'),
    phone: row.text('phone'),
    phone2: row.text('phone2'),
    address: row.text('address'),
    occupation: row.text('occupation'),
    politicalStatus: row.text('politicalStatus'),
  }
}

/** Tells people of a file apart as far as it names them. */
export const saidPerson = (facts: PersonFacts): string =>
  `${nameKey(facts.name)}/${facts.idNumber ?? phonesOf(facts)[0] ?? ''}`
