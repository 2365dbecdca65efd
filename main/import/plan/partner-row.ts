import { nameKey } from '../../../shared/rules/names.ts'
import type { KnownPerson } from '../../database/import-snapshot.ts'
import { communityOf } from './community.ts'
import { contactOf } from './contact.ts'
import { type FoundPerson, findPerson, takePerson } from './find-person.ts'
import type { Office } from './office.ts'
import { type PersonFacts, phonesOf } from './person-facts.ts'
import type { RowReport } from './report.ts'

/** Whom the row names; to be known of all rows before any is planned. */
export const noteContactsOfPartner = (row: RowReport, office: Office): void => {
  for (const field of ['leader', 'liaison']) {
    const facts = contactOf(row, field)
    if (facts !== null) office.people.claim(facts)
  }
}

/** 包联单位名册: the unit, its leader and liaison, and the communities and estates it serves. */
export const planPartnerRow = (row: RowReport, office: Office): void => {
  const communityName = row.text('community') ?? row.context.community
  const community = communityName === null ? null : communityOf(row, office, communityName, false)
  if (communityName !== null && community === null) return
  const estates = (row.text('estates') ?? '').split('、').filter((name) => name !== '')
  if (community === null && estates.length > 0) {
    row.refuse('estates', '写了包联小区但没有写社区，请加上“包联社区”')
    return
  }
  // Both are found before anything is planned: a row that is refused leaves nothing behind.
  const known = office.estates.findPartner(row.text('partner') ?? '')
  const foundLeader = contactIn(row, office, 'leader', known?.leaderId ?? null)
  const foundLiaison = contactIn(row, office, 'liaison', known?.liaisonId ?? null)
  if (foundLeader === 'open' || foundLiaison === 'open') return
  const partner = office.estates.ensurePartner(row.text('partner') ?? '', row)
  const take = (contact: Contact | null) =>
    contact === null ? null : takePerson(contact.found, row, office, contact.facts, null)
  const leader = take(foundLeader)
  const liaison = take(foundLiaison)
  office.estates.changePartner(
    partner,
    {
      address: row.text('address'),
      leaderId: leader?.id ?? null,
      leaderPosition: row.text('leaderPosition'),
      liaisonId: liaison?.id ?? null,
      note: row.text('note'),
    },
    row,
    (field, value) =>
      field === 'leaderId' || field === 'liaisonId'
        ? (office.people.get(String(value ?? ''))?.name ?? '')
        : String(value ?? ''),
  )
  if (community === null) return
  if (estates.length === 0) office.estates.linkPartner(partner.id, community.id, null, row)
  for (const name of estates) {
    const estate = office.estates.ensure(
      community.id,
      name,
      { buildingCount: null, householdCount: null },
      row,
    )
    office.estates.linkPartner(partner.id, community.id, estate.id, row)
  }
}

interface Contact {
  readonly found: FoundPerson
  readonly facts: PersonFacts
}

const contactIn = (
  row: RowReport,
  office: Office,
  field: string,
  nowId: string | null,
): Contact | null | 'open' => {
  const facts = contactOf(row, field)
  if (facts === null) return null
  const now = nowId === null ? null : office.people.get(nowId)
  if (now !== null && staysSame(now, facts, office)) return { found: { kind: 'known', person: now }, facts }
  const found = findPerson(row, office, facts, [])
  return found === null ? 'open' : { found, facts }
}

/** The same name as now: a new phone mends the record, unless it leads to somebody else. */
const staysSame = (now: KnownPerson, facts: PersonFacts, office: Office): boolean =>
  nameKey(now.name) === nameKey(facts.name) &&
  (phonesOf(facts).length === 0 || office.people.exact(facts) === null)
