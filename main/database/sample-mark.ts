import { AppError } from '../../shared/errors.ts'
import type { Database, Reader } from './database.ts'
import { isEmpty, isSample, markSample } from './settings.ts'

/** Under this name the history lists what the sample wrote itself. */
export const sampleActor = '示例街道'

const loadAction = 'sample.load'

/**
 * Marks empty data as the sample street. Looked at and marked in one transaction, so that of two that begin at once
 * only one goes on. Throws `data.not-empty` where there is a unit (a dissolved one too), a person or a sample.
 */
export const beginSample = (db: Database): Promise<void> =>
  db.as(sampleActor).edit({ action: loadAction, label: '载入示例街道', undoable: false }, async (tx) => {
    if (!(await isEmpty(tx)) || (await isSample(tx))) throw new AppError('data.not-empty')
    await markSample(tx)
  })

/** Edits that stand, made by others since the sample began. Settings and what was only looked at do not count. */
export const countOwnEdits = async (reader: Reader): Promise<number> => {
  const [row] = await reader.query<{ n: number }>(
    `SELECT count(*) AS "n" FROM audit_entry
     WHERE actor <> ? AND undone_by IS NULL AND action <> 'undo'
       AND seq > (SELECT max(seq) FROM audit_entry WHERE action = ?)
       AND EXISTS (
         SELECT 1 FROM audit_change WHERE entry_seq = audit_entry.seq AND table_name <> 'setting'
           AND (before IS NOT NULL OR after IS NOT NULL)
       )`,
    [sampleActor, loadAction],
  )
  return row?.n ?? 0
}
