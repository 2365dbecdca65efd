import { nearest } from '../../../shared/rules/nearest.ts'
import type { KnownUnit } from '../../database/import-snapshot.ts'
import { communityOf } from './community.ts'
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
  const branch = branchOf(row, office)
  if (branch === null) return
  const known = office.people.findMember(facts, branch.id, office.rivals.of(facts, row))
  if (known === 'ambiguous') {
    refuseNamesake(row)
    return
  }
  if (known === 'new') {
    const person = office.people.create(facts)
    office.listed.set(person.id, row.row)
    row.created('people', '党员', person.name)
    join(person.id, branch, row, office)
    return
  }
  const person = office.people.update(known, facts, row)
  office.listed.set(person.id, row.row)
  const membership = office.memberships.get(person.id)
  if (membership === undefined) join(person.id, branch, row, office)
  else if (membership.unitId !== branch.id) {
    office.edits.update('membership', membership.id, membership.version, { endsOn: office.today })
    const before = office.units.get(membership.unitId)?.name ?? ''
    row.updated('memberships', membership.id, '组织关系', person.name, [
      { field: '所在党支部', before, after: branch.name },
    ])
    startMembership(person.id, branch.id, office.today, office)
  }
}

/** What can be told before the branch is looked up, and perhaps planned. */
const refusedPerson = (facts: PersonFacts, row: RowReport, office: Office): boolean => {
  const other = office.people.otherWithIdNumber(facts)
  if (other !== null) {
    const [surname = ''] = other.name
    row.refuse('idNumber', `这个身份证号已登记在另一个姓名（${surname}＊）名下，请核对`)
    return true
  }
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

const refuseNamesake = (row: RowReport): void =>
  row.refuse(
    row.context.headerOf['idNumber'] === undefined ? 'name' : 'idNumber',
    '同一支部有同名党员，请填写身份证号',
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

/**
 * The branch of the row, in the community that its sheet is about. An unknown name is refused with those most like
 * it; only a community without any branch yet gets its branches from the roster.
 */
const branchOf = (row: RowReport, office: Office): KnownUnit | null => {
  const { units } = office
  const name = row.text('branch') ?? ''
  const communityName = row.text('community') ?? row.context.community
  if (communityName === null) return branchAnywhere(name, row, office)
  const community = communityOf(row, office, communityName)
  if (community === null) return null
  const found = units.find('branch', community.id, name)
  if (found !== null) return found
  const there = units.under(community.id, 'branch')
  if (there.every((branch) => office.edits.isNew('unit', branch.id))) {
    return units.create('branch', community.id, name, row)
  }
  refuseUnknown(name, community.id, row, office)
  return null
}

const branchAnywhere = (name: string, row: RowReport, office: Office): KnownUnit | null => {
  const same = office.units.everywhere('branch', name)
  if (same.length === 1 && same[0] !== undefined) return same[0]
  if (same.length > 1) row.refuse('branch', `有 ${same.length} 个社区都有“${name}”，请写明所属社区`)
  else refuseUnknown(name, null, row, office)
  return null
}

/** Refuses the name with those most like it in the community, or anywhere when that is null. */
const refuseUnknown = (name: string, communityId: string | null, row: RowReport, office: Office): void => {
  const { units, similarBranches } = office
  const key = `${communityId ?? ''}/${name}`
  let similar = similarBranches.get(key)
  if (similar === undefined) {
    const known = communityId === null ? units.all('branch') : units.under(communityId, 'branch')
    similar = nearest(name, new Set(known.map((branch) => branch.name)))
    similarBranches.set(key, similar)
  }
  const hint =
    similar.length === 0 ? '请先在组织架构中新建' : `是否为${similar.map((one) => `“${one}”`).join('、')}`
  row.refuse('branch', `没有名为“${name}”的党支部，${hint}`)
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
