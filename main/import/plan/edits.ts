import { randomUUID } from 'node:crypto'
import type { NewRow, Patch, TableName } from '../../database/rows.ts'

/** The tables an import writes, in the order that foreign keys allow. */
export const importTables = [
  'fundSource',
  'person',
  'partnerUnit',
  'unit',
  'estate',
  'unitEstate',
  'partnerLink',
  'membership',
  'reporting',
  'volunteer',
  'post',
  'venue',
  'venueUnit',
  'appropriation',
  'disbursement',
] as const
export type ImportTable = (typeof importTables)[number]

export type Inserts = { readonly [T in ImportTable]: Map<string, NewRow<T>> }

/** A change of one known row. */
export interface PlannedUpdate<T extends TableName = TableName> {
  readonly table: T
  readonly id: string
  readonly version: number
  readonly patch: Patch<T>
}

/**
 * Ids of one plan in rising order: a random beginning, then a counter. Rows that come in order are filed several times
 * faster than rows that are strewn over the whole index.
 */
const idMaker = (): (() => string) => {
  const start = randomUUID()
  let last = 0
  return () => {
    last += 1
    return `${start.slice(0, 24)}${last.toString(16).padStart(12, '0')}`
  }
}

/** What the import will write: nothing is written while it is planned. */
export class Edits {
  readonly inserts = Object.fromEntries(importTables.map((table) => [table, new Map()])) as unknown as Inserts
  readonly updates = new Map<string, PlannedUpdate>()
  /** The id of the next new row. */
  readonly nextId = idMaker()

  /** Rows that were handed over to be written while the rest is planned. */
  private readonly sent = new Set<string>()
  private readonly unsent = new Map<ImportTable, string[]>()

  /** `send` is given parts of what is planned as soon as they are complete, so that writing and planning overlap. */
  constructor(private readonly send: ((batch: Batch) => void) | null = null) {}

  /** Answers the new row's id. */
  insert<T extends ImportTable>(table: T, row: Omit<NewRow<T>, 'id'>): string {
    const id = this.nextId()
    this.put(table, id, { ...row, id } as unknown as NewRow<T>)
    return id
  }

  /** A new row whose id is from `nextId`. */
  put<T extends ImportTable>(table: T, id: string, row: NewRow<T>): void {
    const rows = this.inserts[table] as Map<string, NewRow<T>>
    rows.set(id, row)
    if (this.send !== null) this.handOver(table, id, this.send)
  }

  /** True when the row has left already: a change of it is a change of a written row. */
  isSent(id: string): boolean {
    return this.sent.size > 0 && this.sent.has(id)
  }

  /** The oldest rows go; the latest may still be changed by the next row of the file. */
  private handOver(table: ImportTable, id: string, send: (batch: Batch) => void): void {
    const ids = this.unsent.get(table) ?? []
    if (ids.length === 0) this.unsent.set(table, ids)
    ids.push(id)
    if (ids.length < 2 * batchRows) return
    const part = ids.splice(0, batchRows)
    const rows = this.inserts[table] as Map<string, NewRow<ImportTable>>
    send(
      batchOf(
        table,
        part.flatMap((one) => rows.get(one) ?? []),
      ),
    )
    for (const one of part) this.sent.add(one)
  }

  /** Changes a known row (`version`), or one that this plan inserts. */
  update<T extends ImportTable>(table: T, id: string, version: number, patch: Patch<T>): void {
    const rows = this.inserts[table] as Map<string, NewRow<T>>
    const planned = this.isSent(id) ? undefined : rows.get(id)
    if (planned !== undefined) {
      rows.set(id, { ...planned, ...patch })
      return
    }
    const before = this.updates.get(id)
    this.updates.set(id, { table, id, version, patch: { ...before?.patch, ...patch } })
  }

  isNew(table: ImportTable, id: string): boolean {
    return this.inserts[table].has(id)
  }

  /** Rows that are made or changed and have not been handed over yet. */
  get left(): number {
    const all = importTables.reduce((sum, table) => sum + this.inserts[table].size, this.updates.size)
    return all - this.sent.size
  }
}

/** One part of what is to be written. */
export type Batch =
  | {
      readonly kind: 'insert'
      readonly table: ImportTable
      /** Fields that any of the rows has. */
      readonly fields: readonly string[]
      /** JSON array of the rows; what is null is left out. */
      readonly json: string
      readonly count: number
    }
  | { readonly kind: 'update'; readonly updates: readonly PlannedUpdate[]; readonly count: number }

const batchRows = 2000

/** The rows as one part; what is null is left out. */
const batchOf = (table: ImportTable, rows: readonly object[]): Batch => {
  const fields = new Set<string>(['version'])
  const texts: string[] = []
  for (const row of rows) {
    const said: Record<string, unknown> = { version: 1 }
    for (const [key, value] of Object.entries(row)) {
      if (value === null || value === undefined) continue
      said[key] = value
      fields.add(key)
    }
    texts.push(JSON.stringify(said))
  }
  return { kind: 'insert', table, fields: [...fields], json: `[${texts.join(',')}]`, count: rows.length }
}

/** What has not left yet, in parts: inserts first, in the order that foreign keys allow. */
export function* batchesOf(edits: Edits): Generator<Batch, void> {
  for (const table of importTables) {
    let part: object[] = []
    for (const [id, row] of edits.inserts[table]) {
      if (edits.isSent(id)) continue
      part.push(row)
      if (part.length < batchRows) continue
      yield batchOf(table, part)
      part = []
    }
    if (part.length > 0) yield batchOf(table, part)
  }
  const updates = [...edits.updates.values()]
  for (let from = 0; from < updates.length; from += batchRows) {
    const part = updates.slice(from, from + batchRows)
    yield { kind: 'update', updates: part, count: part.length }
  }
}
