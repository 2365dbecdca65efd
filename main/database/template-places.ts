import type { TemplateRow } from '../../shared/models/template.ts'
import { type VenueRight, venueRightLabels } from '../../shared/models/venue.ts'
import { fenToDecimal } from '../../shared/rules/money.ts'
import type { Reader } from './reader.ts'
import { allRows, filled, phonesOf } from './template-people.ts'

interface PartnerLine {
  readonly id: string
  readonly partner: string
  readonly address: string | null
  readonly leader: string | null
  readonly leaderPhone: string | null
  readonly leaderPhone2: string | null
  readonly leaderPosition: string | null
  readonly liaison: string | null
  readonly liaisonPhone: string | null
  readonly liaisonPhone2: string | null
  readonly note: string | null
  readonly estate: string | null
}

/** 包联单位名册: a partner unit a row, with all estates it serves here in one cell. */
export const loadPartnerRows = async (
  reader: Reader,
  communityId: string,
  community: string,
): Promise<readonly TemplateRow[]> => {
  const rows = await allRows<PartnerLine>(
    reader,
    `SELECT partner_unit.id AS "id", partner_unit.name AS "partner", partner_unit.address AS "address",
       leader.name AS "leader", leader.phone AS "leaderPhone", leader.phone2 AS "leaderPhone2",
       partner_unit.leader_position AS "leaderPosition", liaison.name AS "liaison",
       liaison.phone AS "liaisonPhone", liaison.phone2 AS "liaisonPhone2", partner_unit.note AS "note",
       estate.name AS "estate"
     FROM partner_link link JOIN partner_unit ON partner_unit.id = link.partner_unit_id
       LEFT JOIN person leader ON leader.id = partner_unit.leader_id
       LEFT JOIN person liaison ON liaison.id = partner_unit.liaison_id
       LEFT JOIN estate ON estate.id = link.estate_id
     WHERE link.unit_id = ? AND link.ends_on IS NULL
     ORDER BY partner_unit.name, partner_unit.id, estate.name, link.id`,
    [communityId],
  )
  const partners = new Map<string, PartnerLine[]>()
  for (const row of rows) partners.set(row.id, [...(partners.get(row.id) ?? []), row])
  return [...partners.values()].flatMap((lines) => {
    const [row] = lines
    if (row === undefined) return []
    return [
      filled({
        partner: row.partner,
        address: row.address,
        leader: row.leader,
        leaderPhone: phonesOf({ phone: row.leaderPhone, phone2: row.leaderPhone2 }),
        leaderPosition: row.leaderPosition,
        liaison: row.liaison,
        liaisonPhone: phonesOf({ phone: row.liaisonPhone, phone2: row.liaisonPhone2 }),
        community,
        estates: lines.flatMap(({ estate }) => (estate === null ? [] : [estate])).join('、'),
        note: row.note,
      }),
    ]
  })
}

interface VenueLine {
  readonly id: string
  readonly venue: string
  readonly estate: string | null
  readonly address: string | null
  readonly areaDm2: number | null
  readonly right: VenueRight | null
  readonly owner: string | null
  readonly functions: string | null
  readonly seats: number | null
  readonly leaseFrom: string | null
  readonly leaseTo: string | null
  readonly rentFen: number | null
  readonly keeper: string | null
  readonly phone: string | null
  readonly phone2: string | null
  readonly openingHours: string | null
  readonly note: string
}

/** 活动场所台账: a venue a row, with all branches that use it in one cell. */
export const loadVenueRows = async (
  reader: Reader,
  communityId: string,
  community: string,
): Promise<readonly TemplateRow[]> => {
  const rows = await allRows<VenueLine>(
    reader,
    `SELECT venue.id AS "id", venue.name AS "venue", estate.name AS "estate", venue.address AS "address",
       venue.area_dm2 AS "areaDm2", venue.right_kind AS "right", venue.owner AS "owner",
       venue.functions AS "functions", venue.seats AS "seats", venue.lease_from AS "leaseFrom",
       venue.lease_to AS "leaseTo", venue.rent_fen AS "rentFen", person.name AS "keeper",
       person.phone AS "phone", person.phone2 AS "phone2", venue.opening_hours AS "openingHours",
       venue.note AS "note"
     FROM venue LEFT JOIN estate ON estate.id = venue.estate_id
       LEFT JOIN person ON person.id = venue.keeper_id
     WHERE venue.community_id = ? AND venue.ended_on IS NULL ORDER BY venue.name, venue.id`,
    [communityId],
  )
  const users = await allRows<{ venueId: string; name: string }>(
    reader,
    `SELECT link.venue_id AS "venueId", unit.name AS "name"
     FROM venue_unit link JOIN venue ON venue.id = link.venue_id JOIN unit ON unit.id = link.unit_id
     WHERE venue.community_id = ? AND link.ends_on IS NULL AND unit.dissolved_on IS NULL
     ORDER BY unit.sort, unit.id, link.id`,
    [communityId],
  )
  return rows.map(({ id, areaDm2, right, rentFen, phone, phone2, ...venue }) =>
    filled({
      ...venue,
      community,
      area: areaDm2 === null ? null : fenToDecimal(areaDm2),
      right: right === null ? null : venueRightLabels[right],
      rent: rentFen === null ? null : fenToDecimal(rentFen),
      branches: users.flatMap(({ venueId, name }) => (venueId === id ? [name] : [])).join('、'),
      keeperPhone: phonesOf({ phone, phone2 }),
    }),
  )
}
