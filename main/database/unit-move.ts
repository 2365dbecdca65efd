import { AppError } from '../../shared/errors.ts'
import type { Beside } from '../../shared/requests/units.ts'
import type { Database } from './database.ts'
import type { UnitRow } from './rows.ts'
import type { Transaction } from './transaction.ts'
import {
  findCurrent,
  findLiving,
  refuseDuplicate,
  refuseParent,
  refusePlace,
  type Sibling,
  siblingsOf,
} from './unit-checks.ts'
import { keepPast } from './unit-past.ts'

export interface UnitVersion {
  readonly id: string
  readonly version: number
}

export interface Move {
  /** In the order in which they shall stand. */
  readonly units: readonly UnitVersion[]
  readonly parentId: string | null
  /** The sibling they are put beside; null: at the end. */
  readonly beside: Beside | null
  /** ISO day on which it takes effect. */
  readonly on: string
}

/**
 * Units under another parent, or in another order under the same one; which of the two each is stands in its past. Throws
 * `record.missing`, `record.changed`, `unit.dissolved`, `unit.parent-refused`, `unit.duplicate-name`, `value.invalid`.
 */
export const moveUnits = (db: Database, move: Move, today: string): Promise<{ readonly moved: number }> =>
  db.edit({ action: 'unit.move', label: '移动组织', undoable: true }, async (tx) => {
    const parent = move.parentId === null ? null : await findLiving(tx, move.parentId)
    const units: UnitRow[] = []
    for (const { id, version } of move.units) units.push(await findCurrent(tx, id, version))
    const away = units.filter((unit) => unit.parentId !== move.parentId)
    tx.relabel(labelOf(units, away.length > 0, parent))
    for (const unit of away) {
      refuseParent(unit.kind, unit.name, parent)
      await refusePlace(tx, unit, parent, move.on)
      await refuseDuplicate(tx, move.parentId, unit.name, unit.id)
      await keepPast(tx, unit, move.on, today)
      // Written at once, so that the next of the same name finds it among its siblings.
      await tx.update('unit', unit.id, unit.version, { parentId: move.parentId })
    }
    await putBefore(tx, units, move)
    return { moved: units.length }
  })

const labelOf = (units: readonly UnitRow[], away: boolean, parent: UnitRow | null): string => {
  const [first] = units
  const what = units.length === 1 ? (first?.name ?? '') : `${first?.name ?? ''} 等 ${units.length} 个组织`
  return away ? `移动 ${what} 到 ${parent?.name ?? '最上级'}` : `调整 ${what} 的顺序`
}

/** Numbers left free between siblings when they are numbered anew, so that most moves write one row. */
const spacing = 1024

/** Gives the units numbers between the sibling before and the one after; without room, all siblings get new numbers. */
const putBefore = async (tx: Transaction, units: readonly UnitRow[], move: Move): Promise<void> => {
  const moving = new Set(units.map((unit) => unit.id))
  const all = await siblingsOf(tx, move.parentId)
  const versions = new Map(all.map((sibling) => [sibling.id, sibling]))
  const staying = all.filter((sibling) => !moving.has(sibling.id))
  const found = staying.findIndex((sibling) => sibling.id === move.beside?.id)
  if (move.beside !== null && found < 0) throw new AppError('record.changed')
  const at = move.beside === null ? staying.length : found + (move.beside.at === 'after' ? 1 : 0)
  const from = staying[at - 1]?.sort ?? 0
  const to = staying[at]?.sort ?? from + spacing * (units.length + 1)
  const step = Math.floor((to - from) / (units.length + 1))
  const ordered: readonly Sibling[] = [
    ...staying.slice(0, at),
    ...units.flatMap((unit) => versions.get(unit.id) ?? []),
    ...staying.slice(at),
  ]
  const numbered =
    step > 0
      ? units.map((unit, index) => ({ sibling: versions.get(unit.id), sort: from + step * (index + 1) }))
      : ordered.map((sibling, index) => ({ sibling, sort: spacing * (index + 1) }))
  for (const { sibling, sort } of numbered) {
    if (sibling !== undefined && sibling.sort !== sort) {
      await tx.update('unit', sibling.id, sibling.version, { sort })
    }
  }
}
