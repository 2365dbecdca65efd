import { AppError } from '../../shared/errors.ts'
import type { UnitDetail } from '../../shared/models/organization.ts'
import type { Estate, UnitKind, UnitNode, UnitRef } from '../../shared/models/unit.ts'
import type { Reader } from './database.ts'
import { loadGapsOf } from './gaps.ts'
import { postsOfUnit } from './posts.ts'
import { unitNodeColumns } from './tree.ts'

interface Row extends UnitNode {
  readonly note: string
  readonly approvalNo: string | null
  readonly approvedOn: string | null
  readonly termYears: number | null
  readonly electedOn: string | null
  readonly nextElectionOn: string | null
  readonly besideId: string | null
  readonly besideKind: UnitKind | null
  readonly besideName: string | null
  readonly partnerUnitId: string | null
  readonly partnerUnitName: string | null
}

/** One unit with all that its page shows, dissolved ones too. Throws `record.missing`. */
export const loadUnit = async (reader: Reader, id: string): Promise<UnitDetail> => {
  const rows = await reader.query<Row>(
    `SELECT ${unitNodeColumns}, unit.note AS "note", unit.approval_no AS "approvalNo",
       unit.approved_on AS "approvedOn", unit.term_years AS "termYears", unit.elected_on AS "electedOn",
       unit.next_election_on AS "nextElectionOn", beside.id AS "besideId", beside.kind AS "besideKind",
       beside.name AS "besideName", partner_unit.id AS "partnerUnitId", partner_unit.name AS "partnerUnitName"
     FROM unit LEFT JOIN unit beside ON beside.id = unit.beside_id
       LEFT JOIN partner_unit ON partner_unit.id = unit.partner_unit_id
     WHERE unit.id = ?`,
    [id],
  )
  const [row] = rows
  if (row === undefined) throw new AppError('record.missing')
  const [path, gapsOfUnit, estates, posts, childCounts, memberCount, emergencyBranches] = await Promise.all([
    loadPath(reader, id),
    loadGapsOf(reader, [id]),
    estatesOf(reader, id),
    postsOfUnit(reader, id),
    countBelow(reader, id),
    countMembers(reader, id),
    emergencyBranchesBeside(reader, id),
  ])
  const { besideId, besideKind, besideName, partnerUnitId, partnerUnitName, ...unit } = row
  return {
    ...unit,
    path,
    gaps: gapsOfUnit.get(id) ?? [],
    estates,
    posts,
    childCounts,
    memberCount,
    beside:
      besideId && besideKind && besideName ? { id: besideId, kind: besideKind, name: besideName } : null,
    partnerUnit: partnerUnitId && partnerUnitName ? { id: partnerUnitId, name: partnerUnitName } : null,
    emergencyBranches,
  }
}

/** From the root down to the parent of the unit. */
const loadPath = (reader: Reader, id: string): Promise<UnitRef[]> =>
  reader.query<UnitRef & { depth: number }>(
    `WITH RECURSIVE above (id, kind, name, parent_id, depth) AS (
         SELECT id, kind, name, parent_id, 0 FROM unit WHERE id = ?
         UNION ALL
         SELECT unit.id, unit.kind, unit.name, unit.parent_id, above.depth + 1
         FROM above JOIN unit ON unit.id = above.parent_id WHERE above.depth < 16
       )
       SELECT id AS "id", kind AS "kind", name AS "name" FROM above WHERE depth > 0 ORDER BY depth DESC`,
    [id],
  )

/** The unit and every living unit below it. A living unit never stands under a dissolved one. */
const below = `WITH RECURSIVE below (id, kind) AS (
    SELECT id, kind FROM unit WHERE id = ?
    UNION ALL
    SELECT unit.id, unit.kind FROM below JOIN unit ON unit.parent_id = below.id WHERE unit.dissolved_on IS NULL
  )`

const countBelow = async (reader: Reader, id: string): Promise<UnitDetail['childCounts']> => {
  const rows = await reader.query<{ kind: UnitKind; n: number }>(
    `${below} SELECT kind AS "kind", count(*) AS "n" FROM below WHERE id <> ? GROUP BY kind`,
    [id, id],
  )
  return Object.fromEntries(rows.map((row) => [row.kind, row.n]))
}

const countMembers = async (reader: Reader, id: string): Promise<number> => {
  const rows = await reader.query<{ n: number }>(
    `${below} SELECT count(DISTINCT membership.person_id) AS "n"
     FROM below CROSS JOIN membership WHERE membership.unit_id = below.id AND membership.ends_on IS NULL`,
    [id],
  )
  return rows[0]?.n ?? 0
}

const estatesOf = (reader: Reader, unitId: string): Promise<Estate[]> =>
  reader.query<Estate>(
    `SELECT estate.id AS "id", estate.community_id AS "communityId", estate.name AS "name",
       estate.building_count AS "buildingCount", estate.household_count AS "householdCount",
       estate.version AS "version"
     FROM unit_estate JOIN estate ON estate.id = unit_estate.estate_id
     WHERE unit_estate.unit_id = ? AND unit_estate.ends_on IS NULL ORDER BY estate.name`,
    [unitId],
  )

/** Living emergency branches that stand beside an ordinary branch. */
export const emergencyBranchesBeside = (reader: Reader, id: string): Promise<UnitRef[]> =>
  reader.query<UnitRef>(
    `SELECT id AS "id", kind AS "kind", name AS "name" FROM unit
     WHERE beside_id = ? AND dissolved_on IS NULL ORDER BY sort, id`,
    [id],
  )
