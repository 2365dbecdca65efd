import { AppError } from '../../shared/errors.ts'
import { placeholders } from './dialect.ts'
import { uniqueIndexes } from './foreign-keys.ts'
import type { KeptRow, Restoration } from './import-undo-fields.ts'
import type { Fields } from './import-undo-rows.ts'
import { isTerm, restoreTerms } from './import-undo-terms.ts'
import { type Work, writeRestorations } from './import-undo-write.ts'
import type { UnitRow } from './rows.ts'
import type { Transaction } from './transaction.ts'
import { refuseParent, refusePlace, siblingsOf } from './unit-checks.ts'

/**
 * Brings former values back that may be impossible by now, where they are not. Answers those that stay as they are.
 */
export const restoreDelicate = async (
  work: Work,
  restorations: readonly Restoration[],
): Promise<readonly KeptRow[]> => {
  const { tx, signal } = work
  const kept: KeptRow[] = []
  // A unit may wait for its parent, or for a name that another one gives back: again until nothing comes of it.
  let waiting = restorations.filter(({ table }) => table === 'unit')
  for (let before = -1; waiting.length > 0 && waiting.length !== before; ) {
    before = waiting.length
    const still: Restoration[] = []
    kept.length = 0
    for (const one of waiting) {
      signal?.throwIfAborted()
      const reason = await whyNoUnit(work, one)
      if (reason === null) await writeRestorations(work, [one])
      else {
        still.push(one)
        kept.push({ table: one.table, id: one.id, reason })
      }
    }
    waiting = still
  }
  if (waiting.length === 0) kept.length = 0
  for (const one of restorations) {
    if (one.table === 'unit' || isTerm(one.table)) continue
    signal?.throwIfAborted()
    const reason = one.table === 'person' ? await whyNoPerson(work, one) : await whyNotUnique(tx, one)
    if (reason === null) await writeRestorations(work, [one])
    else kept.push({ table: one.table, id: one.id, reason })
  }
  const held = restorations.filter(({ table }) => isTerm(table))
  return [...kept, ...(await restoreTerms(work, held))]
}

const whyNoUnit = async ({ tx, leaving }: Work, { id, patch }: Restoration): Promise<string | null> => {
  const now = await tx.find('unit', id)
  if (now === null) return null
  const then = { ...now, ...patch } as UnitRow
  if (then.dissolvedOn !== null) return null
  if ('parentId' in patch || 'kind' in patch || 'dissolvedOn' in patch) {
    const parent = then.parentId === null ? null : await tx.find('unit', then.parentId)
    if (parent !== null && parent.dissolvedOn !== null) return '原上级组织后来已撤销'
    try {
      refuseParent(then.kind, then.name, parent)
      // It stood there before, whatever the days of founding say.
      await refusePlace(tx, then, parent, '9999')
    } catch (error) {
      if (error instanceof AppError) return '现在不能放回原上级组织'
      throw error
    }
  }
  const taken = (await siblingsOf(tx, then.parentId)).some(
    (one) =>
      one.dissolvedOn === null && one.name === then.name && one.id !== id && !leaving.has('unit', one.id),
  )
  return taken ? '原名称现在由另一个组织使用' : null
}

const whyNoPerson = async ({ tx, leaving }: Work, { id, patch }: Restoration): Promise<string | null> => {
  const others = await tx.query<{ id: string }>(
    'SELECT id AS "id" FROM person WHERE id_number = ? AND id <> ? AND merged_into_id IS NULL',
    [patch['idNumber'] ?? null, id],
  )
  return others.some((one) => !leaving.has('person', one.id)) ? '原证件号现在登记在另一人名下' : null
}

/** Values that the database lets only one row have. */
export const whyNotUnique = async (
  tx: Transaction,
  { table, id, patch }: Restoration,
): Promise<string | null> => {
  const then = { ...((await tx.find(table, id)) as Fields | null), ...patch }
  for (const index of uniqueIndexes.filter((one) => one.table === table)) {
    if (!index.columns.some(([property]) => property in patch)) continue
    const values = index.columns.map(([property]) => then[property] ?? null)
    if (values.includes(null)) continue
    const where = index.columns.map(([, column]) => `${column} = ${placeholders(1)}`).join(' AND ')
    const taken = await tx.query(`SELECT 1 FROM ${index.tableName} WHERE ${where} AND id <> ?`, [
      ...values,
      id,
    ])
    if (taken.length > 0) return '原编号现在由另一条记录使用'
  }
  return null
}
