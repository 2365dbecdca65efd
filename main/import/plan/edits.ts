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

  /** Answers the new row's id. */
  insert<T extends ImportTable>(table: T, row: Omit<NewRow<T>, 'id'>): string {
    const id = this.nextId()
    const rows = this.inserts[table] as Map<string, NewRow<T>>
    rows.set(id, { ...row, id } as unknown as NewRow<T>)
    return id
  }

  /** Changes a known row (`version`), or one that this plan inserts. */
  update<T extends ImportTable>(table: T, id: string, version: number, patch: Patch<T>): void {
    const rows = this.inserts[table] as Map<string, NewRow<T>>
    const planned = rows.get(id)
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

  /** Rows that are made or changed. */
  get size(): number {
    return importTables.reduce((sum, table) => sum + this.inserts[table].size, this.updates.size)
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

/** The edits in parts, inserts first, in the order that foreign keys allow. */
export function* batchesOf(edits: Edits): Generator<Batch, void> {
  for (const table of importTables) {
    const rows = edits.inserts[table].values() as IterableIterator<Readonly<Record<string, unknown>>>
    let part: string[] = []
    let fields = new Set<string>()
    const batch = (): Batch => ({
      kind: 'insert',
      table,
      fields: [...fields],
      json: `[${part.join(',')}]`,
      count: part.length,
    })
    for (const row of rows) {
      const said: Record<string, unknown> = { version: 1 }
      for (const key of Object.keys(row)) {
        const value = row[key]
        if (value === null || value === undefined) continue
        said[key] = value
        fields.add(key)
      }
      fields.add('version')
      part.push(JSON.stringify(said))
      if (part.length < batchRows) continue
      yield batch()
      part = []
      fields = new Set()
    }
    if (part.length > 0) yield batch()
  }
  const updates = [...edits.updates.values()]
  for (let from = 0; from < updates.length; from += batchRows) {
    const part = updates.slice(from, from + batchRows)
    yield { kind: 'update', updates: part, count: part.length }
  }
}
