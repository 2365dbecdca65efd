import { mostVariables, placeholders } from './dialect.ts'
import type { Reader } from './reader.ts'

/** Of each unit the names from the root down to itself, joined by “ / ”. */
export const loadPaths = async (
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const paths = new Map<string, string>()
  const all = [...new Set(ids)]
  for (let from = 0; from < all.length; from += mostVariables) {
    const some = all.slice(from, from + mostVariables)
    const rows = await reader.query<{ start: string; name: string }>(
      `WITH RECURSIVE above (start, parent_id, name, depth) AS (
         SELECT id, parent_id, name, 0 FROM unit WHERE id IN (${placeholders(some.length)})
         UNION ALL
         SELECT above.start, unit.parent_id, unit.name, above.depth + 1
         FROM above JOIN unit ON unit.id = above.parent_id WHERE above.depth < 16
       )
       SELECT start AS "start", name AS "name" FROM above ORDER BY depth DESC`,
      some,
    )
    for (const { start, name } of rows) {
      const before = paths.get(start)
      paths.set(start, before === undefined ? name : `${before} / ${name}`)
    }
  }
  return paths
}
