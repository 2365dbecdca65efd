import type { Database, Reader } from './database.ts'
import type { Transaction } from './transaction.ts'

/** What imports remember: how columns were arranged, and what was decided. */
export type MemoryKind = 'columns' | 'decision'

/** Key → value, of one kind. */
export const loadMemory = async (
  reader: Reader,
  kind: MemoryKind,
): Promise<readonly (readonly [string, unknown])[]> => {
  const rows = await reader.query<{ id: string; value: string }>(
    'SELECT id AS "id", value AS "value" FROM import_memory WHERE kind = ?',
    [kind],
  )
  return rows.map(({ id, value }) => [id, JSON.parse(value) as unknown])
}

/** Keeps values under their keys, inside an edit. */
export const remember = async (
  tx: Transaction,
  kind: MemoryKind,
  values: readonly (readonly [string, unknown])[],
): Promise<void> => {
  const known = await tx.findAll(
    'importMemory',
    values.map(([id]) => id),
  )
  for (const [id, value] of values) {
    const row = known.get(id)
    const json = JSON.stringify(value)
    if (row === undefined) await tx.insert('importMemory', { id, kind, value: json })
    else await tx.update('importMemory', id, row.version, { value: json })
  }
}

/** The arrangement of columns, for the next file with the same headers; no step that undo would take back. */
export const rememberColumns = (
  db: Database,
  values: readonly (readonly [string, unknown])[],
): Promise<void> =>
  db.edit({ action: 'import.remember', label: '记住台账各列的对应', undoable: false }, (tx) =>
    remember(tx, 'columns', values),
  )
