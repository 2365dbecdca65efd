import { byTable, type Restoration } from './import-undo-fields.ts'
import type { RowSet } from './import-undo-rows.ts'
import { partsOf } from './table-rows.ts'
import type { Transaction } from './transaction.ts'

/** What every step of taking an import back works with. */
export interface Work {
  readonly tx: Transaction
  /** Rows that go with the import, and stand in nobody's way. */
  readonly leaving: RowSet
  /** Rows that got a former value back. */
  readonly restored: RowSet
  readonly signal: AbortSignal | undefined
}

/** Gives rows their former values. */
export const writeRestorations = async (
  { tx, restored, signal }: Work,
  restorations: readonly Restoration[],
): Promise<void> => {
  for (const [table, rows] of byTable(restorations)) {
    for (const part of partsOf(rows, 1000)) {
      signal?.throwIfAborted()
      const current = await tx.findAll(
        table,
        part.map((row) => row.id),
      )
      const rowsNow = part.flatMap(({ id, patch }) => {
        const version = current.get(id)?.version
        return version === undefined ? [] : [{ table, id, version, patch }]
      })
      await tx.updateEach(rowsNow)
      for (const { id } of rowsNow) restored.add(table, id)
    }
  }
}
