import type { BranchWithoutVenue, VenueFigures, VenueLine } from '../../../shared/models/register.ts'
import type { VenueRight } from '../../../shared/models/venue.ts'
import type { VenueFilter, VenueSort } from '../../../shared/requests/registers.ts'
import { maskedPhone } from '../../../shared/rules/masking.ts'
import type { Parameter, Reader } from '../database.ts'
import { placeholders } from '../dialect.ts'
import { contactPhone } from './contact.ts'
import { grouped, holding, inOrder, type Listing, orderBy, pageByName, pageOf } from './page.ts'

/** Who uses a venue today. */
const uses = `venue_unit JOIN unit ON unit.id = venue_unit.unit_id
  WHERE venue_unit.ends_on IS NULL AND unit.dissolved_on IS NULL`

const usersOfVenue = `(SELECT count(DISTINCT unit_id) FROM ${uses} AND venue_unit.venue_id = venue.id)`

const columns: Readonly<Record<Exclude<VenueSort['by'], 'community' | 'name'>, string>> = {
  area: 'venue.area_dm2',
  right: 'venue.right_kind',
  seats: 'venue.seats',
  lease: 'venue.lease_to',
  rent: 'venue.rent_fen',
}

const listingOf = (filter: VenueFilter, { by, descending }: VenueSort): Listing => {
  const conditions = ['venue.ended_on IS NULL']
  const parameters: Parameter[] = []
  const add = (sql: string, ...more: readonly Parameter[]) => {
    conditions.push(sql)
    parameters.push(...more)
  }
  if (filter.communityId !== undefined) add('venue.community_id = ?', filter.communityId)
  if (filter.right === 'none') add('venue.right_kind IS NULL')
  else if (filter.right !== undefined) add('venue.right_kind = ?', filter.right)
  if (filter.shared !== undefined) add(`${usersOfVenue} ${filter.shared ? '>' : '<='} 1`)
  if (filter.text !== undefined && filter.text.trim() !== '') {
    const own = holding(['venue.name', 'venue.address', 'keeper.name'], filter.text)
    const branch = holding(['unit.name'], filter.text)
    add(
      `(${own.sql} OR venue.id IN (SELECT venue_unit.venue_id FROM ${uses} AND ${branch.sql}))`,
      ...own.parameters,
      ...branch.parameters,
    )
  }
  const last = [{ sql: 'venue.name' }, { sql: 'venue.id' }]
  return {
    rows: `FROM venue JOIN unit community ON community.id = venue.community_id
      LEFT JOIN person keeper ON keeper.id = venue.keeper_id WHERE ${conditions.join(' AND ')}`,
    parameters,
    id: 'venue.id',
    order: orderBy(
      by === 'community' || by === 'name'
        ? ['community.sort', 'community.id'].map((sql) => ({ sql, descending }))
        : [{ sql: columns[by], descending, blank: true }, ...last],
    ),
  }
}

/** SQL of what a list and a drawer show alike; joins `community` and `keeper`. */
export const venueColumns = `venue.id AS "id", venue.name AS "name", community.id AS "communityId",
  community.name AS "communityName", venue.address AS "address", venue.area_dm2 AS "areaDm2",
  venue.right_kind AS "right", venue.seats AS "seats", venue.lease_from AS "leaseFrom",
  venue.lease_to AS "leaseTo", venue.rent_fen AS "rentFen", keeper.name AS "keeperName",
  ${contactPhone('keeper')} AS "phone", venue.opening_hours AS "openingHours"`
export const venueJoins = `JOIN unit community ON community.id = venue.community_id
  LEFT JOIN person keeper ON keeper.id = venue.keeper_id`

type Row = Omit<VenueLine, 'branches' | 'keeperPhoneMasked'> & { readonly phone: string | null }

/** Part of the register of venues in use, with the branches that use each; phones masked. */
export const loadVenuePage = async (
  reader: Reader,
  asked: {
    readonly filter: VenueFilter
    readonly sort: VenueSort
    readonly from: number
    readonly count: number
  },
): Promise<{ readonly total: number; readonly rows: readonly VenueLine[] }> => {
  const { by, descending } = asked.sort
  const listing = listingOf(asked.filter, asked.sort)
  const named = {
    ...listing,
    group: by === 'name' ? "''" : 'community.id',
    name: 'venue.name',
    descending: by === 'name' && descending,
  }
  const { total, ids } =
    by === 'community' || by === 'name'
      ? await pageByName(reader, named, asked.from, asked.count)
      : await pageOf(reader, listing, asked.from, asked.count)
  if (ids.length === 0) return { total, rows: [] }
  const [venues, branches] = await Promise.all([
    reader.query<Row>(
      `SELECT ${venueColumns} FROM venue ${venueJoins} WHERE venue.id IN (${placeholders(ids.length)})`,
      ids,
    ),
    reader.query<{ venueId: string; name: string }>(
      `SELECT DISTINCT venue_unit.venue_id AS "venueId", unit.name AS "name", unit.sort AS "sort", unit.id AS "id"
       FROM ${uses} AND venue_unit.venue_id IN (${placeholders(ids.length)}) ORDER BY unit.sort, unit.id`,
      ids,
    ),
  ])
  const byVenue = grouped(branches, (row) => row.venueId)
  const rows = inOrder(ids, venues).map(({ phone, ...venue }) => ({
    ...venue,
    keeperPhoneMasked: maskedPhone(phone),
    branches: (byVenue.get(venue.id) ?? []).map((row) => row.name),
  }))
  return { total, rows }
}

const without = `FROM unit LEFT JOIN unit above ON above.id = unit.parent_id
  WHERE unit.kind = 'branch' AND unit.dissolved_on IS NULL AND unit.id NOT IN (
    SELECT venue_unit.unit_id FROM venue_unit JOIN venue ON venue.id = venue_unit.venue_id
    WHERE venue_unit.ends_on IS NULL AND venue.ended_on IS NULL)`

/** Figures over all venues in use, and what a list can be narrowed to with how many each leaves. */
export const loadVenueFigures = async (reader: Reader): Promise<VenueFigures> => {
  const [sums, shared, branches, lacking, communities, rights] = await Promise.all([
    reader.query<{ venues: number; area: number | null; withoutArea: number }>(
      `SELECT count(*) AS "venues", sum(area_dm2) AS "area", count(*) - count(area_dm2) AS "withoutArea"
       FROM venue WHERE ended_on IS NULL`,
    ),
    reader.query<{ n: number }>(
      `SELECT count(*) AS "n" FROM venue WHERE ended_on IS NULL AND ${usersOfVenue} > 1`,
    ),
    reader.query<{ n: number }>(
      `SELECT count(*) AS "n" FROM unit WHERE kind = 'branch' AND dissolved_on IS NULL`,
    ),
    reader.query<{ n: number }>(`SELECT count(*) AS "n" ${without}`),
    reader.query<{ id: string; name: string; count: number }>(
      `SELECT unit.id AS "id", unit.name AS "name", count(*) AS "count"
       FROM venue JOIN unit ON unit.id = venue.community_id WHERE venue.ended_on IS NULL
       GROUP BY unit.id, unit.name, unit.sort ORDER BY unit.sort, unit.id`,
    ),
    reader.query<{ right: VenueRight | null; count: number }>(
      `SELECT right_kind AS "right", count(*) AS "count" FROM venue WHERE ended_on IS NULL
       GROUP BY right_kind ORDER BY count(*) DESC, right_kind`,
    ),
  ])
  const [sum] = sums
  return {
    venues: sum?.venues ?? 0,
    shared: shared[0]?.n ?? 0,
    areaDm2: sum?.area ?? 0,
    withoutArea: sum?.withoutArea ?? 0,
    branches: branches[0]?.n ?? 0,
    branchesWithout: lacking[0]?.n ?? 0,
    communities,
    rights,
  }
}

/** Part of the living branches that use no venue. */
export const loadBranchesWithout = async (
  reader: Reader,
  from: number,
  count: number,
): Promise<{ readonly total: number; readonly rows: readonly BranchWithoutVenue[] }> => {
  const order = orderBy(['above.sort', 'above.id', 'unit.sort', 'unit.id'].map((sql) => ({ sql })))
  const { total, ids } = await pageOf(
    reader,
    { rows: without, parameters: [], id: 'unit.id', order },
    from,
    count,
  )
  if (ids.length === 0) return { total, rows: [] }
  const rows = await reader.query<BranchWithoutVenue>(
    `SELECT unit.id AS "id", unit.name AS "name",
       CASE WHEN above.kind = 'communityCommittee' THEN above.name END AS "communityName"
     FROM unit LEFT JOIN unit above ON above.id = unit.parent_id WHERE unit.id IN (${placeholders(ids.length)})`,
    ids,
  )
  return { total, rows: inOrder(ids, rows) }
}
