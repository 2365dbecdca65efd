import type { VenueRight } from '../../../shared/models/venue.ts'
import { nameKey } from '../../../shared/rules/names.ts'
import type { KnownPerson, KnownUnit, KnownVenue } from '../../database/import-snapshot.ts'
import { branchOf } from './branch.ts'
import { communityOf } from './community.ts'
import { contactOf } from './contact.ts'
import { personOf } from './find-person.ts'
import type { Office } from './office.ts'
import { phonesOf } from './person-facts.ts'
import type { RowReport } from './report.ts'

/** Whom the row names; to be known of all rows before any is planned. */
export const noteKeeper = (row: RowReport, office: Office): void => {
  const keeper = contactOf(row, 'keeper')
  if (keeper !== null) office.people.claim(keeper)
}

/** 活动场所台账: the venue, its keeper, and the branches that use it. */
export const planVenueRow = (row: RowReport, office: Office): void => {
  const community = communityOf(row, office, row.text('community') ?? row.context.community ?? '', false)
  if (community === null) return
  const branches = usersIn(row, office)
  if (branches === null) return
  const name = row.text('venue') ?? ''
  const known = office.venues.find(community.id, name)
  const keeper = keeperIn(row, office, community, known)
  if (keeper === 'open') return
  if (keeper === null && row.text('keeperPhone') !== null) row.warn('填了电话但没有管理人，电话没有导入')
  const estateName = row.text('estate')
  const estate =
    estateName === null
      ? null
      : office.estates.ensure(community.id, estateName, { buildingCount: null, householdCount: null }, row)
  const venue = office.venues.ensure(
    community.id,
    name,
    {
      estateId: estate?.id ?? null,
      address: row.text('address'),
      areaDm2: row.count('area'),
      rightKind: row.text('right') as VenueRight | null,
      owner: row.text('owner'),
      seats: row.count('seats'),
      leaseFrom: row.text('leaseFrom'),
      leaseTo: row.text('leaseTo'),
      rentFen: row.count('rent'),
      keeperId: keeper?.id ?? null,
      openingHours: row.text('openingHours'),
      functions: row.text('functions'),
      note: row.text('note') ?? '',
    },
    row,
  )
  if (branches.length > 0) office.venues.use(venue, branches, row)
}

/** The branches named in one cell; null when one of them is unknown and the row is refused. */
const usersIn = (row: RowReport, office: Office): readonly KnownUnit[] | null => {
  const found: KnownUnit[] = []
  for (const name of (row.text('branches') ?? '').split('、')) {
    if (name === '') continue
    const branch = branchOf(row, office, name, 'branches')
    if (branch === null) return null
    if (!found.includes(branch)) found.push(branch)
  }
  return found
}

const keeperIn = (
  row: RowReport,
  office: Office,
  community: KnownUnit,
  venue: KnownVenue | null,
): KnownPerson | null | 'open' => {
  const facts = contactOf(row, 'keeper')
  if (facts === null) return null
  const now = office.venues.keeperOf(venue)
  const same = now !== null && nameKey(now.name) === nameKey(facts.name)
  if (same && (phonesOf(facts).length === 0 || office.people.exact(facts) === null)) {
    return office.people.update(now, facts, row)
  }
  return personOf(row, office, facts, { lookIn: [community.id], what: null }) ?? 'open'
}
