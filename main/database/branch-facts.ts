import { AppError } from '../../shared/errors.ts'
import type { PostKind } from '../../shared/models/post.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import type { Reader } from './database.ts'

/** What a branch holds today; a reorganization hands it on. Money in fen, of one year. */
export interface BranchFacts {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  readonly members: readonly {
    readonly id: string
    readonly version: number
    readonly personId: string
    readonly name: string
    readonly startsOn: string | null
  }[]
  readonly children: readonly {
    readonly id: string
    readonly version: number
    readonly kind: UnitKind
    readonly name: string
    readonly members: number
  }[]
  readonly posts: readonly HeldPost[]
  readonly estates: readonly { readonly id: string; readonly name: string }[]
  readonly venues: readonly { readonly id: string; readonly estateId: string | null }[]
  readonly balances: readonly { readonly sourceId: string; readonly source: string; readonly fen: number }[]
  readonly emergencyBranches: readonly { readonly id: string; readonly version: number }[]
}

export interface HeldPost {
  readonly id: string
  readonly version: number
  readonly kind: PostKind
  readonly personId: string
  readonly person: string
  readonly position: string | null
  readonly households: number | null
  readonly estateId: string | null
  readonly place: string | null
  readonly startsOn: string | null
}

/** Throws `record.missing`, and `value.invalid` for what is no living branch. */
export const loadBranchFacts = async (reader: Reader, id: string, year: number): Promise<BranchFacts> => {
  const [unit] = await reader.query<{ name: string; kind: UnitKind; dissolvedOn: string | null }>(
    'SELECT name AS "name", kind AS "kind", dissolved_on AS "dissolvedOn" FROM unit WHERE id = ?',
    [id],
  )
  if (unit === undefined) throw new AppError('record.missing')
  if (unit.dissolvedOn !== null) throw new AppError('unit.dissolved', { name: unit.name })
  if (unit.kind !== 'branch') {
    throw new AppError('value.invalid', { reason: `“${unit.name}”不是党支部，只有党支部可以合并或拆分` })
  }
  const [members, children, posts, estates, venues, balances, emergencyBranches] = await Promise.all([
    reader.query<BranchFacts['members'][number]>(
      `SELECT membership.id AS "id", membership.version AS "version", person_id AS "personId",
         person.name AS "name", starts_on AS "startsOn"
       FROM membership JOIN person ON person.id = person_id
       WHERE unit_id = ? AND ends_on IS NULL ORDER BY person.pinyin, membership.id`,
      [id],
    ),
    reader.query<BranchFacts['children'][number]>(
      `SELECT id AS "id", version AS "version", kind AS "kind", name AS "name",
         (SELECT count(*) FROM membership WHERE membership.unit_id = unit.id AND ends_on IS NULL) AS "members"
       FROM unit WHERE parent_id = ? AND dissolved_on IS NULL ORDER BY sort, id`,
      [id],
    ),
    reader.query<HeldPost>(
      `SELECT post.id AS "id", post.version AS "version", kind AS "kind", person_id AS "personId",
         person.name AS "person", position AS "position", households AS "households", estate_id AS "estateId",
         place AS "place", starts_on AS "startsOn"
       FROM post JOIN person ON person.id = person_id WHERE unit_id = ? AND ends_on IS NULL ORDER BY post.id`,
      [id],
    ),
    reader.query<{ id: string; name: string }>(
      `SELECT estate.id AS "id", estate.name AS "name"
       FROM unit_estate JOIN estate ON estate.id = estate_id WHERE unit_id = ? AND ends_on IS NULL ORDER BY estate.name, estate.id`,
      [id],
    ),
    reader.query<BranchFacts['venues'][number]>(
      `SELECT DISTINCT venue.id AS "id", venue.estate_id AS "estateId"
       FROM venue_unit JOIN venue ON venue.id = venue_id
       WHERE unit_id = ? AND ends_on IS NULL AND ended_on IS NULL ORDER BY venue.name, venue.id`,
      [id],
    ),
    reader.query<BranchFacts['balances'][number]>(
      `SELECT fund_source.id AS "sourceId", fund_source.name AS "source", sum(fen) AS "fen" FROM (
         SELECT source_id, amount_fen AS fen FROM appropriation WHERE year = ? AND unit_id = ?
         UNION ALL SELECT source_id, -amount_fen FROM disbursement WHERE year = ? AND unit_id = ?
       ) entry JOIN fund_source ON fund_source.id = entry.source_id
       GROUP BY fund_source.id, fund_source.name, fund_source.sort HAVING sum(fen) <> 0 ORDER BY fund_source.sort`,
      [year, id, year, id],
    ),
    reader.query<{ id: string; version: number }>(
      `SELECT id AS "id", version AS "version" FROM unit WHERE beside_id = ? AND dissolved_on IS NULL ORDER BY id`,
      [id],
    ),
  ])
  return {
    id,
    name: unit.name,
    kind: unit.kind,
    members,
    children,
    posts,
    estates,
    venues,
    balances,
    emergencyBranches,
  }
}
