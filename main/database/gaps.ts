import type { Gap } from '../../shared/models/organization.ts'
import type { PostKind } from '../../shared/models/post.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import { electionGap, gapsOf, type HeldPosts } from '../../shared/rules/gaps.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import type { Reader } from './database.ts'

interface Held {
  readonly unitId: string
  readonly kind: PostKind
  readonly reachable: number
}

interface Unit {
  readonly id: string
  readonly kind: UnitKind
}

const nothingHeld: HeldPosts = new Map()

/** A function from a living unit to what it lacks, by the posts held today. Two queries, whatever the number of units. */
export const loadGaps = async (reader: Reader): Promise<(unit: Unit) => readonly Gap[]> => {
  const [posts, elections] = await Promise.all([heldPosts(reader), nextElections(reader)])
  const today = dayOf(new Date())
  const byUnit = new Map<string, Map<PostKind, boolean>>()
  for (const post of posts) {
    const held = byUnit.get(post.unitId) ?? new Map<PostKind, boolean>()
    byUnit.set(post.unitId, held.set(post.kind, post.reachable === 1))
  }
  return (unit) =>
    gapsOf(unit.kind, byUnit.get(unit.id) ?? nothingHeld, electionGap(elections.get(unit.id) ?? null, today))
}

const nextElections = async (reader: Reader): Promise<ReadonlyMap<string, string>> => {
  const rows = await reader.query<{ id: string; day: string }>(
    `SELECT id AS "id", next_election_on AS "day" FROM unit
     WHERE next_election_on IS NOT NULL AND dissolved_on IS NULL`,
  )
  return new Map(rows.map((row) => [row.id, row.day]))
}

/** A kind held by several people counts as reachable when one of them has a phone. */
const heldPosts = (reader: Reader): Promise<Held[]> =>
  reader.query<Held>(
    `SELECT post.unit_id AS "unitId", post.kind AS "kind",
       max(CASE WHEN person.phone IS NOT NULL OR person.phone2 IS NOT NULL THEN 1 ELSE 0 END) AS "reachable"
     FROM post JOIN person ON person.id = post.person_id
     WHERE post.ends_on IS NULL
     GROUP BY post.unit_id, post.kind`,
  )
