import type { PostKind } from '../../shared/models/post.ts'
import type { TreeChange, TreeComparison } from '../../shared/models/reorganization.ts'
import type { UnitKind, UnitRef } from '../../shared/models/unit.ts'
import { loadEstateChanges } from './compare-estates.ts'
import type { Reader } from './database.ts'

const mostChanges = 5000

interface Row {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  readonly path: string | null
  readonly day: string
}

const refOf = ({ id, kind, name }: Row): UnitRef => ({ id, kind, name })

/**
 * What happened to units after the ISO day `from`, up to and including `to`: added, dissolved (with their successors),
 * moved, renamed, whose posts changed hands, and which serve other estates. Reads only what has a date in between.
 */
export const compareTrees = async (reader: Reader, from: string, to: string): Promise<TreeComparison> => {
  const [added, dissolved, past, posts, estates] = await Promise.all([
    loadAdded(reader, from, to),
    loadDissolved(reader, from, to),
    loadPlaces(reader, from, to),
    loadPosts(reader, from, to),
    loadEstateChanges(reader, from, to),
  ])
  const changes = [...added, ...dissolved, ...past, ...posts, ...estates]
  return { from, to, changes: changes.slice(0, mostChanges), total: changes.length }
}

const above = 'LEFT JOIN unit parent ON parent.id = unit.parent_id'
const columns = 'unit.id AS "id", unit.kind AS "kind", unit.name AS "name", parent.name AS "path"'

const loadAdded = async (reader: Reader, from: string, to: string): Promise<readonly TreeChange[]> => {
  const rows = await reader.query<Row>(
    `SELECT ${columns}, unit.founded_on AS "day" FROM unit ${above}
     WHERE unit.founded_on > ? AND unit.founded_on <= ? AND (unit.dissolved_on IS NULL OR unit.dissolved_on > ?)
     UNION ALL
     SELECT ${columns}, past.ends_on FROM unit_past past JOIN unit ON unit.id = past.unit_id ${above}
     WHERE past.state = 'dissolved' AND past.starts_on <= ? AND past.ends_on > ? AND past.ends_on <= ?
     ORDER BY 5, 3`,
    [from, to, to, from, from, to],
  )
  return rows.map((row) => ({ kind: 'added', unit: refOf(row), path: row.path ?? '', day: row.day }))
}

const loadDissolved = async (reader: Reader, from: string, to: string): Promise<readonly TreeChange[]> => {
  const rows = await reader.query<Row>(
    `SELECT ${columns}, unit.dissolved_on AS "day" FROM unit ${above}
     WHERE unit.dissolved_on > ? AND unit.dissolved_on <= ? AND (unit.founded_on IS NULL OR unit.founded_on <= ?)
     UNION ALL
     SELECT ${columns}, past.starts_on FROM unit_past past JOIN unit ON unit.id = past.unit_id ${above}
     WHERE past.state = 'dissolved' AND past.starts_on > ? AND past.starts_on <= ? AND past.ends_on > ?
     ORDER BY 5, 3`,
    [from, to, from, from, to, to],
  )
  const successors = await reader.query<UnitRef & { readonly fromId: string }>(
    `SELECT succession.from_id AS "fromId", unit.id AS "id", unit.kind AS "kind", unit.name AS "name"
     FROM succession JOIN unit ON unit.id = succession.to_id WHERE succession.day > ? AND succession.day <= ?`,
    [from, to],
  )
  return rows.map((row) => ({
    kind: 'dissolved',
    unit: refOf(row),
    path: row.path ?? '',
    day: row.day,
    successors: successors
      .filter((successor) => successor.fromId === row.id)
      .map(({ fromId: _, ...unit }) => unit),
  }))
}

interface Place {
  readonly unitId: string
  readonly name: string
  readonly parent: string | null
  readonly parentName: string | null
}

/** The first state that ended in between is what was on `from`; the one that covers `to`, else today's, is what was then. */
const loadPlaces = async (reader: Reader, from: string, to: string): Promise<readonly TreeChange[]> => {
  const before = await reader.query<Place & { readonly kind: UnitKind }>(
    `SELECT past.unit_id AS "unitId", unit.kind AS "kind", past.name AS "name", past.parent_id AS "parent",
       parent.name AS "parentName"
     FROM unit_past past JOIN unit ON unit.id = past.unit_id LEFT JOIN unit parent ON parent.id = past.parent_id
     WHERE past.state = 'living' AND past.ends_on > ? AND past.ends_on <= ?
       AND (past.starts_on IS NULL OR past.starts_on <= ?)
       AND (unit.dissolved_on IS NULL OR unit.dissolved_on > ?)
     ORDER BY past.ends_on, unit.name`,
    [from, to, from, to],
  )
  const changes: TreeChange[] = []
  for (const old of before) {
    const [then] = await reader.query<Place>(
      `SELECT unit.id AS "unitId", coalesce(past.name, unit.name) AS "name",
         CASE WHEN past.id IS NULL THEN unit.parent_id ELSE past.parent_id END AS "parent",
         parent.name AS "parentName"
       FROM unit LEFT JOIN unit_past past ON past.unit_id = unit.id AND past.state = 'living'
           AND (past.starts_on IS NULL OR past.starts_on <= ?) AND past.ends_on > ?
         LEFT JOIN unit parent
           ON parent.id = CASE WHEN past.id IS NULL THEN unit.parent_id ELSE past.parent_id END
       WHERE unit.id = ?`,
      [to, to, old.unitId],
    )
    if (then === undefined) continue
    const unit: UnitRef = { id: old.unitId, kind: old.kind, name: then.name }
    if (then.parent !== old.parent) {
      changes.push({ kind: 'moved', unit, from: old.parentName ?? '', to: then.parentName ?? '' })
    }
    if (then.name !== old.name) changes.push({ kind: 'renamed', unit, from: old.name, to: then.name })
  }
  return changes
}

interface PostRow extends Row {
  readonly post: PostKind
  readonly person: string
  readonly before: number
  readonly after: number
}

const loadPosts = async (reader: Reader, from: string, to: string): Promise<readonly TreeChange[]> => {
  const rows = await reader.query<PostRow>(
    `SELECT ${columns}, post.kind AS "post", person.name AS "person",
       CASE WHEN (post.starts_on IS NULL OR post.starts_on <= ?) AND (post.ends_on IS NULL OR post.ends_on > ?)
         THEN 1 ELSE 0 END AS "before",
       CASE WHEN (post.starts_on IS NULL OR post.starts_on <= ?) AND (post.ends_on IS NULL OR post.ends_on > ?)
         THEN 1 ELSE 0 END AS "after"
     FROM post JOIN unit ON unit.id = post.unit_id ${above} JOIN person ON person.id = post.person_id
     WHERE (unit.dissolved_on IS NULL OR unit.dissolved_on > ?) AND (unit.founded_on IS NULL OR unit.founded_on <= ?)
       AND EXISTS (SELECT 1 FROM post other WHERE other.unit_id = post.unit_id AND other.kind = post.kind
         AND ((other.starts_on > ? AND other.starts_on <= ?) OR (other.ends_on > ? AND other.ends_on <= ?)))
     ORDER BY unit.name, unit.id, post.kind, person.pinyin`,
    [from, from, to, to, to, from, from, to, from, to],
  )
  const groups = new Map<string, { row: PostRow; before: string[]; after: string[] }>()
  for (const row of rows) {
    const key = `${row.id} ${row.post}`
    const group = groups.get(key) ?? { row, before: [], after: [] }
    if (row.before === 1) group.before.push(row.person)
    if (row.after === 1) group.after.push(row.person)
    groups.set(key, group)
  }
  return [...groups.values()]
    .filter(({ before, after }) => before.join('、') !== after.join('、'))
    .map(({ row, before, after }) => ({
      kind: 'posts',
      unit: refOf(row),
      path: row.path ?? '',
      post: row.post,
      before,
      after,
    }))
}
