import type { Parameter, Reader } from './database.ts'
import { placeholders } from './dialect.ts'

const partSize = 5000

/** A term of `post` or `membership` that runs on the day; months count by what both know. */
const runs = (table: string, day: string | null): { sql: string; days: readonly Parameter[] } =>
  day === null
    ? { sql: `${table}.ends_on IS NULL`, days: [] }
    : {
        sql: `(${table}.starts_on IS NULL OR substr(?, 1, length(${table}.starts_on)) >= ${table}.starts_on)
          AND (${table}.ends_on IS NULL OR ${table}.ends_on > ?)`,
        days: [day, day],
      }

/** Names of the secretaries, and of the heads of building groups, by unit; on the ISO day (null: today). */
export const loadChartHeads = async (
  reader: Reader,
  unitIds: readonly string[],
  day: string | null,
): Promise<ReadonlyMap<string, string>> => {
  const heads = new Map<string, string>()
  const term = runs('post', day)
  for (let from = 0; from < unitIds.length; from += partSize) {
    const part = unitIds.slice(from, from + partSize)
    const rows = await reader.query<{ unitId: string; name: string }>(
      `SELECT post.unit_id AS "unitId", person.name AS "name" FROM post JOIN person ON person.id = post.person_id
       WHERE post.unit_id IN (${placeholders(part.length)}) AND post.kind IN ('secretary', 'groupLeader')
         AND ${term.sql} ORDER BY post.starts_on, post.id`,
      [...part, ...term.days],
    )
    for (const { unitId, name } of rows) heads.set(unitId, name)
  }
  return heads
}

/** The parents of units on the day (null: today), by unit. */
const parentsOf = async (
  reader: Reader,
  ids: readonly string[],
  day: string | null,
): Promise<ReadonlyMap<string, string>> => {
  const parents = new Map<string, string>()
  for (let from = 0; from < ids.length; from += partSize) {
    const part = ids.slice(from, from + partSize)
    const among = `unit.id IN (${placeholders(part.length)})`
    const rows = await reader.query<{ id: string; parentId: string | null }>(
      day === null
        ? `SELECT unit.id AS "id", unit.parent_id AS "parentId" FROM unit WHERE ${among}`
        : `SELECT unit.id AS "id", CASE WHEN past.id IS NULL THEN unit.parent_id ELSE past.parent_id END AS "parentId"
           FROM unit LEFT JOIN unit_past past ON past.unit_id = unit.id
             AND (past.starts_on IS NULL OR past.starts_on <= ?) AND past.ends_on > ? WHERE ${among}`,
      day === null ? part : [day, day, ...part],
    )
    for (const { id, parentId } of rows) if (parentId !== null) parents.set(id, parentId)
  }
  return parents
}

/**
 * Members of each unit that has any, in it or below it. Counted where the members are and then carried upwards: the
 * cost goes with the units that have members, however large the tree. A person is a member of one unit at a time.
 */
export const loadMemberCounts = async (
  reader: Reader,
  day: string | null,
): Promise<ReadonlyMap<string, number>> => {
  const term = runs('membership', day)
  const rows = await reader.query<{ unitId: string; n: number }>(
    `SELECT membership.unit_id AS "unitId", count(DISTINCT membership.person_id) AS "n" FROM membership
     WHERE ${term.sql} GROUP BY membership.unit_id`,
    term.days,
  )
  const counts = new Map<string, number>()
  let carried = new Map(rows.map((row) => [row.unitId, row.n]))
  while (carried.size > 0) {
    for (const [id, n] of carried) counts.set(id, (counts.get(id) ?? 0) + n)
    const parents = await parentsOf(reader, [...carried.keys()], day)
    const above = new Map<string, number>()
    for (const [id, n] of carried) {
      const parent = parents.get(id)
      if (parent !== undefined) above.set(parent, (above.get(parent) ?? 0) + n)
    }
    carried = above
  }
  return counts
}
