import type { ImportOutcome, ImportRun } from '../../shared/models/import.ts'
import { fileWords } from '../../shared/rules/file-words.ts'
import type { Reader } from './database.ts'
import { placeholders } from './dialect.ts'
import { standingOf } from './import-standing.ts'
import type { Transaction } from './transaction.ts'

export interface RecordedImport {
  /** Unique among all imports. */
  readonly id: string
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
  readonly outcome: ImportOutcome
}

/**
 * Keeps what an import did, in the same transaction. The record itself is not undone with the import, so that the
 * history can say that it was; the audit entry is found by its witness.
 */
export const recordImport = async (
  tx: Transaction,
  { id, files, outcome }: RecordedImport,
): Promise<void> => {
  await tx.keepImport({
    id,
    at: new Date().toISOString(),
    file: fileWords(files.map((file) => file.name)),
    actor: tx.actor,
    outcome: JSON.stringify(outcome),
    files: JSON.stringify(files.map(({ name, sha256 }) => ({ name, sha256 }))),
  })
  tx.witness('importRun', id)
}

interface Row {
  readonly id: string
  readonly at: string
  readonly file: string
  readonly actor: string
  readonly outcome: string
  readonly files: string | null
}

const runs = `SELECT id AS "id", at AS "at", file AS "file", actor AS "actor", outcome AS "outcome",
    files AS "files" FROM import_run`

/** The last imports, newest first, each with when and by whom it was taken back. */
export const loadImportRuns = async (reader: Reader, most = 100): Promise<readonly ImportRun[]> =>
  withStanding(
    reader,
    await reader.query<Row>(`${runs} ORDER BY at DESC, id LIMIT ${placeholders(1)}`, [most]),
  )

/** One import, or null. */
export const loadImportRun = async (reader: Reader, id: string): Promise<ImportRun | null> => {
  const found = await withStanding(
    reader,
    await reader.query<Row>(`${runs} WHERE id = ${placeholders(1)}`, [id]),
  )
  return found[0] ?? null
}

/** Two imports of one instant stand in the order in which they were made. */
const withStanding = async (reader: Reader, rows: readonly Row[]): Promise<readonly ImportRun[]> => {
  const standing = await standingOf(
    reader,
    rows.map((row) => row.id),
  )
  const seqOf = (row: Row) => standing.get(row.id)?.seq ?? 0
  return [...rows]
    .sort((a, b) => (a.at === b.at ? seqOf(b) - seqOf(a) : a.at < b.at ? 1 : -1))
    .map(({ outcome, files, ...run }) => ({
      ...(JSON.parse(outcome) as ImportOutcome),
      ...run,
      files: files === null ? [] : (JSON.parse(files) as ImportRun['files']),
      undone: standing.get(run.id)?.undone ?? null,
    }))
}

/** When each file was imported before with the very same content (ISO moment), the last time it still stands; null when never. */
export const importedBefore = async (
  reader: Reader,
  files: readonly { readonly sha256: string }[],
): Promise<readonly (string | null)[]> => {
  const known = (await loadImportRuns(reader, 1000)).filter((run) => run.undone === null)
  return files.map(
    ({ sha256 }) => known.find((run) => run.files.some((file) => file.sha256 === sha256))?.at ?? null,
  )
}
