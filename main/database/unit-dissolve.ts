import { AppError } from '../../shared/errors.ts'
import { isBefore, termProblem } from '../../shared/rules/terms.ts'
import type { Database } from './database.ts'
import { placeholders } from './dialect.ts'
import type { UnitRow } from './rows.ts'
import { partsOf } from './table-rows.ts'
import type { Transaction } from './transaction.ts'
import { findCurrent, findLiving } from './unit-checks.ts'

/** What ends with a unit: the rows' name, their table, and what the day they began is called. */
const held = [
  { rows: 'post', table: 'post', beginning: '任职日期' },
  { rows: 'membership', table: 'membership', beginning: '党员加入该组织的日期' },
  { rows: 'reporting', table: 'reporting', beginning: '报到日期' },
  { rows: 'unitEstate', table: 'unit_estate', beginning: '关联小区的日期' },
  { rows: 'venueUnit', table: 'venue_unit', beginning: '开始使用场所的日期' },
  { rows: 'volunteer', table: 'volunteer', beginning: '志愿者注册的日期' },
  { rows: 'partnerLink', table: 'partner_link', beginning: '包联开始的日期' },
] as const

/**
 * Ends a unit on a day; its posts, memberships, reports, volunteers and links to estates, venues and partner units end
 * with it, nothing is deleted. Throws
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
 * Several units end on one day, in one edit; with `below`, all that stands below them too. Throws as `dissolveUnit` does, and `record.changed`.
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
    const all = below ? await withBelow(tx, chosen) : chosen
    await dissolveAll(tx, all, on, today)
    return { dissolved: all.length }
  })

/** The units and all that live below them, each once. */
const withBelow = async (tx: Transaction, units: readonly UnitRow[]): Promise<readonly UnitRow[]> => {
  const found = new Map(units.map((unit) => [unit.id, unit]))
  let level: readonly string[] = [...found.keys()]
  while (level.length > 0) {
    const next: string[] = []
    for (const part of partsOf(level, partSize)) {
      const rows = await tx.query<{ id: string }>(
        `SELECT id AS "id" FROM unit WHERE dissolved_on IS NULL AND parent_id IN (${placeholders(part.length)})`,
        part,
      )
      next.push(...rows.map((row) => row.id).filter((id) => !found.has(id)))
    }
    for (const [id, unit] of await tx.findAll('unit', next)) found.set(id, unit)
    level = next
  }
  return [...found.values()]
}

/** A unit with all that lives below it; answers how many. */
export const dissolveBelow = async (
  tx: Transaction,
  id: string,
  on: string,
  today: string,
): Promise<number> => {
  const all = await withBelow(tx, [await findLiving(tx, id)])
  await dissolveAll(tx, all, on, today)
  return all.length
}

/** As `dissolveUnit`, inside a larger edit; answers the new version. */
export const dissolve = async (
  tx: Transaction,
  unit: UnitRow,
  on: string,
  today: string,
): Promise<number> => {
  await dissolveAll(tx, [unit], on, today)
  return unit.version + 1
}

/** Rows of the parts of a long list of ids, which `sql` takes as `IN (…)`. */
const ofParts = async <Row>(
  tx: Transaction,
  ids: readonly string[],
  sql: (list: string) => string,
  repeated = 1,
): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for (const part of partsOf(ids, partSize)) {
    const parameters = Array.from({ length: repeated }, () => part).flat()
    rows.push(...(await tx.query<Row>(sql(placeholders(part.length)), parameters)))
  }
  return rows
}

const partSize = 1000

/** All of them end on the day, with all that is held in them: a handful of statements for a thousand units. */
const dissolveAll = async (
  tx: Transaction,
  units: readonly UnitRow[],
  on: string,
  today: string,
): Promise<void> => {
  const ids = units.map((unit) => unit.id)
  await refuseChildren(tx, units, on)
  const changed = await ofParts<{ id: string; day: string }>(
    tx,
    ids,
    (list) =>
      `SELECT unit_id AS "id", max(ends_on) AS "day" FROM unit_past WHERE unit_id IN (${list}) GROUP BY unit_id`,
  )
  const lastChange = new Map(changed.map((row) => [row.id, row.day]))
  for (const unit of units) {
    if (termProblem(lastChange.get(unit.id) ?? unit.foundedOn, on, today) !== null) {
      throw new AppError('value.invalid', {
        reason: `撤销日期应在${unit.name}成立和上一次调整之后，且不晚于今天`,
      })
    }
  }
  for (const kind of held) await endHeld(tx, kind, ids, on)
  await tx.updateAll('unit', units, { dissolvedOn: on })
}

/** On every day between, a unit below must have had a living unit above; those that end together go together. */
const refuseChildren = async (tx: Transaction, units: readonly UnitRow[], on: string): Promise<void> => {
  const ids = units.map((unit) => unit.id)
  const ending = new Set(ids)
  const living = await ofParts<{ id: string; parentId: string }>(
    tx,
    ids,
    (list) =>
      `SELECT id AS "id", parent_id AS "parentId" FROM unit WHERE dissolved_on IS NULL AND parent_id IN (${list})`,
  )
  const staying = living.filter((child) => !ending.has(child.id))
  const [first] = staying
  if (first !== undefined) {
    const name = units.find((unit) => unit.id === first.parentId)?.name ?? ''
    const count = staying.filter((child) => child.parentId === first.parentId).length
    throw new AppError('unit.has-children', { name, count })
  }
  const left = await ofParts<{ day: string | null }>(
    tx,
    ids,
    (list) =>
      `SELECT max(day) AS "day" FROM (
         SELECT max(dissolved_on) AS day FROM unit WHERE parent_id IN (${list})
         UNION ALL SELECT max(ends_on) FROM unit_past WHERE state = 'living' AND parent_id IN (${list})
       ) days`,
    2,
  )
  for (const { day } of left) {
    if (day !== null && isBefore(on, day)) {
      throw new AppError('value.invalid', { reason: `撤销日期早于下级组织撤销或移走的日期（${day}）` })
    }
  }
}

const endHeld = async (
  tx: Transaction,
  { rows, table, beginning }: (typeof held)[number],
  unitIds: readonly string[],
  on: string,
): Promise<void> => {
  const living = await ofParts<{ id: string; version: number; startsOn: string | null }>(
    tx,
    unitIds,
    (list) =>
      `SELECT id AS "id", version AS "version", starts_on AS "startsOn" FROM ${table}
       WHERE ends_on IS NULL AND unit_id IN (${list}) ORDER BY starts_on DESC`,
  )
  const early = living.find((row) => row.startsOn !== null && isBefore(on, row.startsOn))
  if (early !== undefined) {
    throw new AppError('value.invalid', { reason: `撤销日期早于${beginning}（${early.startsOn}）` })
  }
  await tx.updateAll(rows, living, { endsOn: on })
}
