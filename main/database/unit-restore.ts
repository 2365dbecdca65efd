import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { unitKindLabels } from '../../shared/labels.ts'
import { isBefore, isSolePost } from '../../shared/rules/terms.ts'
import { mayStandUnder } from '../../shared/rules/tree.ts'
import type { Database } from './database.ts'
import type { MembershipRow, PostRow, UnitRow } from './rows.ts'
import type { Transaction } from './transaction.ts'
import { findLiving, refuseDuplicate } from './unit-edits.ts'
import { refuseUnlessAliveSince, statesSince } from './unit-past.ts'

export interface Restoring {
  readonly id: string
  readonly version: number
  /** ISO day from which it lives again. */
  readonly on: string
  readonly posts: boolean
  readonly members: boolean
}

/**
 * Lets a dissolved unit live again, and with it, if asked, the posts and memberships that ended with it. Throws
 * `record.missing`, `record.changed`, `unit.dissolved` (its parent), `unit.parent-refused`, `unit.duplicate-name`,
 * `value.invalid`.
 */
export const restoreUnit = (
  db: Database,
  { id, version, on, posts, members }: Restoring,
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'unit.restore', label: '恢复组织', undoable: true }, async (tx) => {
    const unit = await tx.find('unit', id)
    if (unit === null) throw new AppError('record.missing')
    const { dissolvedOn } = unit
    if (dissolvedOn === null) throw new AppError('record.changed')
    tx.relabel(`恢复组织 ${unit.name}`)
    if (isBefore(today, on)) throw new AppError('value.invalid', { reason: '恢复日期晚于今天' })
    if (isBefore(on, dissolvedOn)) {
      throw new AppError('value.invalid', { reason: `恢复日期早于撤销日期（${dissolvedOn}）` })
    }
    await refusePlace(tx, unit, on)
    await keepPast(tx, unit, dissolvedOn, on)
    if (posts) await beginPosts(tx, id, dissolvedOn, on)
    if (members) await beginMemberships(tx, id, dissolvedOn, on)
    return { version: await tx.update('unit', id, version, { dissolvedOn: null }) }
  })

const refusePlace = async (tx: Transaction, unit: UnitRow, on: string): Promise<void> => {
  const parent = unit.parentId === null ? null : await findLiving(tx, unit.parentId)
  if (!mayStandUnder(unit.kind, parent?.kind ?? null)) {
    throw new AppError('unit.parent-refused', {
      child: `${unitKindLabels[unit.kind]}“${unit.name}”`,
      parent: parent?.name ?? '最上级',
    })
  }
  if (parent !== null) await refuseUnlessAliveSince(tx, parent, on)
  await refuseDuplicate(tx, unit.parentId, unit.name, unit.id)
}

/** The time it did not live, and before that the time it did: a later change must not reach back over the gap. */
const keepPast = async (tx: Transaction, unit: UnitRow, dissolvedOn: string, on: string): Promise<void> => {
  if (on === dissolvedOn) return
  const since = (await statesSince(tx, [unit.id])).get(unit.id) ?? null
  const past = { unitId: unit.id, name: unit.name, parentId: unit.parentId } as const
  if ((since ?? unit.foundedOn) !== dissolvedOn) {
    const living = { state: 'living', startsOn: since, endsOn: dissolvedOn } as const
    await tx.insert('unitPast', { id: randomUUID(), ...past, ...living })
  }
  const gap = { state: 'dissolved', startsOn: dissolvedOn, endsOn: on } as const
  await tx.insert('unitPast', { id: randomUUID(), ...past, ...gap })
}

/** People who are still in the office's care. */
const stillHere = 'person.ended_on IS NULL AND person.merged_into_id IS NULL'

const beginPosts = async (tx: Transaction, unitId: string, endedOn: string, on: string): Promise<void> => {
  const ended = await tx.query<PostRow>(
    `SELECT post.person_id AS "personId", post.kind AS "kind", post.position AS "position",
       post.households AS "households"
     FROM post JOIN person ON person.id = post.person_id
     WHERE post.unit_id = ? AND post.ends_on = ? AND ${stillHere}
     ORDER BY coalesce(post.starts_on, '') DESC, post.id`,
    [unitId, endedOn],
  )
  // Of two who held a post of one holder on its last day, the later one was the holder.
  const held = new Map<string, PostRow>()
  for (const post of ended) {
    const key = isSolePost(post.kind) ? post.kind : `${post.kind} ${post.personId}`
    if (!held.has(key)) held.set(key, post)
  }
  await tx.insertAll(
    'post',
    [...held.values()].map(({ personId, kind, position, households }) => ({
      id: randomUUID(),
      personId,
      unitId,
      kind,
      position,
      households,
      startsOn: on,
      endsOn: null,
    })),
  )
}

/** Not those who meanwhile belong elsewhere. */
const beginMemberships = async (
  tx: Transaction,
  unitId: string,
  endedOn: string,
  on: string,
): Promise<void> => {
  const ended = await tx.query<Pick<MembershipRow, 'personId'>>(
    `SELECT DISTINCT membership.person_id AS "personId"
     FROM membership JOIN person ON person.id = membership.person_id
     WHERE membership.unit_id = ? AND membership.ends_on = ? AND ${stillHere} AND NOT EXISTS (
       SELECT 1 FROM membership other WHERE other.person_id = membership.person_id AND other.ends_on IS NULL
     ) ORDER BY membership.person_id`,
    [unitId, endedOn],
  )
  await tx.insertAll(
    'membership',
    ended.map(({ personId }) => ({ id: randomUUID(), personId, unitId, startsOn: on, endsOn: null })),
  )
}
