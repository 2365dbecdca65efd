import { type ForeignKey, foreignKeys } from './foreign-keys.ts'
import type { RowRef, RowSet } from './import-undo-rows.ts'
import type { Reader } from './reader.ts'
import type { TableName } from './rows.ts'

/** A row that must stay because another one, which stays, refers to it. */
export interface Needed extends RowRef {
  readonly by: RowRef
}

/** `from` refers to `to`, which is a candidate for removal. */
interface Reference {
  readonly from: RowRef
  readonly to: RowRef
}

/** Who refers to the candidates for removal, read once; the answers follow the candidates as they change. */
export class References {
  private readonly to = new Map<string, RowRef[]>()
  private readonly from = new Map<string, RowRef[]>()

  constructor(
    private readonly candidates: RowSet,
    references: readonly Reference[],
  ) {
    for (const { from, to } of references) {
      add(this.to, to, from)
      // What a row that stays refers to is asked of candidates alone.
      if (candidates.has(from.table, from.id)) add(this.from, from, to)
    }
  }

  /** Takes out of the candidates each to which a row that stays refers, and so on until none is left. */
  keepNeeded(): readonly Needed[] {
    const kept: Needed[] = []
    for (const table of this.candidates.tables) {
      for (const id of this.candidates.idsOf(table)) {
        const by = this.referrers({ table, id }).find((row) => !this.candidates.has(row.table, row.id))
        if (by !== undefined) this.keep({ table, id }, by, kept)
      }
    }
    return kept
  }

  /** Takes a candidate out, and all it refers to; answers those besides itself. */
  keepOne(row: RowRef): readonly Needed[] {
    const kept: Needed[] = []
    this.keep(row, row, kept)
    return kept.slice(1)
  }

  /**
   * The candidates in steps, so that nothing refers to a row of a step but rows of the steps before, or of its own
   * table and step.
   */
  async stepsOfRemoval(): Promise<readonly (readonly RowRef[])[]> {
    const waiting = new Map<string, number>()
    const steps: RowRef[][] = [[]]
    for (const [n, row] of this.candidates.all().entries()) {
      if (n % atOnce === 0) await windowsTurn()
      const count = this.referrers(row).length
      if (count === 0) steps[0]?.push(row)
      else waiting.set(keyOf(row), count)
    }
    for (let step = steps[0] ?? []; step.length > 0; ) {
      const next: RowRef[] = []
      for (const [n, row] of step.entries()) {
        if (n % atOnce === 0) await windowsTurn()
        for (const target of this.from.get(keyOf(row)) ?? []) {
          const key = keyOf(target)
          const count = waiting.get(key)
          // A row that stays is not waited for.
          if (count === undefined) continue
          const left = count - 1
          waiting.set(key, left)
          if (left !== 0) continue
          waiting.delete(key)
          next.push(target)
        }
      }
      if (next.length > 0) steps.push(next)
      step = next
    }
    // What is left refers to itself in a circle, which lies within one table.
    if (waiting.size > 0) steps.push([...waiting.keys()].map(rowOf))
    return steps
  }

  private referrers(row: RowRef): readonly RowRef[] {
    return this.to.get(keyOf(row)) ?? []
  }

  private keep(first: RowRef, by: RowRef, kept: Needed[]): void {
    const queue: Needed[] = [{ ...first, by }]
    for (let row = queue.pop(); row !== undefined; row = queue.pop()) {
      if (!this.candidates.take(row.table, row.id)) continue
      kept.push(row)
      const { table, id } = row
      for (const target of this.from.get(keyOf(row)) ?? []) queue.push({ ...target, by: { table, id } })
    }
  }
}

/** Rows looked at before the window has its turn. */
const atOnce = 5000
const windowsTurn = (): Promise<void> => new Promise((done) => setImmediate(done))

const keyOf = ({ table, id }: RowRef): string => `${table} ${id}`

const rowOf = (key: string): RowRef => {
  const space = key.indexOf(' ')
  return { table: key.slice(0, space) as TableName, id: key.slice(space + 1) }
}

const add = (map: Map<string, RowRef[]>, at: RowRef, row: RowRef): void => {
  const key = keyOf(at)
  const list = map.get(key)
  if (list === undefined) map.set(key, [row])
  else list.push(row)
}

const pageSize = 5000

/** Reads each table that can refer to a candidate once, in pages: an office is small beside asking row by row. */
export const loadReferences = async (
  reader: Reader,
  candidates: RowSet,
  signal?: AbortSignal,
): Promise<References> => {
  const targets = new Set(candidates.tables)
  const tables = new Map<TableName, ForeignKey[]>()
  for (const key of foreignKeys) {
    if (targets.has(key.target)) tables.set(key.table, [...(tables.get(key.table) ?? []), key])
  }
  const references: Reference[] = []
  for (const [table, keys] of tables) {
    for await (const page of rowsWith(reader, keys)) {
      signal?.throwIfAborted()
      for (const row of page) {
        for (const { property, target } of keys) {
          const id = row[property] ?? null
          if (id === null || !candidates.has(target, id)) continue
          references.push({ from: { table, id: row['id'] ?? '' }, to: { table: target, id } })
        }
      }
    }
  }
  return new References(candidates, references)
}

/** The ids in the foreign keys of one table. */
async function* rowsWith(
  reader: Reader,
  keys: readonly ForeignKey[],
): AsyncGenerator<readonly Readonly<Record<string, string | null>>[]> {
  const columns = keys.map(({ column, property }) => `${column} AS "${property}"`).join(', ')
  const some = keys.map(({ column }) => `${column} IS NOT NULL`).join(' OR ')
  for (let after = ''; ; ) {
    const page = await reader.query<Readonly<Record<string, string | null>>>(
      `SELECT id AS "id", ${columns} FROM ${keys[0]?.tableName}
       WHERE id > ? AND (${some}) ORDER BY id LIMIT ${pageSize}`,
      [after],
    )
    yield page
    const last = page.at(-1)?.['id'] ?? null
    if (last === null || page.length < pageSize) return
    after = last
  }
}
