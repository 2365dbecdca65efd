import type { KnownPerson } from '../../database/import-snapshot.ts'

/** What a ledger says of a person; a field that is null or missing says nothing. */
export type PersonFacts = Partial<Omit<KnownPerson, 'id' | 'version'>> & { readonly name: string }

export const phonesOf = (person: Partial<KnownPerson>): readonly string[] =>
  [person.phone, person.phone2].filter((phone): phone is string => typeof phone === 'string' && phone !== '')

/** Only the fields that say something. */
export const said = (facts: PersonFacts): Partial<KnownPerson> => {
  const fields: Record<string, unknown> = {}
  for (const field in facts) {
    const value = facts[field as keyof PersonFacts]
    if (value !== null && value !== undefined && value !== '') fields[field] = value
  }
  return fields
}

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

/** True when one character at most was mistyped, or two neighbours changed places. */
const oneSlip = (a: string, b: string): boolean => {
  if (a.length !== b.length || a === b) return false
  const differ = [...a].flatMap((character, index) => (character === b[index] ? [] : [index]))
  const [first = 0, second = 0] = differ
  return (
    differ.length === 1 ||
    (differ.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first])
  )
}

/** Of two people of one name: whether they may be one, by a phone or ID number one slip away, or the birth date. */
export const isAlike = (facts: PersonFacts, known: KnownPerson): boolean => {
  if (facts.idNumber && known.idNumber !== null) return oneSlip(facts.idNumber, known.idNumber)
  if (facts.birthDate && known.birthDate) return facts.birthDate === known.birthDate
  return phonesOf(facts).some((phone) => phonesOf(known).some((other) => oneSlip(phone, other)))
}
