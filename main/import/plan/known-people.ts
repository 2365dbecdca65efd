import { fieldLabels } from '../../../shared/labels.ts'
import type { PlannedChange } from '../../../shared/models/import.ts'
import { maskIdNumber, maskPhone } from '../../../shared/rules/masking.ts'
import { nameKey } from '../../../shared/rules/names.ts'
import type { KnownPerson } from '../../database/import-snapshot.ts'
import type { Patch } from '../../database/rows.ts'
import type { NameReadings } from '../parsed-row.ts'
import type { Edits } from './edits.ts'
import type { RowReport } from './report.ts'

/** What a ledger says of a person; a field that is null or missing says nothing. */
export type PersonFacts = Partial<Omit<KnownPerson, 'id' | 'version'>> & { readonly name: string }

const blankPerson: Omit<KnownPerson, 'id' | 'version' | 'name'> = {
  gender: null,
  ethnicity: null,
  birthDate: null,
  idNumber: null,
  phone: null,
  phone2: null,
  landline: null,
  education: null,
  occupation: null,
  address: null,
  category: null,
  joinedOn: null,
  confirmedOn: null,
  partyStatus: null,
  outOfContact: null,
  outOfContactSince: null,
  floating: null,
  floatingTo: null,
  note: '',
}

const phonesOf = (person: Partial<KnownPerson>): readonly string[] =>
  [person.phone, person.phone2].filter((phone): phone is string => typeof phone === 'string' && phone !== '')

/** Text of a value in the preview; personal data masked. */
const shown = (field: string, value: unknown): string => {
  if (value === null || value === undefined || value === '') return ''
  if (field === 'idNumber') return maskIdNumber(String(value))
  if (field === 'phone' || field === 'phone2' || field === 'landline') return maskPhone(String(value))
  if (field === 'category') return value === 'full' ? '正式党员' : '预备党员'
  if (field === 'outOfContact' || field === 'floating') return value === 1 ? '是' : '否'
  return String(value)
}

/** Everybody, found by ID number, by name and phone, or by name and unit. */
export class KnownPeople {
  private readonly byId = new Map<string, KnownPerson>()
  private readonly byIdNumber = new Map<string, string>()
  private readonly byPhone = new Map<string, string[]>()
  private readonly byUnit = new Map<string, Set<string>>()

  constructor(
    private readonly readings: NameReadings,
    private readonly edits: Edits,
  ) {}

  /** Takes in somebody who is on record, or has just been planned. */
  add(person: KnownPerson): void {
    this.byId.set(person.id, person)
    if (person.idNumber !== null) this.byIdNumber.set(person.idNumber, person.id)
    for (const phone of phonesOf(person)) {
      const key = `${nameKey(person.name)}/${phone}`
      const ids = this.byPhone.get(key)
      if (ids === undefined) this.byPhone.set(key, [person.id])
      else if (!ids.includes(person.id)) ids.push(person.id)
    }
  }

  /** The person is a member of the unit, or holds a post in it. */
  joins(personId: string, unitId: string): void {
    const person = this.byId.get(personId)
    if (person === undefined) return
    const key = `${nameKey(person.name)}/${unitId}`
    const ids = this.byUnit.get(key)
    if (ids === undefined) this.byUnit.set(key, new Set([personId]))
    else ids.add(personId)
  }

  get(id: string): KnownPerson | null {
    return this.byId.get(id) ?? null
  }

  /**
   * Who is meant: by ID number, else by name and phone, else by name and unit where only one there has the name.
   * Two different ID numbers are never one person; nor are two different phones, but for the unit that the row itself
   * is about (`ownUnit`): there a new phone of the same name is a mended one.
   */
  find(facts: PersonFacts, ownUnit: string, otherUnits: readonly string[]): KnownPerson | null {
    const byNumber = facts.idNumber ? this.byIdNumber.get(facts.idNumber) : undefined
    if (byNumber !== undefined) return this.get(byNumber)
    const mayBe = (id: string): boolean => {
      const known = this.byId.get(id)?.idNumber ?? null
      return known === null || !facts.idNumber || known === facts.idNumber
    }
    const name = nameKey(facts.name)
    for (const phone of phonesOf(facts)) {
      const same = this.byPhone.get(`${name}/${phone}`)?.filter(mayBe) ?? []
      if (same[0] !== undefined) return this.get(same[0])
    }
    return this.findInUnits(name, facts, ownUnit, otherUnits, mayBe)
  }

  /** Plans a new person; not counted in the preview's lines, which the caller adds. */
  create(facts: PersonFacts): KnownPerson {
    const reading = this.readings[facts.name] ?? { pinyin: '', initials: '' }
    const fields = { ...blankPerson, ...said(facts), name: facts.name }
    const id = this.edits.insert('person', { ...fields, ...reading })
    const person: KnownPerson = { ...fields, id, version: 1 }
    this.add(person)
    return person
  }

  /** Plans what the ledger says differently. A blank never overwrites a value. */
  update(person: KnownPerson, facts: PersonFacts, row: RowReport): KnownPerson {
    const old: Readonly<Record<string, unknown>> = { ...person }
    const wanted = { ...said(facts), ...this.phones(person, facts) }
    const patch = Object.fromEntries(
      Object.entries(wanted).filter(([field, value]) => old[field] !== value),
    ) as Patch<'person'>
    const fields = Object.keys(patch)
    if (fields.length === 0) return person
    const reading = fields.includes('name') ? (this.readings[facts.name] ?? {}) : {}
    this.edits.update('person', person.id, person.version, { ...patch, ...reading })
    const changed: KnownPerson = { ...person, ...patch }
    this.add(changed)
    if (!this.edits.isNew('person', person.id)) {
      row.updated('people', person.id, '人员', changed.name, this.changes(fields, old, patch))
    }
    return changed
  }

  private changes(
    fields: readonly string[],
    old: Readonly<Record<string, unknown>>,
    patch: Readonly<Record<string, unknown>>,
  ): PlannedChange['changes'] {
    return fields.map((field) => ({
      field: fieldLabels['person']?.[field] ?? field,
      before: shown(field, old[field]),
      after: shown(field, patch[field]),
    }))
  }

  private findInUnits(
    name: string,
    facts: PersonFacts,
    ownUnit: string,
    otherUnits: readonly string[],
    mayBe: (id: string) => boolean,
  ): KnownPerson | null {
    for (const unitId of [ownUnit, ...otherUnits]) {
      const there = [...(this.byUnit.get(`${name}/${unitId}`) ?? [])].filter(mayBe)
      const person = there.length === 1 && there[0] !== undefined ? this.get(there[0]) : null
      if (person === null) continue
      const otherPhone = phonesOf(facts).length > 0 && phonesOf(person).length > 0
      const mended = unitId === ownUnit && !facts.idNumber
      if (mended || !otherPhone) return person
    }
    return null
  }

  /** Numbers that are on record already, in whatever order, are no change. */
  private phones(person: KnownPerson, facts: PersonFacts): Partial<Pick<KnownPerson, 'phone' | 'phone2'>> {
    const known = phonesOf(person)
    const [first, second] = phonesOf(facts)
    if (first === undefined || phonesOf(facts).every((phone) => known.includes(phone))) {
      return { phone: person.phone, phone2: person.phone2 }
    }
    if (second !== undefined) return { phone: first, phone2: second }
    return person.phone2 === first ? {} : { phone: first, phone2: person.phone2 }
  }
}

/** Only the fields that say something. */
const said = (facts: PersonFacts): Partial<KnownPerson> =>
  Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  )
