import { nameKey } from '../../../shared/rules/names.ts'
import type { KnownPerson } from '../../database/import-snapshot.ts'
import { mayBeOne, type PersonFacts, phonesOf } from './person-facts.ts'

/** Everybody, by ID number, by name and phone, and by name and unit. */
export class PersonIndex {
  private readonly byId = new Map<string, KnownPerson>()
  private readonly byIdNumber = new Map<string, string>()
  private readonly byPhone = new Map<string, string[]>()
  private readonly byUnit = new Map<string, string[]>()
  private readonly byName = new Map<string, string[]>()

  /** Takes in a person, or what has become of one: an old phone no longer leads to them. */
  put(person: KnownPerson): void {
    const old = this.byId.get(person.id)
    if (old !== undefined) {
      for (const key of phoneKeys(old)) removeFrom(this.byPhone, key, old.id)
    }
    this.byId.set(person.id, person)
    if (person.idNumber !== null) this.byIdNumber.set(person.idNumber, person.id)
    for (const key of phoneKeys(person)) addTo(this.byPhone, key, person.id)
  }

  /** The person is a member of the unit, or holds a post in it. */
  joins(personId: string, unitId: string): void {
    const person = this.byId.get(personId)
    if (person !== undefined) addTo(this.byUnit, `${nameKey(person.name)}/${unitId}`, personId)
  }

  get(id: string): KnownPerson | null {
    return this.byId.get(id) ?? null
  }

  withIdNumber(idNumber: string): KnownPerson | null {
    return this.get(this.byIdNumber.get(idNumber) ?? '')
  }

  /** Who the facts name beyond doubt: the same name with the same ID number, or else with the same phone. */
  exact(facts: PersonFacts): KnownPerson | null {
    const numbered = facts.idNumber ? this.withIdNumber(facts.idNumber) : null
    if (numbered !== null) return nameKey(numbered.name) === nameKey(facts.name) ? numbered : null
    for (const key of phoneKeys(facts)) {
      const same = this.people(this.byPhone.get(key)).find((person) => mayBeOne(facts, person))
      if (same !== undefined) return same
    }
    return null
  }

  /** Somebody who was on record before the file: namesakes who may be meant are looked for among these. */
  putKnown(person: KnownPerson): void {
    this.put(person)
    addTo(this.byName, nameKey(person.name), person.id)
  }

  /** Everybody of the name who was on record before the file. */
  named(name: string): readonly KnownPerson[] {
    return this.people(this.byName.get(nameKey(name)))
  }

  /** Those of the unit who have the name and may be meant. */
  namesakes(facts: PersonFacts, unitId: string): readonly KnownPerson[] {
    const there = this.people(this.byUnit.get(`${nameKey(facts.name)}/${unitId}`))
    return there.filter((person) => mayBeOne(facts, person))
  }

  private people(ids: readonly string[] | undefined): readonly KnownPerson[] {
    return ids === undefined ? none : ids.flatMap((id) => this.byId.get(id) ?? [])
  }
}

const phoneKeys = (person: PersonFacts | KnownPerson): readonly string[] => {
  const phones = phonesOf(person)
  if (phones.length === 0) return phones
  const name = nameKey(person.name)
  return phones.map((phone) => `${name}/${phone}`)
}

const none: readonly KnownPerson[] = []

const addTo = (lists: Map<string, string[]>, key: string, id: string): void => {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [id])
  else if (!list.includes(id)) list.push(id)
}

const removeFrom = (lists: Map<string, string[]>, key: string, id: string): void => {
  const list = lists.get(key)
  const at = list?.indexOf(id) ?? -1
  if (at >= 0) list?.splice(at, 1)
}
