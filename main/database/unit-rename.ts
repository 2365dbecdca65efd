import type { Reading } from '../pinyin.ts'
import type { Database } from './database.ts'
import { findCurrent, refuseDuplicate } from './unit-checks.ts'
import { keepPast } from './unit-past.ts'

/**
 * `on`: ISO day from which the new name holds; null corrects the name and keeps no former one. `reading`: of the new
 * name. Throws as `moveUnits` does.
 */
export const renameUnit = (
  db: Database,
  rename: {
    readonly id: string
    readonly version: number
    readonly name: string
    readonly on: string | null
  },
  reading: Reading,
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'unit.rename', label: '更名', undoable: true }, async (tx) => {
    const { id, version, name, on } = rename
    const unit = await findCurrent(tx, id, version)
    if (unit.name === name) return { version }
    tx.relabel(`${on === null ? '更正名称' : '更名'}：${unit.name} → ${name}`)
    await refuseDuplicate(tx, unit.parentId, name, id)
    if (on !== null) await keepPast(tx, unit, on, today)
    return { version: await tx.update('unit', id, version, { name, ...reading }) }
  })
