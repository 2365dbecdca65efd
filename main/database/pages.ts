import type { Reader } from './reader.ts'

/** Few enough rows that turning them into objects never holds up the window. */
const pageSize = 1000

/**
 * Goes through all rows of a large query, page by page in the order of `id`, which each row must have. `sql` ends
 * with its conditions, at least one; `column` is the SQL of the id, e.g. `post.id`.
 */
export const forEachRow = async <Row extends { readonly id: string }>(
  reader: Reader,
  sql: string,
  column: string,
  take: (row: Row) => void,
): Promise<void> => {
  let from = ''
  for (;;) {
    const page = await reader.query<Row>(`${sql} AND ${column} > ? ORDER BY ${column} LIMIT ${pageSize}`, [
      from,
    ])
    page.forEach(take)
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    from = last.id
  }
}
