import { randomUUID } from 'node:crypto'
import type { ImportOutcome, ImportRun } from '../../shared/models/import.ts'
import type { Reader } from './database.ts'
import type { Transaction } from './transaction.ts'

/** Keeps what an import did, in the same transaction. */
export const recordImport = (tx: Transaction, file: string, outcome: ImportOutcome): Promise<void> =>
  tx.insert('importRun', {
    id: randomUUID(),
    at: new Date().toISOString(),
    file,
    actor: tx.actor,
    outcome: JSON.stringify(outcome),
  })

/** The last imports, newest first. */
export const loadImportRuns = async (reader: Reader, most = 100): Promise<readonly ImportRun[]> => {
  const rows = await reader.query<{ id: string; at: string; file: string; actor: string; outcome: string }>(
    `SELECT id AS "id", at AS "at", file AS "file", actor AS "actor", outcome AS "outcome"
     FROM import_run ORDER BY at DESC LIMIT ?`,
    [most],
  )
  return rows.map(({ outcome, ...run }) => ({ ...run, ...(JSON.parse(outcome) as ImportOutcome) }))
}
