import { randomUUID } from 'node:crypto'
import type { NewRow, Patch, TableName } from '../../database/rows.ts'

/** The tables an import writes, in the order that foreign keys allow. */
export const importTables = [
  'partnerUnit',
  'unit',
  'estate',
  'unitEstate',
  'person',
  'membership',
  'post',
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

/** What the import will write: nothing is written while it is planned. */
export class Edits {
  readonly inserts: Inserts = {
    partnerUnit: new Map(),
    unit: new Map(),
    estate: new Map(),
    unitEstate: new Map(),
    person: new Map(),
    membership: new Map(),
    post: new Map(),
  }
  readonly updates = new Map<string, PlannedUpdate>()

  /** Answers the new row's id. */
  insert<T extends ImportTable>(table: T, row: Omit<NewRow<T>, 'id'>): string {
    const id = randomUUID()
    const rows = this.inserts[table] as Map<string, NewRow<T>>
    rows.set(id, { ...row, id } as NewRow<T>)
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
}
