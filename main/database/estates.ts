import type { EstateLine, EstateLink, EstateOption, ServedEstate } from '../../shared/models/estate.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import type { Reader } from './database.ts'
import { placeholders, position } from './dialect.ts'

const mostOptions = 50

const columns = `estate.id AS "id", estate.version AS "version", estate.community_id AS "communityId", estate.name AS "name",
  estate.building_count AS "buildingCount", estate.household_count AS "householdCount", community.name AS "communityName"`
const above = 'LEFT JOIN unit community ON community.id = estate.community_id'

/** Of a community, or of a street: those of its communities, and those of no community. */
const within = `(estate.community_id IN (SELECT id FROM unit WHERE id = ? OR parent_id = ?)
  OR (estate.community_id IS NULL AND EXISTS (SELECT 1 FROM unit WHERE id = ? AND kind = 'streetCommittee')))`

interface LinkRow {
  readonly id: string
  readonly version: number
  readonly estateId: string
  readonly unitId: string
  readonly kind: UnitKind
  readonly name: string
  readonly startsOn: string | null
}

/** All estates of a community or street with the living units that serve them; ended ones last. */
export const loadEstates = async (reader: Reader, unitId: string): Promise<readonly EstateLine[]> => {
  const scope = [unitId, unitId, unitId]
  const [estates, links] = await Promise.all([
    reader.query<Omit<EstateLine, 'links' | 'covered'>>(
      `SELECT ${columns}, estate.ended_on AS "endedOn" FROM estate ${above} WHERE ${within}
       ORDER BY CASE WHEN estate.ended_on IS NULL THEN 0 ELSE 1 END, community.sort, community.id, estate.name, estate.id`,
      scope,
    ),
    reader.query<LinkRow>(
      `SELECT link.id AS "id", link.version AS "version", link.estate_id AS "estateId", unit.id AS "unitId",
         unit.kind AS "kind", unit.name AS "name", link.starts_on AS "startsOn"
       FROM unit_estate link JOIN estate ON estate.id = link.estate_id JOIN unit ON unit.id = link.unit_id
       WHERE link.ends_on IS NULL AND unit.dissolved_on IS NULL AND ${within}
       ORDER BY CASE WHEN unit.kind = 'branch' THEN 0 ELSE 1 END, unit.sort, unit.id`,
      scope,
    ),
  ])
  const byEstate = new Map<string, EstateLink[]>()
  for (const { estateId, id, version, unitId: servedBy, kind, name, startsOn } of links) {
    const link = { id, version, unit: { id: servedBy, kind, name }, startsOn }
    const before = byEstate.get(estateId)
    if (before === undefined) byEstate.set(estateId, [link])
    else before.push(link)
  }
  return estates.map((estate) => {
    const own = byEstate.get(estate.id) ?? []
    return { ...estate, links: own, covered: own.some((link) => link.unit.kind === 'branch') }
  })
}

/** The estates that a unit serves, then those that it served, the latest first. */
export const loadServedEstates = (reader: Reader, unitId: string): Promise<ServedEstate[]> =>
  reader.query<ServedEstate>(
    `SELECT ${columns}, link.id AS "linkId", link.version AS "linkVersion", link.starts_on AS "startsOn",
       link.ends_on AS "endsOn"
     FROM unit_estate link JOIN estate ON estate.id = link.estate_id ${above} WHERE link.unit_id = ?
     ORDER BY CASE WHEN link.ends_on IS NULL THEN 0 ELSE 1 END, link.ends_on DESC, estate.name, link.id`,
    [unitId],
  )

/** Living estates that the unit does not serve yet and whose name holds `text`; those of its community first. */
export const loadEstateOptions = async (
  reader: Reader,
  unitId: string,
  text: string,
): Promise<readonly EstateOption[]> => {
  const wanted = text.trim()
  const named = wanted === '' ? '' : `AND (${['estate.name', 'community.name'].map(holds).join(' OR ')})`
  const rows = await reader.query<Omit<EstateOption, 'servedBy'>>(
    `SELECT estate.id AS "id", estate.name AS "name", community.name AS "communityName"
     FROM estate ${above}
     WHERE estate.ended_on IS NULL
       AND estate.id NOT IN (SELECT estate_id FROM unit_estate WHERE unit_id = ? AND ends_on IS NULL) ${named}
     ORDER BY CASE WHEN estate.community_id = (SELECT parent_id FROM unit WHERE id = ?) THEN 0 ELSE 1 END,
       community.sort, community.id, estate.name, estate.id LIMIT ${mostOptions}`,
    [unitId, ...(wanted === '' ? [] : [wanted, wanted]), unitId],
  )
  if (rows.length === 0) return []
  const served = await reader.query<{ estateId: string; name: string }>(
    `SELECT link.estate_id AS "estateId", unit.name AS "name" FROM unit_estate link JOIN unit ON unit.id = link.unit_id
     WHERE link.ends_on IS NULL AND unit.kind = 'branch' AND unit.dissolved_on IS NULL
       AND link.estate_id IN (${placeholders(rows.length)}) ORDER BY unit.sort, unit.id`,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    ...row,
    servedBy: served.filter((one) => one.estateId === row.id).map((one) => one.name),
  }))
}

const holds = (column: string): string => `${position(column)} > 0`
