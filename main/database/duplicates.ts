import type { DuplicatePair, DuplicateReason } from '../../shared/models/duplicate.ts'
import type { Reader } from './database.ts'
import { listedPeople } from './people-page.ts'

/** More pairs than these nobody goes through in one sitting. */
export const mostPairs = 500

const here = 'ended_on IS NULL AND merged_into_id IS NULL'
/** For matching only: `·` `•` `・` are one. */
const key = (table: string): string => `replace(replace(${table}.name, '•', '·'), '・', '·')`

/**
 * Pairs of records that may be one person: the same ID number; the same name and a phone in common; the same name, day
 * of birth and branch. By groups of equal values, never record by record, so that 60,000 people stay quick.
 */
const pairsSql = `WITH alive AS MATERIALIZED (
    SELECT id, ${key('person')} AS name, id_number, birth_date FROM person WHERE ${here}
  ),
  number AS MATERIALIZED (
    SELECT id, ${key('person')} AS name, phone FROM person WHERE ${here} AND phone IS NOT NULL
    UNION ALL
    SELECT id, ${key('person')}, phone2 FROM person
    WHERE ${here} AND phone2 IS NOT NULL AND phone2 <> coalesce(phone, '')
  ),
  same_id AS MATERIALIZED (
    SELECT id_number FROM alive WHERE id_number IS NOT NULL GROUP BY id_number HAVING count(*) > 1
  ),
  same_number AS MATERIALIZED (
    SELECT phone, name FROM number GROUP BY phone, name HAVING count(DISTINCT id) > 1
  ),
  same_birth AS MATERIALIZED (
    SELECT name, birth_date FROM alive WHERE length(birth_date) = 10
    GROUP BY name, birth_date HAVING count(*) > 1
  ),
  found (a_id, b_id, rank) AS (
    SELECT a.id, b.id, 0 FROM same_id g CROSS JOIN alive a CROSS JOIN alive b
    WHERE a.id_number = g.id_number AND b.id_number = g.id_number AND a.id < b.id
    UNION ALL
    SELECT a.id, b.id, 1 FROM same_number g CROSS JOIN number a CROSS JOIN number b
    WHERE a.phone = g.phone AND a.name = g.name AND b.phone = g.phone AND b.name = g.name AND a.id < b.id
    UNION ALL
    SELECT a.id, b.id, 2 FROM same_birth g CROSS JOIN alive a CROSS JOIN alive b
    WHERE a.name = g.name AND a.birth_date = g.birth_date AND b.name = g.name AND b.birth_date = g.birth_date
      AND a.id < b.id AND EXISTS (
        SELECT 1 FROM membership m JOIN membership n ON n.unit_id = m.unit_id
        WHERE m.person_id = a.id AND n.person_id = b.id AND m.ends_on IS NULL AND n.ends_on IS NULL)
  ),
  pair AS (
    SELECT a_id, b_id, min(rank) AS rank FROM found
    WHERE NOT EXISTS (SELECT 1 FROM not_same WHERE not_same.a_id = found.a_id AND not_same.b_id = found.b_id)
    GROUP BY a_id, b_id
  )`

const reasons: readonly DuplicateReason[] = ['idNumber', 'phone', 'birth']

/** The surest pairs first; ids of a pair in their order. */
export const loadDuplicates = async (
  reader: Reader,
): Promise<{ readonly total: number; readonly pairs: readonly DuplicatePair[] }> => {
  const rows = await reader.query<{ aId: string; bId: string; rank: number; total: number }>(
    `${pairsSql} SELECT pair.a_id AS "aId", pair.b_id AS "bId", pair.rank AS "rank", count(*) OVER () AS "total"
     FROM pair JOIN person ON person.id = pair.a_id
     ORDER BY pair.rank, person.reading_key, pair.a_id, pair.b_id LIMIT ${mostPairs}`,
  )
  const people = new Map(
    (await listedPeople(reader, [...new Set(rows.flatMap((row) => [row.aId, row.bId]))])).map((person) => [
      person.id,
      person,
    ]),
  )
  const placeOf = (id: string): string => {
    const person = people.get(id)
    return person?.branchName ?? (person?.posts.split('；')[0] || '未登记组织')
  }
  return {
    total: rows[0]?.total ?? 0,
    pairs: rows.map(({ aId, bId, rank }) => ({
      aId,
      bId,
      name: people.get(aId)?.name ?? '',
      reason: reasons[rank] ?? 'birth',
      aPlace: placeOf(aId),
      bPlace: placeOf(bId),
    })),
  }
}
