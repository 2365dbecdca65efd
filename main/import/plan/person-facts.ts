import type { KnownPerson } from '../../database/import-snapshot.ts'

/** What a ledger says of a person; a field that is null or missing says nothing. */
export type PersonFacts = Partial<Omit<KnownPerson, 'id' | 'version'>> & { readonly name: string }

export const phonesOf = (person: Partial<KnownPerson>): readonly string[] =>
  [person.phone, person.phone2].filter((phone): phone is string => typeof phone === 'string' && phone !== '')

/** Only the fields that say something. */
export const said = (facts: PersonFacts): Partial<KnownPerson> =>
  Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  )

/** Two different ID numbers are never one person. */
export const mayBeOne = (facts: PersonFacts, known: KnownPerson): boolean =>
  known.idNumber === null || !facts.idNumber || known.idNumber === facts.idNumber

/** The phones after the ledger: numbers that are on record already, in whatever order, are no change. */
export const mendedPhones = (
  person: KnownPerson,
  facts: PersonFacts,
): Partial<Pick<KnownPerson, 'phone' | 'phone2'>> => {
  const known = phonesOf(person)
  const [first, second] = phonesOf(facts)
  if (first === undefined || phonesOf(facts).every((phone) => known.includes(phone))) {
    return { phone: person.phone, phone2: person.phone2 }
  }
  if (second !== undefined) return { phone: first, phone2: second }
  return person.phone2 === first ? {} : { phone: first, phone2: person.phone2 }
}
