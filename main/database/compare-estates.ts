import type { TreeChange } from '../../shared/models/reorganization.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import type { Reader } from './database.ts'

interface ServedRow {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  readonly path: string | null
  readonly estate: string
  readonly before: number
  readonly after: number
}

const served = `(link.starts_on IS NULL OR link.starts_on <= ?) AND (link.ends_on IS NULL OR link.ends_on > ?)`

/** Units that lived on both ISO days and serve other estates on the one than on the other. */
export const loadEstateChanges = async (
  reader: Reader,
  from: string,
  to: string,
): Promise<readonly TreeChange[]> => {
  const rows = await reader.query<ServedRow>(
    `SELECT unit.id AS "id", unit.kind AS "kind", unit.name AS "name", parent.name AS "path", estate.name AS "estate",
       CASE WHEN ${served} THEN 1 ELSE 0 END AS "before", CASE WHEN ${served} THEN 1 ELSE 0 END AS "after"
     FROM unit_estate link JOIN unit ON unit.id = link.unit_id LEFT JOIN unit parent ON parent.id = unit.parent_id
       JOIN estate ON estate.id = link.estate_id
     WHERE (unit.dissolved_on IS NULL OR unit.dissolved_on > ?) AND (unit.founded_on IS NULL OR unit.founded_on <= ?)
       AND EXISTS (SELECT 1 FROM unit_estate other WHERE other.unit_id = link.unit_id
         AND ((other.starts_on > ? AND other.starts_on <= ?) OR (other.ends_on > ? AND other.ends_on <= ?)))
     ORDER BY unit.name, unit.id, estate.name`,
    [from, from, to, to, to, from, from, to, from, to],
  )
  const groups = new Map<string, { row: ServedRow; before: Set<string>; after: Set<string> }>()
  for (const row of rows) {
    const group = groups.get(row.id) ?? { row, before: new Set(), after: new Set() }
    if (row.before === 1) group.before.add(row.estate)
    if (row.after === 1) group.after.add(row.estate)
    groups.set(row.id, group)
  }
  return [...groups.values()]
    .map(({ row, before, after }) => ({
      kind: 'estates' as const,
      unit: { id: row.id, kind: row.kind, name: row.name },
      path: row.path ?? '',
      before: [...before],
      after: [...after],
    }))
    .filter((change) => change.before.join('、') !== change.after.join('、'))
}
