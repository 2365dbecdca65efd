import { maskPhone } from '../../../shared/rules/masking.ts'
import { nameKey } from '../../../shared/rules/names.ts'
import type { KnownPerson } from '../../database/import-snapshot.ts'
import { asNew, questionKey } from './decisions.ts'
import type { Office } from './office.ts'
import { type PersonFacts, phonesOf } from './person-facts.ts'
import type { RowReport } from './report.ts'

/** Where the person of a row is looked for by name alone, and what is said when somebody new is planned. */
export interface Looking {
  /** Units in which the name alone may mean somebody, nearest first. */
  readonly lookIn: readonly string[]
  /** e.g. “志愿者”; null: no line of its own in the preview. */
  readonly what: string | null
}

/** Whom a row means, before anything is planned: somebody known, or somebody new (decided so, under a key). */
export type FoundPerson =
  | { readonly kind: 'known'; readonly person: KnownPerson }
  | { readonly kind: 'new'; readonly decidedKey: string | null }

/**
 * The person a row means: by ID number, else by name and phone, else by name and unit, else as the user decided.
 * Refuses the row, and answers null, where the user has to decide, or the ID number stands under another name. Somebody
 * new who is much like somebody known is offered as a question. Plans nothing: a row with several people can be refused
 * whole.
 */
export const findPerson = (
  row: RowReport,
  office: Office,
  facts: PersonFacts,
  lookIn: readonly string[],
): FoundPerson | null => {
  const { people, decisions } = office
  if (refusedIdNumber(row, office, facts)) return null
  const exact = people.exact(facts)
  if (exact !== null) return { kind: 'known', person: exact }
  const key = () => personKey(facts, lookIn)
  const decided = decisions.lookUp(key)
  const chosen = decided === null || decided === asNew ? null : people.get(decided)
  if (chosen !== null) return { kind: 'known', person: chosen }
  if (decided === asNew) return { kind: 'new', decidedKey: key() }
  const there = people.inUnits(facts, lookIn)
  const [only, ...others] = there
  const known = only !== undefined && (phonesOf(facts).length === 0 || phonesOf(only).length === 0)
  if (only !== undefined && others.length === 0 && known) return { kind: 'known', person: only }
  if (there.length > 1 && phonesOf(facts).length === 0 && !facts.idNumber) {
    refuseNamesakes(row, key(), facts, there)
    return null
  }
  offerAlike(row, office, key, facts, decided, there)
  return { kind: 'new', decidedKey: null }
}

/** Plans what the row says of the person found. `what` as in `Looking`. */
export const takePerson = (
  found: FoundPerson,
  row: RowReport,
  office: Office,
  facts: PersonFacts,
  what: string | null,
): KnownPerson => {
  if (found.kind === 'known') return office.people.update(found.person, facts, row)
  const person = office.people.create(facts)
  if (found.decidedKey !== null) office.decisions.settled.set(found.decidedKey, person.id)
  if (what === null) row.createdQuietly('people')
  else row.created('people', what, person.name)
  return person
}

/** Finds the person and plans what the row says of them; null when the row is refused. */
export const personOf = (
  row: RowReport,
  office: Office,
  facts: PersonFacts,
  { lookIn, what }: Looking,
): KnownPerson | null => {
  const found = findPerson(row, office, facts, lookIn)
  return found === null ? null : takePerson(found, row, office, facts, what)
}

export const personKey = (facts: PersonFacts, lookIn: readonly string[]): string =>
  questionKey(
    'person',
    nameKey(facts.name),
    facts.idNumber ?? null,
    phonesOf(facts)[0] ?? null,
    lookIn[0] ?? null,
  )

/** An ID number that stands under another name is a slip in one of the two places. */
export const refusedIdNumber = (row: RowReport, office: Office, facts: PersonFacts): boolean => {
  const other = office.people.otherWithIdNumber(facts)
  if (other === null) return false
  const [surname = ''] = other.name
  row.refuse('idNumber', `这个身份证号已登记在另一个姓名（${surname}＊）名下，请核对`)
  return true
}

const refuseNamesakes = (
  row: RowReport,
  key: string,
  facts: PersonFacts,
  there: readonly KnownPerson[],
): void =>
  row.refuse('name', `有 ${there.length} 个同名的人，请填写联系电话或身份证号`, {
    key,
    text: `“${facts.name}”是哪一位？`,
    options: [...there.map(optionOf), { value: asNew, label: '都不是，新增一人' }],
    unless: null,
  })

/** How a known person is told from a namesake on screen: masked. */
export const optionOf = (person: KnownPerson): { readonly value: string; readonly label: string } => {
  const [phone] = phonesOf(person)
  const signs = [
    phone === undefined ? null : maskPhone(phone),
    person.birthDate,
    person.address === null ? null : person.address.slice(0, 20),
  ].filter((sign) => sign !== null)
  return {
    value: person.id,
    label: signs.length === 0 ? person.name : `${person.name}（${signs.join('，')}）`,
  }
}

/**
 * 近似重复: the same name with a phone or ID number one slip away, or the same birth date; or `nearby`, in the same unit
 * with another phone, who may have a new one.
 */
export const offerAlike = (
  row: RowReport,
  office: Office,
  key: () => string,
  facts: PersonFacts,
  decided: string | null,
  nearby: readonly KnownPerson[] = [],
): void => {
  if (decided !== null) return
  const alike = [...new Set([...office.people.alike(facts), ...nearby])].slice(0, 3)
  if (alike.length === 0) return
  row.ask({
    key: key(),
    text: `“${facts.name}”与已有的人很像，是同一人吗？`,
    options: [
      ...alike.map((person) => ({ value: person.id, label: `同一人：${optionOf(person).label}` })),
      { value: asNew, label: '不是，按新人导入' },
    ],
    unless: asNew,
  })
}
