import type { TreeMark } from '../../shared/models/organization.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import { countedKind } from '../../shared/rules/tree.ts'
import type { Reader } from './database.ts'
import { placeholders } from './dialect.ts'
import { gapRows } from './gaps.ts'
import { loadStandards } from './standards.ts'

/** Each of the units, and every living unit below it. */
const below = (count: number): string => `WITH RECURSIVE below (start, id, kind) AS (
    SELECT id, id, kind FROM unit WHERE id IN (${placeholders(count)})
    UNION ALL
    SELECT below.start, unit.id, unit.kind FROM below JOIN unit ON unit.parent_id = below.id
    WHERE unit.dissolved_on IS NULL
  )`

/**
 * For rows of the outline: how many units of the kind that matters stand below each, and how many units there, itself
 * included, lack something. At most 500 ids; units with neither are left out.
 */
export const loadMarks = async (
  reader: Reader,
  ids: readonly string[],
): Promise<Readonly<Record<string, TreeMark>>> => {
  if (ids.length === 0) return {}
  const gaps = gapRows(dayOf(new Date()), await loadStandards(reader), {
    sql: 'SELECT id, kind FROM inside',
    parameters: [],
  })
  const [kinds, counts, warnings] = await Promise.all([
    reader.query<{ id: string; kind: UnitKind }>(
      `SELECT id AS "id", kind AS "kind" FROM unit WHERE id IN (${placeholders(ids.length)})`,
      ids,
    ),
    reader.query<{ id: string; kind: UnitKind; n: number }>(
      `${below(ids.length)} SELECT start AS "id", kind AS "kind", count(*) AS "n" FROM below
       WHERE id <> start GROUP BY start, kind`,
      ids,
    ),
    reader.query<{ id: string; n: number }>(
      `${below(ids.length)}, inside (id, kind) AS MATERIALIZED (SELECT DISTINCT id, kind FROM below),
         lacking (unit_id) AS (SELECT DISTINCT unit_id FROM (${gaps.sql}) gap_row)
       SELECT below.start AS "id", count(*) AS "n" FROM lacking CROSS JOIN below WHERE below.id = lacking.unit_id
       GROUP BY below.start`,
      [...ids, ...gaps.parameters],
    ),
  ])
  const counted = new Map(counts.map((row) => [`${row.id} ${row.kind}`, row.n]))
  const lacking = new Map(warnings.map((row) => [row.id, row.n]))
  return Object.fromEntries(
    kinds.map(({ id, kind }) => [
      id,
      { count: counted.get(`${id} ${countedKind[kind]}`) ?? 0, warnings: lacking.get(id) ?? 0 },
    ]),
  )
}
