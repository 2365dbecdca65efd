import type { Parameter, Reader } from '../database.ts'
import { type Condition, escaped } from '../people-filter.ts'

/** A list that is read in pages: which rows fit, and their order either way. */
export interface Listing {
  /** SQL from `FROM` on, its conditions included. */
  readonly rows: string
  readonly parameters: readonly Parameter[]
  /** SQL of the id. */
  readonly id: string
  /** For ORDER BY; `backwards`: from the end. */
  readonly order: (backwards: boolean) => string
  /** SQL that counts the same rows in a cheaper way, with the same parameters. */
  readonly counted?: string
}

/** Ids of the rows `from` up to `from + count`, and how many fit in all; what lies behind the middle is counted from the end. */
export const pageOf = async (
  reader: Reader,
  listing: Listing,
  from: number,
  count: number,
): Promise<{ readonly total: number; readonly ids: readonly string[] }> => {
  const { rows, parameters, id, order } = listing
  const [counted] = await reader.query<{ total: number }>(
    `SELECT count(*) AS "total" ${listing.counted ?? rows}`,
    parameters,
  )
  const total = counted?.total ?? 0
  const wanted = Math.min(count, total - from)
  if (wanted <= 0) return { total, ids: [] }
  const backwards = from > total / 2
  const found = await reader.query<{ id: string }>(
    `SELECT ${id} AS "id" ${rows} ORDER BY ${order(backwards)} LIMIT ? OFFSET ?`,
    [...parameters, wanted, backwards ? total - from - wanted : from],
  )
  const ids = found.map((row) => row.id)
  return { total, ids: backwards ? ids.reverse() : ids }
}

/** A short list whose names have no stored reading: which group a row stands in, and what it is called. */
export interface NamedListing extends Omit<Listing, 'counted'> {
  readonly group: string
  readonly name: string
  readonly descending: boolean
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** As `pageOf`; groups stand in the order of the listing, inside them rows by the reading of their names. All ids are read. */
export const pageByName = async (
  reader: Reader,
  { rows, parameters, id, order, group, name, descending }: NamedListing,
  from: number,
  count: number,
): Promise<{ readonly total: number; readonly ids: readonly string[] }> => {
  const found = await reader.query<{ id: string; group: string; name: string }>(
    `SELECT ${id} AS "id", ${group} AS "group", ${name} AS "name" ${rows} ORDER BY ${order(false)}`,
    parameters,
  )
  const places = new Map([...new Set(found.map((row) => row.group))].map((key, index) => [key, index]))
  const place = (row: { readonly group: string }) => places.get(row.group) ?? 0
  const way = descending ? -1 : 1
  const sorted = found.toSorted((a, b) => place(a) - place(b) || way * collator.compare(a.name, b.name))
  return { total: found.length, ids: sorted.slice(from, from + count).map((row) => row.id) }
}

/** Each column in its way, all turned round when read from the end; a blank value comes last either way. */
export const orderBy =
  (columns: readonly { readonly sql: string; readonly descending?: boolean; readonly blank?: boolean }[]) =>
  (backwards: boolean): string =>
    columns
      .flatMap(({ sql, descending = false, blank = false }) => [
        ...(blank ? [`${sql} IS NULL ${backwards ? 'DESC' : 'ASC'}`] : []),
        `${sql} ${descending === backwards ? 'ASC' : 'DESC'}`,
      ])
      .join(', ')

/** The rows in the order of the ids; those that are gone are left out. */
export const inOrder = <Row extends { readonly id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): readonly Row[] => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** What several rows share one key, in the order they come. */
export const grouped = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return groups
}

/** A condition of the form `… LIKE …` for text anywhere in one of the columns; its own wildcards are taken literally. */
export const holding = (columns: readonly string[], text: string): Condition => {
  const pattern = `%${escaped(text.trim())}%`
  return {
    sql: `(${columns.map((column) => `${column} LIKE ? ESCAPE '\\'`).join(' OR ')})`,
    parameters: columns.map(() => pattern),
  }
}
