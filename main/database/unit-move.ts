import { AppError } from '../../shared/errors.ts'
import { unitKindLabels } from '../../shared/labels.ts'
import { mayStandUnder } from '../../shared/rules/tree.ts'
import type { Database } from './database.ts'
import type { UnitRow } from './rows.ts'
import type { RowPatch, Transaction } from './transaction.ts'
import { findLiving, type Sibling, siblingsOf } from './unit-edits.ts'
import { beginState, refuseUnlessAliveSince } from './unit-past.ts'

export interface Moving {
  /** In the order they are to stand. */
  readonly units: readonly { readonly id: string; readonly version: number }[]
  readonly parentId: string | null
  /** The sibling they come to stand before; null: at the end. */
  readonly before: string | null
  /** ISO day from which they stand there. */
  readonly on: string
}

/**
 * Moves units with all that is below them: one row each. Throws `record.missing`, `record.changed`,
 * `unit.dissolved`, `unit.parent-refused`, `unit.duplicate-name`, and `value.invalid` for the day or a cycle.
 */
export const moveUnits = (
  db: Database,
  { units, parentId, before, on }: Moving,
  today: string,
): Promise<{ readonly moved: number }> =>
  db.edit({ action: 'unit.move', label: '移动组织', undoable: true }, async (tx) => {
    const rows = await chosen(tx, units)
    const parent = parentId === null ? null : await findLiving(tx, parentId)
    const coming = rows.filter((unit) => unit.parentId !== parentId)
    tx.relabel(labelOf(rows, parent, coming.length === 0))
    const siblings = await siblingsOf(tx, parentId)
    if (coming.length > 0) {
      if (parent !== null) await refuseUnlessAliveSince(tx, parent, on)
      await refuseCycle(tx, parent, new Set(rows.map(({ id }) => id)))
      refusePlaces(coming, parent, siblings)
      await beginState(tx, coming, on, today)
    }
    await tx.updateAll('unit', placed(rows, parentId, siblings, before))
    return { moved: rows.length }
  })

const chosen = async (tx: Transaction, units: Moving['units']): Promise<readonly UnitRow[]> => {
  const asked = [...new Map(units.map((unit) => [unit.id, unit])).values()]
  const found = await tx.findAll(
    'unit',
    asked.map(({ id }) => id),
  )
  return asked.map(({ id, version }) => {
    const unit = found.get(id)
    if (unit === undefined) throw new AppError('record.missing')
    if (unit.version !== version) throw new AppError('record.changed')
    if (unit.dissolvedOn !== null) throw new AppError('unit.dissolved', { name: unit.name })
    return unit
  })
}

const labelOf = (units: readonly UnitRow[], parent: UnitRow | null, sameParent: boolean): string => {
  const name = units[0]?.name ?? ''
  const what = units.length === 1 ? name : `${name} 等 ${units.length} 个组织`
  return sameParent ? `调整 ${what} 的顺序` : `移动 ${what} 到 ${parent?.name ?? '最上级'}`
}

/** The kinds forbid a cycle; this holds even if they come to allow one. */
const refuseCycle = async (
  tx: Transaction,
  parent: UnitRow | null,
  moved: ReadonlySet<string>,
): Promise<void> => {
  const seen = new Set<string>()
  let above: UnitRow | null = parent
  while (above !== null && !seen.has(above.id)) {
    if (moved.has(above.id)) {
      throw new AppError('value.invalid', { reason: `“${above.name}”不能移到自己的下级组织之下` })
    }
    seen.add(above.id)
    above = above.parentId === null ? null : await tx.find('unit', above.parentId)
  }
}

const refusePlaces = (
  coming: readonly UnitRow[],
  parent: UnitRow | null,
  siblings: readonly Sibling[],
): void => {
  const names = new Set(siblings.filter((s) => s.dissolvedOn === null).map((s) => s.name))
  for (const unit of coming) {
    if (!mayStandUnder(unit.kind, parent?.kind ?? null)) {
      throw new AppError('unit.parent-refused', {
        child: `${unitKindLabels[unit.kind]}“${unit.name}”`,
        parent: parent?.name ?? '最上级',
      })
    }
    if (names.has(unit.name)) throw new AppError('unit.duplicate-name', { name: unit.name })
    names.add(unit.name)
  }
}

/** Room left between siblings, so that the next one moved there changes no other row. */
const spacing = 1024

/** Throws `record.missing` when `before` does not stand there. */
const placed = (
  units: readonly UnitRow[],
  parentId: string | null,
  siblings: readonly Sibling[],
  before: string | null,
): readonly RowPatch<'unit'>[] => {
  const moved = new Set(units.map(({ id }) => id))
  const ordered = [...siblings].sort((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1))
  const from = before === null ? ordered.length : ordered.findIndex(({ id }) => id === before)
  if (from < 0) throw new AppError('record.missing')
  const ahead = ordered.slice(0, from).filter(({ id }) => !moved.has(id))
  const behind = ordered.slice(from).filter(({ id }) => !moved.has(id))
  const patch = ({ id, version }: UnitRow, sort: number) => ({ id, version, patch: { parentId, sort } })
  const low = ahead.at(-1)?.sort
  const high = behind[0]?.sort
  if (high === undefined) return units.map((unit, n) => patch(unit, (low ?? 0) + spacing * (n + 1)))
  if (low === undefined) return units.map((unit, n) => patch(unit, high - spacing * (units.length - n)))
  const step = Math.floor((high - low) / (units.length + 1))
  if (step >= 1) return units.map((unit, n) => patch(unit, low + step * (n + 1)))
  const stays = (list: readonly Sibling[], first: number) =>
    list.map(({ id, version }, n) => ({ id, version, patch: { sort: spacing * (first + n) } }))
  return [
    ...stays(ahead, 1),
    ...units.map((unit, n) => patch(unit, spacing * (ahead.length + 1 + n))),
    ...stays(behind, ahead.length + units.length + 1),
  ]
}
