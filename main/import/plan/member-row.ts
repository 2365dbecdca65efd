import type { KnownPerson, KnownUnit } from '../../database/import-snapshot.ts'
import { branchOf } from './branch.ts'
import { contradictionsIn } from './contradictions.ts'
import { asNew } from './decisions.ts'
import { offerAlike, optionOf, personKey, refusedIdNumber } from './find-person.ts'
import type { Office } from './office.ts'
import { type PersonFacts, phonesOf } from './person-facts.ts'
import type { RowReport } from './report.ts'

/** Whom the row names; to be known of all rows before any is planned. */
export const noteMember = (row: RowReport, office: Office): void => {
  if (row.text('name') === null) return
  const facts = factsOf(row)
  office.people.claim(facts)
  office.rivals.add(facts, row)
}

/** 党员花名册: a person, and the membership in a branch. */
export const planMemberRow = (row: RowReport, office: Office): void => {
  const facts = factsOf(row)
  if (refusedPerson(facts, row, office)) return
  const branch = branchOf(row, office, row.text('branch') ?? '')
  if (branch === null) return
  for (const reason of contradictionsIn(facts)) row.warn(reason)
  const known = memberOf(row, office, facts, branch)
  if (known === null) return
  if (known === 'new') {
    const person = office.people.create(facts)
    const key = () => personKey(facts, [branch.id])
    if (office.decisions.lookUp(key) === asNew) office.decisions.settled.set(key(), person.id)
    office.listed.set(person.id, row.row)
    row.created('people', '党员', person.name, [{ field: '所在党支部', before: '', after: branch.name }])
    join(person.id, branch, row, office)
    return
  }
  const person = office.people.update(known, facts, row)
  office.listed.set(person.id, row.row)
  const membership = office.memberships.get(person.id)
  if (membership === undefined) join(person.id, branch, row, office)
  else if (!isIn(membership.unitId, branch, office)) {
    office.edits.update('membership', membership.id, membership.version, { endsOn: office.today })
    const before = office.units.get(membership.unitId)?.name ?? ''
    row.updated('memberships', membership.id, '组织关系', person.name, [
      { field: '所在党支部', before, after: branch.name },
    ])
    startMembership(person.id, branch.id, office.today, office)
  }
}

/** The roster names the branch; on record may be a building group or member household of it. */
const isIn = (unitId: string, branch: KnownUnit, { units }: Office): boolean => {
  for (let at = units.get(unitId); at !== null; at = units.get(at.parentId ?? '')) {
    if (at.id === branch.id) return true
    if (at.kind !== 'buildingGroup' && at.kind !== 'memberHousehold') return false
  }
  return false
}

/** Who is meant, as the user decided where it is open; null when the row is refused. */
const memberOf = (
  row: RowReport,
  office: Office,
  facts: PersonFacts,
  branch: KnownUnit,
): KnownPerson | 'new' | null => {
  const { people, decisions } = office
  const key = () => personKey(facts, [branch.id])
  const decided = decisions.lookUp(key)
  const exact = people.exact(facts)
  if (exact !== null) return exact
  if (decided === asNew) return 'new'
  const chosen = decided === null ? null : people.get(decided)
  if (chosen !== null) return chosen
  const known = people.findMember(facts, branch.id, office.rivals.of(facts, row))
  if (known === 'ambiguous') {
    refuseNamesake(row, key(), facts, people.inUnits(facts, [branch.id]))
    return null
  }
  if (known === 'new') offerAlike(row, office, key, facts, decided)
  return known
}

/** What can be told before the branch is looked up, and perhaps planned. */
const refusedPerson = (facts: PersonFacts, row: RowReport, office: Office): boolean => {
  if (refusedIdNumber(row, office, facts)) return true
  const earlier = office.listed.get(office.people.exact(facts)?.id ?? '')
  if (earlier !== undefined) {
    const place = earlier.sheet === row.row.sheet ? '' : '另一张表'
    row.refuse('name', `与${place}第 ${earlier.row} 行是同一名党员，请核对`)
    return true
  }
  const nameOnly = !facts.idNumber && phonesOf(facts).length === 0
  if (!nameOnly || office.rivals.of(facts, row) <= 1) return false
  refuseNamesake(row)
  return true
}

const refuseNamesake = (
  row: RowReport,
  key?: string,
  facts?: PersonFacts,
  there: readonly KnownPerson[] = [],
): void =>
  row.refuse(
    row.context.headerOf['idNumber'] === undefined ? 'name' : 'idNumber',
    '同一支部有同名党员，请填写身份证号',
    key === undefined || facts === undefined || there.length === 0
      ? undefined
      : {
          key,
          text: `“${facts.name}”是哪一名党员？`,
          options: [...there.map(optionOf), { value: asNew, label: '都不是，新增一名党员' }],
          unless: null,
        },
  )

const join = (personId: string, branch: KnownUnit, row: RowReport, office: Office): void => {
  startMembership(personId, branch.id, null, office)
  row.createdQuietly('memberships')
}

const startMembership = (personId: string, unitId: string, startsOn: string | null, office: Office): void => {
  const id = office.edits.insert('membership', { personId, unitId, startsOn, endsOn: null })
  office.memberships.set(personId, { id, version: 1, unitId })
  office.people.joins(personId, unitId)
}

const factsOf = (row: RowReport): PersonFacts => {
  const category = row.text('category')
  return {
    name: row.text('name') ?? '',
    idNumber: row.text('idNumber'),
    gender: row.text('gender'),
    ethnicity: row.text('ethnicity'),
    birthDate: row.text('birthDate'),
    education: row.text('education'),
    category: category === 'full' || category === 'probationary' ? category : null,
    joinedOn: row.text('joinedOn'),
    confirmedOn: row.text('confirmedOn'),
    occupation: row.text('occupation'),
    phone: row.text('phone'),
    phone2: row.text('phone2'),
    landline: row.text('landline'),
    address: row.text('address'),
    partyStatus: row.text('partyStatus'),
    outOfContact: row.count('outOfContact'),
    outOfContactSince: row.text('outOfContactSince'),
    floating: row.count('floating'),
    floatingTo: row.text('floatingTo'),
    note: row.text('note') ?? '',
  }
}
