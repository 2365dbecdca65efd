import type { TreeRow } from '../../shared/models/reorganization.ts'
import type { Parameter, Reader } from './database.ts'
import { placeholders } from './dialect.ts'
import { unitNodeColumns } from './tree.ts'

/*
 * The tree of a day. A unit lives on it from the day it was founded (unknown: since ever) up to the day before it was
 * dissolved, but for the times between a dissolution and a restoration. Its name and parent are those of the past state
 * that covers the day, else today's. Both halves of each query go by an index of the parent.
 */
const lives = `(unit.founded_on IS NULL OR substr(?, 1, length(unit.founded_on)) >= unit.founded_on)
  AND (unit.dissolved_on IS NULL OR unit.dissolved_on > ?)`
const covers = '(past.starts_on IS NULL OR past.starts_on <= ?) AND past.ends_on > ?'
/** Parameters of `lives` and of `covers`: the day twice. */
const twice = (day: string): readonly Parameter[] => [day, day]

const under = (column: string, parentId: string | null): string =>
  parentId === null ? `${column} IS NULL` : `${column} = ?`

/** The ids of the units directly below `parent` (a column or `?`) on the day. */
const childrenThen = (parent: string): string =>
  `SELECT unit.id FROM unit WHERE unit.parent_id = ${parent} AND ${lives}
     AND NOT EXISTS (SELECT 1 FROM unit_past past WHERE past.unit_id = unit.id AND ${covers})
   UNION ALL
   SELECT unit.id FROM unit_past past JOIN unit ON unit.id = past.unit_id
   WHERE past.parent_id = ${parent} AND past.state = 'living' AND ${covers} AND ${lives}`

/** Units directly below one (null: the roots), in their order. `asOf`: ISO day; null is today, the quickest. */
export const loadChildren = async (
  reader: Reader,
  parentId: string | null,
  asOf: string | null,
): Promise<readonly TreeRow[]> => loadRows(reader, [parentId], asOf)

/** Units directly below any of the parents; those of one parent stand in their order. */
export const loadRows = async (
  reader: Reader,
  parents: readonly (string | null)[],
  asOf: string | null,
): Promise<readonly TreeRow[]> => {
  if (asOf === null) return childrenNow(reader, parents)
  const parts = await Promise.all(parents.map((parentId) => childrenOn(reader, parentId, asOf)))
  return parts.flat()
}

const childrenNow = (reader: Reader, parents: readonly (string | null)[]): Promise<TreeRow[]> => {
  const ids = parents.filter((parentId) => parentId !== null)
  const under = [
    ...(ids.length === 0 ? [] : [`unit.parent_id IN (${placeholders(ids.length)})`]),
    ...(ids.length === parents.length ? [] : ['unit.parent_id IS NULL']),
  ]
  return reader.query<TreeRow>(
    `SELECT ${unitNodeColumns},
       (SELECT count(*) FROM unit child WHERE child.parent_id = unit.id AND child.dissolved_on IS NULL) AS "childCount"
     FROM unit WHERE (${under.join(' OR ')}) AND unit.dissolved_on IS NULL ORDER BY unit.sort, unit.id`,
    ids,
  )
}

const childrenOn = (reader: Reader, parentId: string | null, day: string): Promise<TreeRow[]> => {
  const above = parentId === null ? [] : [parentId]
  return reader.query<TreeRow>(
    `SELECT found.*, (SELECT count(*) FROM (${childrenThen('found."id"')}) child) AS "childCount" FROM (
       SELECT ${unitNodeColumns} FROM unit
       WHERE ${under('unit.parent_id', parentId)} AND ${lives}
         AND NOT EXISTS (SELECT 1 FROM unit_past past WHERE past.unit_id = unit.id AND ${covers})
       UNION ALL
       SELECT ${unitNodeColumns.replace('unit.parent_id', 'past.parent_id').replace('unit.name', 'past.name')}
       FROM unit_past past JOIN unit ON unit.id = past.unit_id
       WHERE ${under('past.parent_id', parentId)} AND past.state = 'living' AND ${covers} AND ${lives}
     ) found ORDER BY found."sort", found."id"`,
    [
      // The count stands first in the text.
      ...twice(day),
      ...twice(day),
      ...twice(day),
      ...twice(day),
      ...above,
      ...twice(day),
      ...twice(day),
      ...above,
      ...twice(day),
      ...twice(day),
    ],
  )
}

interface Above {
  readonly parentId: string | null
  readonly name: string
}

/** The parent and name of a unit on the day; null when it did not live then. */
const stateOn = async (reader: Reader, id: string, day: string): Promise<Above | null> => {
  const [state] = await reader.query<Above & { readonly state: string }>(
    `SELECT coalesce(past.state, 'living') AS "state",
       CASE WHEN past.id IS NULL THEN unit.parent_id ELSE past.parent_id END AS "parentId",
       CASE WHEN past.id IS NULL THEN unit.name ELSE past.name END AS "name"
     FROM unit LEFT JOIN unit_past past ON past.unit_id = unit.id AND ${covers}
     WHERE unit.id = ? AND ${lives}`,
    [...twice(day), id, ...twice(day)],
  )
  return state === undefined || state.state === 'dissolved' ? null : state
}

/** From the root down to the parent on that day (null: today); empty when the unit did not live then. */
export const loadPathIds = async (
  reader: Reader,
  id: string,
  asOf: string | null,
): Promise<readonly string[]> => {
  // Later than any day: today's state, whatever the clock says.
  const day = asOf ?? '9999-12-31'
  const path: string[] = []
  let state = await stateOn(reader, id, day)
  while (state !== null && state.parentId !== null && path.length < 16) {
    path.unshift(state.parentId)
    state = await stateOn(reader, state.parentId, day)
  }
  return state === null ? [] : path
}

/** The whole tree of a day, parents before children: for the command line and for comparisons in tests. */
export const loadTreeOn = async (
  reader: Reader,
  asOf: string | null,
): Promise<readonly (TreeRow & { readonly path: string })[]> => {
  const all: (TreeRow & { readonly path: string })[] = []
  const take = async (parentId: string | null, above: string): Promise<void> => {
    for (const row of await loadChildren(reader, parentId, asOf)) {
      const path = above === '' ? row.name : `${above} / ${row.name}`
      all.push({ ...row, path })
      if (row.childCount > 0) await take(row.id, path)
    }
  }
  await take(null, '')
  return all
}
