import { fieldLabels } from '../../../shared/labels.ts'
import type { PlannedChange } from '../../../shared/models/import.ts'
import { maskIdNumber, maskPhone } from '../../../shared/rules/masking.ts'
import { nameKey } from '../../../shared/rules/names.ts'
import { blankPerson } from '../../database/blank-person.ts'
import type { KnownPerson } from '../../database/import-snapshot.ts'
import type { NewRow, Patch } from '../../database/rows.ts'
import type { NameReader } from '../parsed-row.ts'
import type { Edits } from './edits.ts'
import { isAlike, mendedPhones, type PersonFacts, phonesOf, said } from './person-facts.ts'
import { PersonIndex } from './person-index.ts'
import type { RowReport } from './report.ts'

/** Whom a row of the roster means: somebody, nobody known so far, or what stays open. */
export type Meant = KnownPerson | 'new' | 'ambiguous'

/** Where the holder of a post is looked for. */
export interface Whereabouts {
  readonly ownUnit: string
  /** Id of the person who holds the post now. */
  readonly holder: string | null
  /** Units whose members may be meant by the name, nearest first. */
  readonly lookIn: readonly string[]
}

/** Text of a value in the preview; personal data masked. */
const shown = (field: string, value: unknown): string => {
  if (value === null || value === undefined || value === '') return ''
  if (field === 'idNumber') return maskIdNumber(String(value))
  if (field === 'phone' || field === 'phone2' || field === 'landline') return maskPhone(String(value))
  if (field === 'category') return value === 'full' ? '正式党员' : '预备党员'
  if (field === 'outOfContact' || field === 'floating') return value === 1 ? '是' : '否'
  return String(value)
}

/**
 * Everybody, as the rows planned so far leave them. A new phone of the same name in the same unit mends the record,
 * but never that of somebody whom another row of the file names: those are two people.
 */
export class KnownPeople {
  private readonly index = new PersonIndex()
  private readonly named = new Set<string>()

  constructor(
    private readonly readings: NameReader,
    private readonly edits: Edits,
  ) {}

  /** Takes in somebody who is on record. */
  add(person: KnownPerson): void {
    this.index.putKnown(person)
  }

  joins(personId: string, unitId: string): void {
    this.index.joins(personId, unitId)
  }

  get(id: string): KnownPerson | null {
    return this.index.get(id)
  }

  /** To be called for all rows before any is planned: whom they name beyond doubt, no other row mends. */
  claim(facts: PersonFacts): void {
    const person = this.index.exact(facts)
    if (person !== null) this.named.add(person.id)
  }

  /** Who is meant beyond doubt, or null. */
  exact(facts: PersonFacts): KnownPerson | null {
    return this.index.exact(facts)
  }

  /** Those of the name who are on record in these units, the nearest unit first; two different IDs are two people. */
  inUnits(facts: PersonFacts, unitIds: readonly string[]): readonly KnownPerson[] {
    for (const unitId of unitIds) {
      const there = this.index.namesakes(facts, unitId).filter((person) => !this.named.has(person.id))
      if (there.length > 0) return there
    }
    return []
  }

  /** Namesakes who were known before this file and differ only as a slip of the pen does. */
  alike(facts: PersonFacts): readonly KnownPerson[] {
    return this.index
      .named(facts.name)
      .filter((person) => isAlike(facts, person))
      .slice(0, 3)
  }

  /** Somebody of another name who has the ID number. */
  otherWithIdNumber(facts: PersonFacts): KnownPerson | null {
    const person = facts.idNumber ? this.index.withIdNumber(facts.idNumber) : null
    return person !== null && nameKey(person.name) !== nameKey(facts.name) ? person : null
  }

  /** `rivals`: how many people the file names so in this branch, this one included. */
  findMember(facts: PersonFacts, branchId: string, rivals: number): Meant {
    const exact = this.index.exact(facts)
    if (exact !== null) return exact
    const namesakes = this.index.namesakes(facts, branchId)
    const free = namesakes.filter((person) => !this.named.has(person.id))
    const [only] = rivals > 1 || free.length > 1 ? [] : free
    if (facts.idNumber) {
      const otherPhone = phonesOf(facts).length > 0 && only !== undefined && phonesOf(only).length > 0
      return only === undefined || otherPhone ? 'new' : only
    }
    if (only !== undefined) return only
    const alone = rivals <= 1 && namesakes.length === 0
    return alone || (free.length === 0 && phonesOf(facts).length > 0) ? 'new' : 'ambiguous'
  }

  /** Without a phone, the only one of that name; with one, somebody who has no phone yet or whose phone it mends. */
  findHolder(facts: PersonFacts, { ownUnit, holder, lookIn }: Whereabouts): KnownPerson | null {
    const exact = this.index.exact(facts)
    if (exact !== null) return exact
    const nameOnly = phonesOf(facts).length === 0
    const there = this.index.namesakes(facts, ownUnit)
    const free = there.filter((person) => !this.named.has(person.id))
    const same = (nameOnly ? there : free).find((person) => person.id === holder)
    if (same !== undefined) return same
    if (!nameOnly && free.length === 1 && free[0] !== undefined) return free[0]
    for (const unitId of [ownUnit, ...lookIn]) {
      const [only, ...others] = this.index.namesakes(facts, unitId)
      if (only === undefined || others.length > 0) continue
      if (nameOnly || phonesOf(only).length === 0) return only
    }
    return null
  }

  /** Plans a new person; not counted in the preview's lines, which the caller adds. */
  create(facts: PersonFacts): KnownPerson {
    const id = this.edits.nextId()
    // One object is the record that is looked up and the row that is written: a roster makes tens of thousands. What is
    // not known of the person stands in its prototype.
    const person = Object.assign(
      Object.create(blankPerson) as KnownPerson,
      { id, version: 1, name: facts.name, note: '' },
      said(facts),
      this.readings.person(facts.name),
    )
    this.edits.put('person', id, person as unknown as NewRow<'person'>)
    this.index.put(person)
    this.named.add(id)
    return person
  }

  /** Plans what the ledger says differently. A blank never overwrites a value; the name stays as it is on record. */
  update(person: KnownPerson, facts: PersonFacts, row: RowReport): KnownPerson {
    this.named.add(person.id)
    const old: Readonly<Record<string, unknown>> = { ...blankPerson, ...person }
    const wanted = {
      ...withoutKnownParty(person, said(facts)),
      name: person.name,
      ...mendedPhones(person, facts),
    }
    const patch = Object.fromEntries(
      Object.entries(wanted).filter(([field, value]) => old[field] !== value),
    ) as Patch<'person'>
    const fields = Object.keys(patch)
    if (fields.length === 0) return person
    this.edits.update('person', person.id, person.version, patch)
    const changed: KnownPerson = { ...blankPerson, ...person, ...patch }
    this.index.put(changed)
    if (!this.edits.isNew('person', person.id)) {
      row.updated('people', person.id, '人员', changed.name, changesOf(fields, old, patch))
    }
    return changed
  }
}

/** That somebody on the roster is a party member is no news. */
const withoutKnownParty = (person: KnownPerson, facts: Partial<KnownPerson>): Partial<KnownPerson> => {
  const { politicalStatus, ...others } = facts
  return person.category !== null && politicalStatus?.startsWith('中共') === true ? others : facts
}

const changesOf = (
  fields: readonly string[],
  old: Readonly<Record<string, unknown>>,
  patch: Readonly<Record<string, unknown>>,
): PlannedChange['changes'] =>
  fields.map((field) => ({
    field: fieldLabels['person']?.[field] ?? field,
    before: shown(field, old[field]),
    after: shown(field, patch[field]),
  }))
