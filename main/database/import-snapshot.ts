import type { blankUnit } from './blank-unit.ts'
import type { Reader } from './database.ts'
import type {
  EstateRow,
  MembershipRow,
  PartnerUnitRow,
  PersonRecord,
  PostRow,
  UnitEstateRow,
  UnitRow,
} from './rows.ts'

export type KnownUnit = Omit<
  UnitRow,
  'pinyin' | 'initials' | 'foundedOn' | 'dissolvedOn' | keyof typeof blankUnit
>
export type KnownPerson = Omit<PersonRecord, 'pinyin' | 'initials' | LaterPersonField>

/** What no ledger that is imported has; a new person has none of it. */
type LaterPersonField =
  | 'memberKind'
  | 'surnameReading'
  | 'readingKey'
  | 'strokeKey'
  | 'endedOn'
  | 'endedReason'
  | 'mergedIntoId'
export type KnownPost = Omit<PostRow, 'startsOn' | 'endsOn' | 'households'>
export type KnownMembership = Pick<MembershipRow, 'id' | 'version' | 'personId' | 'unitId'>

/** What is known before an import: living units, posts and memberships, and everybody. */
export interface Snapshot {
  /** Number of the last change; an import is refused when it has risen since. */
  readonly revision: number
  readonly units: readonly KnownUnit[]
  readonly estates: readonly EstateRow[]
  readonly unitEstates: readonly UnitEstateRow[]
  readonly partnerUnits: readonly PartnerUnitRow[]
  readonly people: readonly KnownPerson[]
  readonly memberships: readonly KnownMembership[]
  readonly posts: readonly KnownPost[]
}

/** Tables whose change makes a plan stale; settings and money do not matter to it. */
const watched = ['unit', 'estate', 'unitEstate', 'partnerUnit', 'person', 'membership', 'post'] as const

/** Number of the last edit that changed what imports look at; a value looked at in full is no change. */
export const importRevision = async (reader: Reader): Promise<number> => {
  const rows = await reader.query<{ revision: number | null }>(
    `SELECT max(entry_seq) AS "revision" FROM audit_change
     WHERE (before IS NOT NULL OR after IS NOT NULL) AND table_name IN (${watched.map(() => '?').join(', ')})`,
    watched,
  )
  return rows[0]?.revision ?? 0
}

/** Rows per query: reading a page never holds up the main thread for long. */
const pageRows = 1000

/** All rows of a query that begins with the id, in pages by id. `where` is a condition, or `1 = 1`. */
const readAll = async <Row extends { readonly id: string }>(
  reader: Reader,
  table: string,
  columns: string,
  where: string,
): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for (let after = ''; ; ) {
    const page = await reader.query<Row>(
      `SELECT id AS "id", version AS "version", ${columns} FROM ${table}
       WHERE ${where} AND id > ? ORDER BY id LIMIT ${pageRows}`,
      [after],
    )
    rows.push(...page)
    const last = page.at(-1)
    if (last === undefined || page.length < pageRows) return rows
    after = last.id
  }
}

const personColumns = `name AS "name", gender AS "gender", ethnicity AS "ethnicity", birth_date AS "birthDate",
  id_number AS "idNumber", phone AS "phone", phone2 AS "phone2", landline AS "landline",
  education AS "education", occupation AS "occupation", address AS "address", category AS "category",
  joined_on AS "joinedOn", confirmed_on AS "confirmedOn", party_status AS "partyStatus",
  out_of_contact AS "outOfContact", out_of_contact_since AS "outOfContactSince", floating AS "floating",
  floating_to AS "floatingTo", note AS "note"`

/** Reads the revision first: a change while the rest is read makes the plan stale rather than wrong. */
export const loadSnapshot = async (reader: Reader): Promise<Snapshot> => {
  const revision = await importRevision(reader)
  return {
    revision,
    units: await readAll(
      reader,
      'unit',
      `kind AS "kind", branch_kind AS "branchKind", parent_id AS "parentId", name AS "name", sort AS "sort",
       note AS "note", beside_id AS "besideId", partner_unit_id AS "partnerUnitId"`,
      'dissolved_on IS NULL',
    ),
    estates: await readAll(
      reader,
      'estate',
      `community_id AS "communityId", name AS "name", building_count AS "buildingCount",
       household_count AS "householdCount", ended_on AS "endedOn"`,
      'ended_on IS NULL',
    ),
    unitEstates: await readAll(
      reader,
      'unit_estate',
      'unit_id AS "unitId", estate_id AS "estateId", starts_on AS "startsOn", ends_on AS "endsOn"',
      'ends_on IS NULL',
    ),
    partnerUnits: await readAll(reader, 'partner_unit', 'name AS "name"', '1 = 1'),
    people: await readAll(reader, 'person', personColumns, 'ended_on IS NULL AND merged_into_id IS NULL'),
    memberships: await readAll(
      reader,
      'membership',
      'person_id AS "personId", unit_id AS "unitId"',
      'ends_on IS NULL',
    ),
    posts: await readAll(
      reader,
      'post',
      'person_id AS "personId", unit_id AS "unitId", kind AS "kind", position AS "position"',
      'ends_on IS NULL',
    ),
  }
}
