import { AppError } from '../../shared/errors.ts'
import type { RecordCounts, UndoneImport } from '../../shared/models/import.ts'
import { ledgerTitles } from '../../shared/sheets/all.ts'
import type { Database } from './database.ts'
import { isConstraintError } from './dialect.ts'
import { loadImportRun } from './import-runs.ts'
import { importUndoAction, standingOf } from './import-standing.ts'
import { readImportChanges } from './import-undo-changes.ts'
import { restoreDelicate } from './import-undo-delicate.ts'
import { byTable, type KeptRow, planFields } from './import-undo-fields.ts'
import { describeKept, neededWords } from './import-undo-kept.ts'
import { keepSpentMoney, restoreMoney } from './import-undo-money.ts'
import { loadReferences } from './import-undo-references.ts'
import { type RowRef, RowSet } from './import-undo-rows.ts'
import { type Work, writeRestorations } from './import-undo-write.ts'
import { partsOf } from './table-rows.ts'
import type { Transaction } from './transaction.ts'

/**
 * Takes an import back, however long ago it was: rows that it made go, fields that it changed get their former values.
 * What was edited by hand since, or what something was built on, stays and is told. One edit, which can be undone like
 * any other. Throws `undo.nothing` for an unknown import,
 * `import.undone` for one that is taken back already.
 */
export const undoImport = (db: Database, runId: string, signal?: AbortSignal): Promise<UndoneImport> =>
  db.edit(
    { action: importUndoAction, label: '撤销导入', undoable: true },
    async (tx) => {
      const run = await loadImportRun(tx, runId)
      const seq = (await standingOf(tx, [runId])).get(runId)?.seq
      if (run !== null && run.undone !== null) throw new AppError('import.undone')
      if (run === null || seq === undefined) throw new AppError('undo.nothing')
      const label = `撤销导入 ${ledgerTitles[run.ledger]}（${run.file}）`
      tx.relabel(label)
      tx.witness('importRun', runId)
      try {
        return await takeBack(tx, seq, signal)
      } catch (error) {
        if (!isConstraintError(error)) throw error
        throw new AppError('undo.changed-since', { label }, { cause: error })
      }
    },
    signal,
  )

const takeBack = async (
  tx: Transaction,
  seq: number,
  signal: AbortSignal | undefined,
): Promise<UndoneImport> => {
  const { untouched, edited, changed } = await readImportChanges(tx, seq, signal)
  const work: Work = { tx, leaving: untouched, restored: new RowSet(), signal }
  const made = new Set([...edited, ...untouched.all()].map(keyOf))
  const plan = await planFields(tx, changed, signal)
  // Former values first: what the rows refer to then decides who is still needed.
  await writeRestorations(work, plan.plain)
  const refused = [...(await restoreDelicate(work, plan.delicate))]
  const references = await loadReferences(tx, untouched, signal)
  const needed = references.keepNeeded()
  const money = await keepSpentMoney(tx, untouched, references)
  const removed = countsOf(untouched)
  for (const step of await references.stepsOfRemoval()) await removeStep(work, step)
  refused.push(...(await restoreMoney(work, plan.money)))
  const kept: readonly KeptRow[] = [
    ...edited.map((row) => ({ ...row, reason: '导入后修改过' })),
    ...money.kept,
    ...neededWords([...needed, ...money.needed], (row) => made.has(keyOf(row))),
    ...plan.kept,
    ...refused,
  ]
  return { removed, restored: countsOf(work.restored), kept: await describeKept(tx, kept) }
}

const keyOf = ({ table, id }: RowRef): string => `${table} ${id}`

const countsOf = (rows: RowSet): RecordCounts =>
  Object.fromEntries(rows.tables.map((table) => [table, rows.idsOf(table).length]))

const removeStep = async ({ tx, signal }: Work, step: readonly RowRef[]): Promise<void> => {
  for (const [table, rows] of byTable(step)) {
    for (const part of partsOf(rows, 1000)) {
      signal?.throwIfAborted()
      await tx.removeAll(
        table,
        part.map((row) => row.id),
      )
    }
  }
}
