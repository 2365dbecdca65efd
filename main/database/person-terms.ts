import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { isBefore, termProblem } from '../../shared/rules/terms.ts'
import type { Database } from './database.ts'
import { placeholders } from './dialect.ts'
import { type HeldTable, heldTables } from './held-tables.ts'
import type { MembershipRow, UnitRow } from './rows.ts'
import { partsOf } from './table-rows.ts'
import type { Transaction } from './transaction.ts'
import { findLiving, refuseBeforeFounding } from './unit-checks.ts'

const words: Readonly<Record<HeldTable, string>> = {
  post: '任职',
  membership: '组织关系',
  reporting: '报到',
  volunteer: '志愿服务',
}

const refuse = (reason: string): never => {
  throw new AppError('value.invalid', { reason })
}

/** Throws `value.invalid` for an end before the beginning or after `today`. */
const refuseEnd = (table: HeldTable, startsOn: string | null, on: string, today: string): void => {
  if (isBefore(today, on)) refuse('日期晚于今天')
  if (startsOn !== null && isBefore(on, startsOn)) {
    refuse(`日期早于${words[table]}的开始日期（${startsOn}）`)
  }
}

interface Held {
  readonly id: string
  readonly version: number
  readonly unitId: string
  readonly startsOn: string | null
}

const livingOf = (tx: Transaction, table: HeldTable, personId: string): Promise<Held[]> =>
  tx.query<Held>(
    `SELECT id AS "id", version AS "version", unit_id AS "unitId", starts_on AS "startsOn" FROM ${table}
     WHERE person_id = ? AND ends_on IS NULL ORDER BY id`,
    [personId],
  )

/** The person in the office's care, as the window saw them. Throws `record.missing`, `record.changed`. */
const findCurrent = async (tx: Transaction, id: string, version: number) => {
  const person = await tx.find('person', id)
  if (person === null || person.mergedIntoId !== null) throw new AppError('record.missing')
  if (person.version !== version) throw new AppError('record.changed')
  return person
}

/** Somebody left the office's care: posts, memberships, reports and volunteering end the same day. Throws `value.invalid`. */
export const endPerson = (
  db: Database,
  end: { readonly id: string; readonly version: number; readonly on: string; readonly reason: string },
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'person.end', label: '人员离开', undoable: true }, async (tx) => {
    const { id, version, on, reason } = end
    const person = await findCurrent(tx, id, version)
    if (person.endedOn !== null) throw new AppError('record.changed')
    tx.relabel(`${person.name} 离开：${reason}`)
    if (isBefore(today, on)) refuse('日期晚于今天')
    for (const table of heldTables) {
      for (const held of await livingOf(tx, table, id)) {
        refuseEnd(table, held.startsOn, on, today)
        await tx.update(table, held.id, held.version, { endsOn: on })
      }
    }
    return { version: await tx.update('person', id, version, { endedOn: on, endedReason: reason }) }
  })

/** Back again from `on`; with `memberships`, those that ended when the person left begin anew. Throws `value.invalid`. */
export const returnPerson = (
  db: Database,
  back: { readonly id: string; readonly version: number; readonly on: string; readonly memberships: boolean },
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'person.return', label: '恢复人员', undoable: true }, async (tx) => {
    const { id, version, on } = back
    const person = await findCurrent(tx, id, version)
    const { endedOn } = person
    if (endedOn === null) throw new AppError('record.changed')
    tx.relabel(`恢复 ${person.name}`)
    if (isBefore(today, on)) refuse('日期晚于今天')
    if (isBefore(on, endedOn)) refuse(`恢复日期早于离开日期（${endedOn}）`)
    if (back.memberships) {
      const ended = await tx.query<{ unitId: string }>(
        `SELECT DISTINCT membership.unit_id AS "unitId" FROM membership JOIN unit ON unit.id = membership.unit_id
         WHERE membership.person_id = ? AND membership.ends_on = ? AND unit.dissolved_on IS NULL
           -- What a transfer ended that day was followed by another and is over.
           AND NOT EXISTS (SELECT 1 FROM membership next
             WHERE next.person_id = membership.person_id AND next.starts_on = membership.ends_on
               AND next.id <> membership.id)
         ORDER BY membership.unit_id`,
        [id, endedOn],
      )
      const there = new Set((await livingOf(tx, 'membership', id)).map((held) => held.unitId))
      for (const { unitId } of ended) {
        if (!there.has(unitId)) await tx.insert('membership', newMembership(id, unitId, on))
      }
    }
    return { version: await tx.update('person', id, version, { endedOn: null, endedReason: null }) }
  })

/** Throws `value.invalid` for a unit that takes no members, or did not exist on the day. */
export const refuseMembers = (unit: UnitRow, on: string): void => {
  if (unit.kind === 'emergencyBranch') refuse('应急党支部不接收组织关系，请选党支部')
  refuseBeforeFounding(unit, on, '转入日期')
}

interface Membership extends Held {
  readonly personId: string
  readonly endsOn: string | null
}

/** Every membership of these people, past ones too. */
const membershipsOf = async (
  tx: Transaction,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Membership[]>> => {
  const found = new Map<string, Membership[]>()
  for (const part of partsOf(personIds, 1000)) {
    const rows = await tx.query<Membership>(
      `SELECT id AS "id", version AS "version", person_id AS "personId", unit_id AS "unitId",
         starts_on AS "startsOn", ends_on AS "endsOn"
       FROM membership WHERE person_id IN (${placeholders(part.length)}) ORDER BY id`,
      part,
    )
    for (const row of rows) found.set(row.personId, [...(found.get(row.personId) ?? []), row])
  }
  return found
}

/** A membership that is over is history: none begins before it ended. */
const refuseOverlap = (own: readonly Membership[], name: string, on: string): void => {
  const day = own.reduce<string | null>(
    (last, { endsOn }) => (endsOn !== null && (last === null || endsOn > last) ? endsOn : last),
    null,
  )
  if (day !== null && isBefore(on, day)) refuse(`转接日期早于 ${name} 上一段组织关系的结束日期（${day}）`)
}

/** A membership from a day on. */
export const newMembership = (
  personId: string,
  unitId: string,
  on: string,
): Omit<MembershipRow, 'version'> => ({
  id: randomUUID(),
  personId,
  unitId,
  startsOn: on,
  endsOn: null,
})

/**
 * 转接组织关系 of one or several: every living membership ends on the day, and one in `unitId` (null: none) begins. Who is
 * a member there already stays so. Throws `record.missing`, `unit.dissolved`, `value.invalid`.
 */
export const transferMembers = (
  db: Database,
  transfer: { readonly personIds: readonly string[]; readonly unitId: string | null; readonly on: string },
  today: string,
): Promise<{ readonly moved: number }> =>
  db.edit({ action: 'membership.transfer', label: '转接组织关系', undoable: true }, async (tx) => {
    const { unitId, on } = transfer
    const reason = termProblem(on, null, today)
    if (reason !== null) refuse('转接日期晚于今天')
    const unit = unitId === null ? null : await findLiving(tx, unitId)
    if (unit !== null) refuseMembers(unit, on)
    const ids = [...new Set(transfer.personIds)]
    const people = await tx.findAll('person', ids)
    const memberships = await membershipsOf(tx, ids)
    const ending: Membership[] = []
    const coming: string[] = []
    for (const personId of ids) {
      const person = people.get(personId)
      if (person === undefined || person.mergedIntoId !== null) throw new AppError('record.missing')
      if (person.endedOn !== null) refuse(`${person.name} 已经离开，请先恢复`)
      const own = memberships.get(personId) ?? []
      refuseOverlap(own, person.name, on)
      const living = own.filter((held) => held.endsOn === null)
      for (const held of living.filter((one) => one.unitId !== unitId)) {
        refuseEnd('membership', held.startsOn, on, today)
        ending.push(held)
      }
      if (!living.some((held) => held.unitId === unitId)) coming.push(personId)
    }
    await tx.updateAll('membership', ending, { endsOn: on })
    if (unitId !== null) {
      await tx.insertAll(
        'membership',
        coming.map((personId) => newMembership(personId, unitId, on)),
      )
    }
    const first = people.get(ids[0] ?? '')?.name ?? ''
    const who = ids.length === 1 ? first : `${first} 等 ${ids.length} 人`
    tx.relabel(unit === null ? `结束 ${who} 的组织关系` : `${who} 的组织关系转到 ${unit.name}`)
    return { moved: ids.length }
  })

/** Ends one membership, e.g. the older of two. Throws `record.missing`, `record.changed`, `value.invalid`. */
export const endMembership = (
  db: Database,
  end: { readonly id: string; readonly version: number; readonly on: string },
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'membership.end', label: '结束组织关系', undoable: true }, async (tx) => {
    const row = await tx.find('membership', end.id)
    if (row === null) throw new AppError('record.missing')
    if (row.endsOn !== null) throw new AppError('record.changed')
    const [person, unit] = [await tx.find('person', row.personId), await tx.find('unit', row.unitId)]
    tx.relabel(`结束 ${person?.name ?? ''} 在 ${unit?.name ?? ''} 的组织关系`)
    refuseEnd('membership', row.startsOn, end.on, today)
    return { version: await tx.update('membership', end.id, end.version, { endsOn: end.on }) }
  })
