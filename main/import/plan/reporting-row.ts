import type { PlannedChange } from '../../../shared/models/import.ts'
import type { KnownPerson, KnownUnit } from '../../database/import-snapshot.ts'
import { communityOf } from './community.ts'
import { contradictionsIn } from './contradictions.ts'
import { personOf } from './find-person.ts'
import type { Office } from './office.ts'
import type { PersonFacts } from './person-facts.ts'
import { personFromRow } from './person-from-row.ts'
import type { RowReport } from './report.ts'
import type { TermOutcome } from './term-book.ts'

/** Whom the row names; to be known of all rows before any is planned. */
export const notePerson = (row: RowReport, office: Office): void => {
  const facts = personFromRow(row)
  if (facts === null) return
  office.people.claim(facts)
  office.rivals.add(facts, row)
}

/**
 * The only one of the name whom the same ledger has in the community, where the file names only one such as well: a
 * new phone is theirs.
 */
const onRecord = (
  row: RowReport,
  office: Office,
  facts: PersonFacts,
  community: KnownUnit,
  has: (personId: string, unitId: string) => boolean,
): KnownPerson | null => {
  if (office.people.exact(facts) !== null || office.rivals.of(facts, row) > 1) return null
  const there = office.people.inUnits(facts, [community.id]).filter(({ id }) => has(id, community.id))
  const [only, ...others] = there
  return only !== undefined && others.length === 0 ? only : null
}

/** 双报到登记表: a member of a work unit, and the community reported to. */
export const planReportingRow = (row: RowReport, office: Office): void => {
  const facts = personFromRow(row)
  const community = communityOf(row, office, row.text('community') ?? row.context.community ?? '', false)
  if (facts === null || community === null) return
  for (const reason of contradictionsIn(facts)) row.warn(reason)
  const known = onRecord(row, office, facts, community, (person, unit) => office.reportings.has(person, unit))
  const person =
    known === null
      ? personOf(row, office, facts, { lookIn: [community.id], what: '报到党员' })
      : office.people.update(known, facts, row)
  if (person === null) return
  if (office.edits.isNew('person', person.id)) {
    office.edits.update('person', person.id, person.version, { memberKind: 'reporting' })
  }
  const elsewhere = office.reportings.unitsWith(person.id).filter((id) => id !== community.id)
  const outcome = office.reportings.hold(
    person.id,
    community.id,
    {
      workUnit: row.text('workUnit'),
      claimedPost: row.text('claimedPost'),
      specialty: row.text('specialty'),
      partyCommittee: row.text('partyCommittee'),
      serviceType: row.text('serviceType'),
      startsOn: row.text('reportedOn'),
    },
    row.row.row,
  )
  tell(outcome, 'reportings', '双报到', person.name, row, [
    { field: '报到社区', before: '', after: community.name },
  ])
  office.people.joins(person.id, community.id)
  const [other] = elsewhere
  if (other !== undefined && outcome.kind === 'created') {
    row.warn(`已在“${office.units.get(other)?.name ?? ''}”报到，现又在“${community.name}”报到，两处都保留`)
  }
}

/** 志愿者名册: a person, and the community and team volunteered in. */
export const planVolunteerRow = (row: RowReport, office: Office): void => {
  const facts = personFromRow(row)
  const community = communityOf(row, office, row.text('community') ?? row.context.community ?? '', false)
  if (facts === null || community === null) return
  for (const reason of contradictionsIn(facts)) row.warn(reason)
  const known = onRecord(row, office, facts, community, (person, unit) => office.volunteers.has(person, unit))
  const person =
    known === null
      ? personOf(row, office, facts, { lookIn: [community.id], what: null })
      : office.people.update(known, facts, row)
  if (person === null) return
  const outcome = office.volunteers.hold(
    person.id,
    community.id,
    {
      team: row.text('team'),
      serviceType: row.text('serviceType'),
      specialty: row.text('specialty'),
      startsOn: row.text('registeredOn'),
    },
    row.row.row,
  )
  tell(outcome, 'volunteers', '志愿者', person.name, row, [
    { field: '所属社区', before: '', after: community.name },
  ])
  office.people.joins(person.id, community.id)
}

const tell = (
  outcome: TermOutcome,
  key: string,
  what: string,
  name: string,
  row: RowReport,
  said: PlannedChange['changes'],
): void => {
  if (outcome.kind === 'contradicts') {
    const fields = outcome.fields.map((field) => `“${field}”`).join('、')
    row.refuse('name', `与第 ${outcome.row} 行是同一人、同一社区，${fields}不同，请合并成一行`)
  }
  if (outcome.kind === 'created') row.created(key, what, name, said)
  if (outcome.kind === 'updated') row.updated(key, outcome.id, what, name, outcome.changes)
}
