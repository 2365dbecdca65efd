import type { Database } from '../../main/database/database.ts'
import { recordImport } from '../../main/database/import-runs.ts'
import type { Transaction } from '../../main/database/transaction.ts'
import type { LedgerKind } from '../../shared/models/import.ts'

const apply = { action: 'import.apply', label: '导入', undoable: true }

/** An import of one file that writes what `write` writes. */
export const importWith = (
  db: Database,
  id: string,
  write: (tx: Transaction) => Promise<void>,
  ledger: LedgerKind = 'members',
): Promise<void> =>
  db.edit(apply, async (tx) => {
    await write(tx)
    await recordImport(tx, {
      id,
      files: [{ name: `${id}.xlsx`, sha256: 'a'.repeat(64) }],
      outcome: { ledger, rows: 1, created: {}, updated: {}, unchanged: 0, rejectedRows: 0 },
    })
  })

/** Changes a row whatever its version is. */
export const change = async (
  tx: Transaction,
  table: Parameters<Transaction['find']>[0],
  id: string,
  patch: Readonly<Record<string, string | number | null>>,
): Promise<void> => {
  const row = await tx.find(table, id)
  if (row !== null) await tx.update(table, id, row.version, patch)
}

/** An edit by hand. */
export const byHand = (db: Database, write: (tx: Transaction) => Promise<void>): Promise<void> =>
  db.edit({ action: 'hand', label: '手工修改', undoable: true }, write)

/** Every row of every table but the audit trail and the records of imports; versions aside, which undo raises. */
export const everything = async (
  db: Database,
): Promise<Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>> => {
  const tables = await db.query<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT IN ('migrations', 'audit_entry', 'audit_change', 'import_run', 'document_content') ORDER BY name`,
  )
  const content: Record<string, readonly Readonly<Record<string, unknown>>[]> = {}
  for (const { name } of tables) {
    const rows = await db.query<Record<string, unknown>>(`SELECT * FROM ${name} ORDER BY id`)
    content[name] = rows.map(({ version: _, ...row }) => row)
  }
  return content
}
