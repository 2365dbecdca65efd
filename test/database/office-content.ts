import type { Database } from '../../main/database/database.ts'
import { everything } from './imports.ts'

type Row = Readonly<Record<string, unknown>>

/** An id is told from other texts by being the id of some row. */
const idsIn = (content: Readonly<Record<string, readonly Row[]>>): ReadonlyMap<unknown, string> =>
  new Map(Object.entries(content).flatMap(([table, rows]) => rows.map((row) => [row['id'], table] as const)))

/**
 * Every row of the office as texts, the same for two offices that differ only in the ids of their rows: an id becomes
 * what its row says, down to what that row refers to.
 */
export const contentWithoutIds = async (db: Database): Promise<readonly string[]> => {
  const content = await everything(db)
  const tables = idsIn(content)
  const rowOf = new Map(
    Object.values(content).flatMap((rows) => rows.map((row) => [row['id'], row] as const)),
  )
  const said = new Map<unknown, string>()
  const say = (id: unknown, depth: number): string => {
    const known = depth === 0 ? said.get(id) : undefined
    if (known !== undefined) return known
    const fields = Object.entries(rowOf.get(id) ?? {}).flatMap(([column, value]) => {
      if (column === 'id' || value === null || value === '') return []
      const refers = tables.has(value)
      if (refers && depth >= 3) return []
      return [`${column}=${refers ? `(${say(value, depth + 1)})` : String(value)}`]
    })
    const text = `${tables.get(id)} ${fields.join(' ')}`
    if (depth === 0) said.set(id, text)
    return text
  }
  return [...rowOf.keys()].map((id) => say(id, 0)).sort()
}
