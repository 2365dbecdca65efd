import { AppError } from '../../shared/errors.ts'
import { isBefore } from '../../shared/rules/terms.ts'
import type { Database } from './database.ts'
import type { UnitRow } from './rows.ts'
import type { Transaction } from './transaction.ts'
import { findLiving } from './unit-edits.ts'
import { queryByIds, refuseDay, statesSince } from './unit-past.ts'

/**
 * Ends a unit on a day, its posts, memberships and reportings with it; nothing is deleted. Throws
 * `unit.has-children` while it has living units below it, `value.invalid` for a day before the unit, a post or a
 * membership began, before a unit below it left, or after `today`.
 */
export const dissolveUnit = (
  db: Database,
  id: string,
  version: number,
  on: string,
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'unit.dissolve', label: '撤销组织', undoable: true }, async (tx) => {
    const unit = await findLiving(tx, id)
    tx.relabel(`撤销组织 ${unit.name}`)
    if (unit.version !== version) throw new AppError('record.changed')
    await endUnits(tx, [unit], on, today)
    return { version: version + 1 }
  })

/** Several at once, those below before those above. Throws as `dissolveUnit` does; then none is dissolved. */
export const dissolveUnits = (
  db: Database,
  units: readonly { readonly id: string; readonly version: number }[],
  on: string,
  today: string,
): Promise<{ readonly dissolved: number }> =>
  db.edit({ action: 'unit.dissolve', label: '撤销组织', undoable: true }, async (tx) => {
    const rows: UnitRow[] = []
    for (const { id, version } of new Map(units.map((unit) => [unit.id, unit])).values()) {
      const unit = await findLiving(tx, id)
      if (unit.version !== version) throw new AppError('record.changed')
      rows.push(unit)
    }
    const [first] = rows
    tx.relabel(
      rows.length === 1
        ? `撤销组织 ${first?.name ?? ''}`
        : `撤销 ${first?.name ?? ''} 等 ${rows.length} 个组织`,
    )
    await endUnits(tx, rows, on, today)
    return { dissolved: rows.length }
  })

/** The part of an edit that ends units, which may stand under each other. */
export const endUnits = async (
  tx: Transaction,
  units: readonly UnitRow[],
  on: string,
  today: string,
): Promise<void> => {
  const ids = units.map(({ id }) => id)
  const names = new Map(units.map((unit) => [unit.id, unit]))
  await refuseLivingChildren(tx, names)
  const since = await statesSince(tx, ids)
  for (const unit of units) {
    if (isBefore(today, on) || (unit.foundedOn !== null && isBefore(on, unit.foundedOn))) {
      throw new AppError('value.invalid', { reason: '撤销日期应在成立日期之后，且不晚于今天' })
    }
    refuseDay(unit, since.get(unit.id), on, today)
  }
  await refuseBeforeChildrenLeft(tx, names, on)
  await endHeld(tx, ids, on)
  await tx.updateAll(
    'unit',
    units.map(({ id, version }) => ({ id, version, patch: { dissolvedOn: on } })),
  )
}

type Chosen = ReadonlyMap<string, UnitRow>

const refuseLivingChildren = async (tx: Transaction, chosen: Chosen): Promise<void> => {
  const below = await queryByIds<{ id: string; parentId: string }>(
    tx,
    [...chosen.keys()],
    (list) =>
      `SELECT id AS "id", parent_id AS "parentId" FROM unit WHERE parent_id IN (${list}) AND dissolved_on IS NULL`,
  )
  const left = below.filter((child) => !chosen.has(child.id))
  const [first] = left
  if (first === undefined) return
  throw new AppError('unit.has-children', {
    name: chosen.get(first.parentId)?.name ?? '',
    count: left.filter((child) => child.parentId === first.parentId).length,
  })
}

/** Else those units would have had no parent on the days between. */
const refuseBeforeChildrenLeft = async (tx: Transaction, chosen: Chosen, on: string): Promise<void> => {
  const ids = [...chosen.keys()]
  const [ended, moved] = [
    await queryByIds<{ parentId: string; day: string }>(
      tx,
      ids,
      (list) =>
        `SELECT parent_id AS "parentId", max(dissolved_on) AS "day" FROM unit WHERE parent_id IN (${list}) AND dissolved_on IS NOT NULL
         GROUP BY parent_id`,
    ),
    await queryByIds<{ parentId: string; day: string }>(
      tx,
      ids,
      (list) =>
        `SELECT parent_id AS "parentId", max(ends_on) AS "day" FROM unit_past WHERE parent_id IN (${list}) AND state = 'living'
         GROUP BY parent_id`,
    ),
  ]
  for (const { parentId, day } of [...ended, ...moved]) {
    if (isBefore(on, day)) {
      throw new AppError('value.invalid', {
        reason: `“${chosen.get(parentId)?.name ?? ''}”的下级组织到 ${day} 才撤销或转出，撤销日期不能早于这一天`,
      })
    }
  }
}

const beginnings = { post: '任职日期', membership: '党员加入该组织的日期', reporting: '报到日期' } as const

/** Ends posts, memberships and reportings of the units. Throws `value.invalid` where one began after `on`. */
export const endHeld = async (tx: Transaction, unitIds: readonly string[], on: string): Promise<void> => {
  for (const table of ['post', 'membership', 'reporting'] as const) {
    const held = await queryByIds<{ id: string; version: number; startsOn: string | null }>(
      tx,
      unitIds,
      (list) =>
        `SELECT id AS "id", version AS "version", starts_on AS "startsOn" FROM ${table}
         WHERE unit_id IN (${list}) AND ends_on IS NULL ORDER BY starts_on DESC, id`,
    )
    for (const row of held) {
      if (row.startsOn !== null && isBefore(on, row.startsOn)) {
        throw new AppError('value.invalid', { reason: `撤销日期早于${beginnings[table]}（${row.startsOn}）` })
      }
    }
    await tx.updateAll(
      table,
      held.map(({ id, version }) => ({ id, version, patch: { endsOn: on } })),
    )
  }
}
