import type { PostKind } from '../../shared/models/post.ts'
import type { TemplatePlace, TemplateRow } from '../../shared/models/template.ts'
import { splitPartner } from '../../shared/rules/partner-unit.ts'
import type { Reader } from './reader.ts'
import { allRows, below, filled, phonesOf } from './template-people.ts'

interface Holder {
  readonly unitId: string
  readonly kind: PostKind
  readonly name: string
  readonly phone: string | null
  readonly phone2: string | null
  readonly position: string | null
}

/** Who holds the posts of the units below a community; of two of a kind in one unit the later one counts. */
const loadHolders = async (
  reader: Reader,
  communityId: string,
): Promise<(unitId: string, kind: PostKind) => Holder | undefined> => {
  const rows = await allRows<Holder>(
    reader,
    `${below} SELECT post.unit_id AS "unitId", post.kind AS "kind", person.name AS "name",
       person.phone AS "phone", person.phone2 AS "phone2", post.position AS "position"
     FROM post JOIN unit ON unit.id = post.unit_id JOIN person ON person.id = post.person_id
     WHERE post.ends_on IS NULL AND post.kind IN ('groupLeader', 'secretary', 'firstSecretary', 'gridLeader')
       AND (post.unit_id IN (SELECT id FROM below) OR unit.beside_id IN (SELECT id FROM below))
     ORDER BY post.starts_on, post.id`,
    [communityId],
  )
  const held = new Map(rows.map((row) => [`${row.unitId}/${row.kind}`, row]))
  return (unitId, kind) => held.get(`${unitId}/${kind}`)
}

const contact = (field: string, holder: Holder | undefined) =>
  holder === undefined ? {} : { [field]: holder.name, [`${field}Phone`]: phonesOf(holder) }

/** 组织架构: a building group a row; a branch without groups has one of its own. */
export const loadOrganizationRows = async (
  reader: Reader,
  communityId: string,
  { street, community }: TemplatePlace,
): Promise<readonly TemplateRow[]> => {
  const rows = await allRows<{ branch: string; groupId: string | null; group: string | null }>(
    reader,
    `SELECT branch.name AS "branch", grp.id AS "groupId", grp.name AS "group"
     FROM unit branch LEFT JOIN unit grp ON grp.parent_id = branch.id AND grp.kind = 'buildingGroup'
       AND grp.dissolved_on IS NULL
     WHERE branch.kind = 'branch' AND branch.parent_id = ? AND branch.dissolved_on IS NULL
     ORDER BY branch.sort, branch.id, grp.sort, grp.id`,
    [communityId],
  )
  const holderOf = await loadHolders(reader, communityId)
  return rows.map(({ branch, groupId, group }) =>
    filled({
      street,
      community,
      branch,
      group,
      ...(groupId === null ? {} : contact('leader', holderOf(groupId, 'groupLeader'))),
    }),
  )
}

interface EmergencyLine {
  readonly id: string
  readonly besideId: string | null
  readonly branch: string
  readonly partner: string | null
  readonly note: string
}

interface EstateLine {
  readonly unitId: string
  readonly name: string
  readonly buildings: number | null
  readonly households: number | null
}

/** 应急党支部名册: an emergency branch a row, with its first estate and the three who are called. */
export const loadEmergencyRows = async (
  reader: Reader,
  communityId: string,
  community: string,
): Promise<readonly TemplateRow[]> => {
  const rows = await allRows<EmergencyLine>(
    reader,
    `${below} SELECT unit.id AS "id", unit.beside_id AS "besideId", unit.name AS "branch", partner_unit.name AS "partner",
       unit.note AS "note"
     FROM unit LEFT JOIN partner_unit ON partner_unit.id = unit.partner_unit_id
     WHERE unit.kind = 'emergencyBranch' AND unit.dissolved_on IS NULL
       AND (unit.id IN (SELECT id FROM below) OR unit.beside_id IN (SELECT id FROM below))
     ORDER BY unit.sort, unit.id`,
    [communityId],
  )
  const estates = await allRows<EstateLine>(
    reader,
    `SELECT link.unit_id AS "unitId", estate.name AS "name", estate.building_count AS "buildings",
       estate.household_count AS "households"
     FROM unit_estate link JOIN estate ON estate.id = link.estate_id
     WHERE link.ends_on IS NULL AND estate.ended_on IS NULL AND estate.community_id = ?
     ORDER BY estate.name, link.id`,
    [communityId],
  )
  const holderOf = await loadHolders(reader, communityId)
  return rows.map(({ id, besideId, branch, partner, note }) => {
    const estate =
      estates.find(({ unitId }) => unitId === id) ?? estates.find(({ unitId }) => unitId === besideId)
    const first = holderOf(id, 'firstSecretary')
    return filled({
      community,
      estate: estate?.name ?? null,
      branch,
      ...contact('secretary', holderOf(id, 'secretary')),
      ...contact('firstSecretary', first),
      partner: partner === null ? null : partnerCell(partner, first?.position ?? null),
      ...contact('gridLeader', holderOf(id, 'gridLeader')),
      buildings: estate?.buildings ?? null,
      households: estate?.households ?? null,
      note,
    })
  })
}

/** Unit and office in one cell, where the import takes them apart again; else the unit alone. */
const partnerCell = (unit: string, position: string | null): string => {
  if (position === null || position === '') return unit
  const read = splitPartner(`${unit}${position}`)
  return read.unit === unit && read.position === position ? `${unit}${position}` : unit
}
