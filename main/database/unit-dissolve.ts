import { AppError } from '../../shared/errors.ts'
import { unitKinds } from '../../shared/models/unit.ts'
import { isBefore, termProblem } from '../../shared/rules/terms.ts'
import type { Database } from './database.ts'
import type { UnitRow } from './rows.ts'
import type { Transaction } from './transaction.ts'
import { findCurrent, findLiving } from './unit-checks.ts'

/** What ends with a unit: the rows' name, their table, and what the day they began is called. */
const held = [
  { rows: 'post', table: 'post', beginning: '任职日期' },
  { rows: 'membership', table: 'membership', beginning: '党员加入该组织的日期' },
  { rows: 'reporting', table: 'reporting', beginning: '报到日期' },
  { rows: 'unitEstate', table: 'unit_estate', beginning: '关联小区的日期' },
] as const

/**
 * Ends a unit on a day; its posts, memberships, reports and links to estates end with it, nothing is deleted. Throws
 * `unit.has-children` while it has living units below it, `value.invalid` for a day before the unit, a post, a
 * membership or a link began, before the last of its subordinate units left or ended, or after `today`.
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
    return { version: await dissolve(tx, { ...unit, version }, on, today) }
  })

/**
 * Several units end on one day, in one edit; with `below`, all that stands below them too. Those that stand below others
 * of them go first. Throws as `dissolveUnit` does, and `record.changed`.
 */
export const dissolveUnits = (
  db: Database,
  units: readonly { readonly id: string; readonly version: number }[],
  on: string,
  below: boolean,
  today: string,
): Promise<{ readonly dissolved: number }> =>
  db.edit({ action: 'unit.dissolve', label: '撤销组织', undoable: true }, async (tx) => {
    const chosen: UnitRow[] = []
    for (const { id, version } of units) chosen.push(await findCurrent(tx, id, version))
    const [first] = chosen
    tx.relabel(
      chosen.length === 1
        ? `撤销组织 ${first?.name ?? ''}`
        : `撤销组织 ${first?.name ?? ''} 等 ${chosen.length} 个`,
    )
    let dissolved = 0
    // The lower kinds come later in the list of kinds.
    const lowestFirst = chosen.toSorted((a, b) => unitKinds.indexOf(b.kind) - unitKinds.indexOf(a.kind))
    for (const { id } of lowestFirst) {
      const unit = await tx.find('unit', id)
      if (unit === null || unit.dissolvedOn !== null) continue
      if (below) dissolved += await dissolveBelow(tx, id, on, today)
      else {
        await dissolve(tx, unit, on, today)
        dissolved += 1
      }
    }
    return { dissolved }
  })

/** A unit with all below it, the lowest first; answers how many. */
export const dissolveBelow = async (
  tx: Transaction,
  id: string,
  on: string,
  today: string,
): Promise<number> => {
  const children = await tx.query<{ id: string }>(
    'SELECT id AS "id" FROM unit WHERE parent_id = ? AND dissolved_on IS NULL',
    [id],
  )
  let dissolved = 1
  for (const child of children) dissolved += await dissolveBelow(tx, child.id, on, today)
  await dissolve(tx, await findLiving(tx, id), on, today)
  return dissolved
}

/** As `dissolveUnit`, inside a larger edit; answers the new version. */
export const dissolve = async (
  tx: Transaction,
  unit: UnitRow,
  on: string,
  today: string,
): Promise<number> => {
  await refuseChildren(tx, unit, on)
  const began = await lastChange(tx, unit)
  if (termProblem(began, on, today) !== null) {
    throw new AppError('value.invalid', {
      reason: `撤销日期应在${unit.name}成立和上一次调整之后，且不晚于今天`,
    })
  }
  for (const kind of held) await endHeld(tx, kind, unit.id, on)
  return tx.update('unit', unit.id, unit.version, { dissolvedOn: on })
}

const lastChange = async (tx: Transaction, unit: UnitRow): Promise<string | null> => {
  const [row] = await tx.query<{ day: string | null }>(
    'SELECT max(ends_on) AS "day" FROM unit_past WHERE unit_id = ?',
    [unit.id],
  )
  return row?.day ?? unit.foundedOn
}

/** On every day between, a unit below must have had a living unit above. */
const refuseChildren = async (tx: Transaction, unit: UnitRow, on: string): Promise<void> => {
  const [living] = await tx.query<{ n: number }>(
    'SELECT count(*) AS "n" FROM unit WHERE parent_id = ? AND dissolved_on IS NULL',
    [unit.id],
  )
  const count = living?.n ?? 0
  if (count > 0) throw new AppError('unit.has-children', { name: unit.name, count })
  const [last] = await tx.query<{ day: string | null }>(
    `SELECT max(day) AS "day" FROM (
       SELECT max(dissolved_on) AS day FROM unit WHERE parent_id = ?
       UNION ALL SELECT max(ends_on) FROM unit_past WHERE parent_id = ? AND state = 'living'
     ) days`,
    [unit.id, unit.id],
  )
  const day = last?.day ?? null
  if (day !== null && isBefore(on, day)) {
    throw new AppError('value.invalid', { reason: `撤销日期早于下级组织撤销或移走的日期（${day}）` })
  }
}

const endHeld = async (
  tx: Transaction,
  { rows, table, beginning }: (typeof held)[number],
  unitId: string,
  on: string,
): Promise<void> => {
  const living = await tx.query<{ id: string; version: number; startsOn: string | null }>(
    `SELECT id AS "id", version AS "version", starts_on AS "startsOn" FROM ${table}
     WHERE unit_id = ? AND ends_on IS NULL ORDER BY starts_on DESC`,
    [unitId],
  )
  for (const row of living) {
    if (row.startsOn !== null && isBefore(on, row.startsOn)) {
      throw new AppError('value.invalid', { reason: `撤销日期早于${beginning}（${row.startsOn}）` })
    }
    await tx.update(rows, row.id, row.version, { endsOn: on })
  }
}
