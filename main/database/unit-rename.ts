import type { Reading } from '../pinyin.ts'
import type { Database } from './database.ts'
import { findLiving, refuseDuplicate } from './unit-edits.ts'
import { beginState } from './unit-past.ts'

export interface Renaming {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly reading: Reading
  /** ISO day from which the new name holds; null: the old one was a mistake, and leaves nothing behind. */
  readonly on: string | null
}

/** Throws `record.missing`, `record.changed`, `unit.dissolved`, `unit.duplicate-name`, `value.invalid` (day). */
export const renameUnit = (
  db: Database,
  { id, version, name, reading, on }: Renaming,
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'unit.rename', label: '更名', undoable: true }, async (tx) => {
    const unit = await findLiving(tx, id)
    tx.relabel(`${on === null ? '更正名称' : '更名'} ${unit.name} 为 ${name}`)
    await refuseDuplicate(tx, unit.parentId, name, id)
    if (on !== null && name !== unit.name) await beginState(tx, [unit], on, today)
    return { version: await tx.update('unit', id, version, { name, ...reading }) }
  })
