import type { Parameter } from './reader.ts'
import type { TableName } from './rows.ts'

/** Any row of any table. */
export interface RowRef {
  readonly table: TableName
  readonly id: string
}

export type Fields = Readonly<Record<string, Parameter>>

/** Rows of several tables. */
export class RowSet {
  private readonly byTable = new Map<TableName, Set<string>>()

  get size(): number {
    return [...this.byTable.values()].reduce((sum, ids) => sum + ids.size, 0)
  }

  get tables(): readonly TableName[] {
    return [...this.byTable].filter(([, ids]) => ids.size > 0).map(([table]) => table)
  }

  add(table: TableName, id: string): void {
    const ids = this.byTable.get(table)
    if (ids === undefined) this.byTable.set(table, new Set([id]))
    else ids.add(id)
  }

  has(table: TableName, id: string): boolean {
    return this.byTable.get(table)?.has(id) ?? false
  }

  /** Answers whether it was there. */
  take(table: TableName, id: string): boolean {
    return this.byTable.get(table)?.delete(id) ?? false
  }

  all(): readonly RowRef[] {
    return this.tables.flatMap((table) => this.idsOf(table).map((id) => ({ table, id })))
  }

  /** In the order in which they came. */
  idsOf(table: TableName): readonly string[] {
    return [...(this.byTable.get(table) ?? [])]
  }
}
