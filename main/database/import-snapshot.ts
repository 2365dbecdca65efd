import type { TableKind } from '../../shared/models/import.ts'
import type { blankUnit } from './blank-unit.ts'
import type { Reader } from './database.ts'
import { jsonRows } from './dialect.ts'
import type {
  AppropriationRow,
  DisbursementRow,
  EstateRow,
  FundSourceRow,
  ImportMemoryRow,
  MembershipRow,
  PartnerLinkRow,
  PartnerUnitRow,
  PersonRecord,
  PostRow,
  ReportingRow,
  UnitEstateRow,
  UnitRow,
  VenueRow,
  VenueUnitRow,
  VolunteerRow,
} from './rows.ts'

export type KnownUnit = Omit<
  UnitRow,
  'pinyin' | 'initials' | 'foundedOn' | 'dissolvedOn' | keyof typeof blankUnit
>
export type KnownPerson = Omit<PersonRecord, 'pinyin' | 'initials' | LaterPersonField>

/** What no ledger that is imported has; a new person has none of it. */
type LaterPersonField =
  | 'surnameReading'
  | 'readingKey'
  | 'strokeKey'
  | 'endedOn'
  | 'endedReason'
  | 'mergedIntoId'
export type KnownPost = Omit<PostRow, 'startsOn' | 'endsOn'>
export type KnownMembership = Pick<MembershipRow, 'id' | 'version' | 'personId' | 'unitId'>
export type KnownReporting = Omit<ReportingRow, 'endsOn'>
export type KnownVolunteer = Omit<VolunteerRow, 'endsOn'>
export type KnownVenue = Omit<VenueRow, 'endedOn'>
export type KnownVenueUnit = Omit<VenueUnitRow, 'startsOn' | 'endsOn'>
export type KnownPartnerLink = Omit<PartnerLinkRow, 'startsOn' | 'endsOn'>
export type KnownAppropriation = Pick<
  AppropriationRow,
  'id' | 'version' | 'year' | 'unitId' | 'sourceId' | 'amountFen' | 'date'
>
export type KnownDisbursement = Omit<DisbursementRow, 'category' | 'payee' | 'handler' | 'reversesId'>

/** What is known before an import: living units, posts and memberships, everybody, and what the ledgers need beside. */
export interface Snapshot {
  readonly units: readonly KnownUnit[]
  readonly estates: readonly EstateRow[]
  readonly unitEstates: readonly UnitEstateRow[]
  readonly partnerUnits: readonly PartnerUnitRow[]
  readonly people: readonly KnownPerson[]
  readonly memberships: readonly KnownMembership[]
  readonly posts: readonly KnownPost[]
  readonly memory: readonly ImportMemoryRow[]
  readonly reportings: readonly KnownReporting[]
  readonly volunteers: readonly KnownVolunteer[]
  readonly venues: readonly KnownVenue[]
  readonly venueUnits: readonly KnownVenueUnit[]
  readonly partnerLinks: readonly KnownPartnerLink[]
  readonly sources: readonly FundSourceRow[]
  readonly appropriations: readonly KnownAppropriation[]
  readonly disbursements: readonly KnownDisbursement[]
}
export type SnapshotPart = keyof Snapshot

/** Tables whose change makes a plan stale; settings do not matter to it. */
const watched = [
  'unit',
  'estate',
  'unitEstate',
  'partnerUnit',
  'person',
  'membership',
  'post',
  'reporting',
  'volunteer',
  'venue',
  'venueUnit',
  'partnerLink',
  'fundSource',
  'appropriation',
  'disbursement',
] as const

/** Number of the last edit that changed what imports look at; a value looked at in full is no change. */
export const importRevision = async (reader: Reader): Promise<number> => {
  const rows = await reader.query<{ revision: number | null }>(
    `SELECT max(entry_seq) AS "revision" FROM audit_change
     WHERE (before IS NOT NULL OR after IS NOT NULL) AND table_name IN (${watched.map(() => '?').join(', ')})`,
    watched,
  )
  return rows[0]?.revision ?? 0
}

interface PartQuery {
  readonly table: string
  /** Field → column, besides id and version. */
  readonly fields: Readonly<Record<string, string>>
  readonly where: string
  /** The ledgers that need it; null: every one. */
  readonly for: readonly TableKind[] | null
}

const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const fieldsOf = (...fields: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map((field) => [field, snake(field)]))

const personFields = fieldsOf(
  ...(
    'name gender ethnicity birthDate idNumber phone phone2 landline education occupation address category joinedOn ' +
    'confirmedOn partyStatus outOfContact outOfContactSince floating floatingTo note memberKind politicalStatus'
  ).split(' '),
)
const living = 'ends_on IS NULL'
const money: readonly TableKind[] = ['appropriations', 'disbursements']

const parts: Readonly<Record<SnapshotPart, PartQuery>> = {
  units: {
    table: 'unit',
    fields: fieldsOf('kind', 'branchKind', 'parentId', 'name', 'sort', 'note', 'besideId', 'partnerUnitId'),
    where: 'dissolved_on IS NULL',
    for: null,
  },
  estates: {
    table: 'estate',
    fields: fieldsOf('communityId', 'name', 'buildingCount', 'householdCount', 'endedOn'),
    where: 'ended_on IS NULL',
    for: null,
  },
  unitEstates: {
    table: 'unit_estate',
    fields: fieldsOf('unitId', 'estateId', 'startsOn', 'endsOn'),
    where: living,
    for: null,
  },
  partnerUnits: {
    table: 'partner_unit',
    fields: fieldsOf('name', 'address', 'leaderId', 'leaderPosition', 'liaisonId', 'note'),
    where: '1 = 1',
    for: null,
  },
  people: {
    table: 'person',
    fields: personFields,
    where: 'ended_on IS NULL AND merged_into_id IS NULL',
    for: null,
  },
  memberships: { table: 'membership', fields: fieldsOf('personId', 'unitId'), where: living, for: null },
  posts: {
    table: 'post',
    fields: fieldsOf('personId', 'unitId', 'kind', 'position', 'households', 'estateId', 'place'),
    where: living,
    for: null,
  },
  memory: { table: 'import_memory', fields: fieldsOf('kind', 'value'), where: '1 = 1', for: null },
  reportings: {
    table: 'reporting',
    fields: fieldsOf(
      ...'personId unitId workUnit claimedPost specialty partyCommittee serviceType startsOn'.split(' '),
    ),
    where: living,
    for: ['reporting'],
  },
  volunteers: {
    table: 'volunteer',
    fields: fieldsOf('personId', 'unitId', 'team', 'serviceType', 'specialty', 'startsOn'),
    where: living,
    for: ['volunteers'],
  },
  venues: {
    table: 'venue',
    fields: fieldsOf(
      ...(
        'name communityId estateId address areaDm2 rightKind owner seats leaseFrom leaseTo rentFen keeperId ' +
        'openingHours functions note'
      ).split(' '),
    ),
    where: 'ended_on IS NULL',
    for: ['venues'],
  },
  venueUnits: { table: 'venue_unit', fields: fieldsOf('venueId', 'unitId'), where: living, for: ['venues'] },
  partnerLinks: {
    table: 'partner_link',
    fields: fieldsOf('partnerUnitId', 'unitId', 'estateId'),
    where: living,
    for: ['partnerUnits'],
  },
  sources: { table: 'fund_source', fields: fieldsOf('name', 'sort'), where: '1 = 1', for: null },
  appropriations: {
    table: 'appropriation',
    fields: fieldsOf('year', 'unitId', 'sourceId', 'amountFen', 'date'),
    where: '1 = 1',
    for: money,
  },
  disbursements: {
    table: 'disbursement',
    fields: fieldsOf('year', 'unitId', 'sourceId', 'date', 'voucherNo', 'summary', 'amountFen'),
    where: '1 = 1',
    for: money,
  },
}

export const snapshotParts = Object.keys(parts) as readonly SnapshotPart[]

/** The parts that the plan of these tables looks at, beyond those that every plan needs. */
export const partsFor = (tables: readonly TableKind[] | 'every'): readonly SnapshotPart[] =>
  snapshotParts.filter((part) => {
    const needs = parts[part].for
    return tables === 'every' ? needs === null : (needs?.some((table) => tables.includes(table)) ?? false)
  })

/** Rows per query: the database writes them as one JSON text, so that the main thread only hands it on. */
const pageRows = 2000

/** One page of a part: a JSON array of its rows. */
export interface SnapshotPage {
  readonly part: SnapshotPart
  readonly json: string
}

/** All rows of a part in pages by id, each told to `take`. */
export const readPart = async (
  reader: Reader,
  part: SnapshotPart,
  take: (page: SnapshotPage) => void,
): Promise<void> => {
  const { table, fields, where } = parts[part]
  const sql = jsonRows(table, { id: 'id', version: 'version', ...fields }, where, pageRows)
  for (let after = ''; ; ) {
    const [page] = await reader.query<{ json: string; last: string | null; n: number }>(sql, [after])
    if (page === undefined || page.last === null) return
    take({ part, json: page.json })
    if (page.n < pageRows) return
    after = page.last
  }
}
