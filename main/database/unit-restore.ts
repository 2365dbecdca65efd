import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { isSolePost } from '../../shared/rules/terms.ts'
import type { Database } from './database.ts'
import type { MembershipRow, PostRow } from './rows.ts'
import type { Transaction } from './transaction.ts'
import { findLiving, refuseDuplicate, refuseParent } from './unit-checks.ts'
import { keepPast } from './unit-past.ts'

export interface Restoration {
  readonly id: string
  readonly version: number
  /** ISO day from which it lives again. */
  readonly on: string
  /** What ended with the unit begins anew. */
  readonly posts: boolean
  readonly members: boolean
  readonly estates?: boolean | undefined
}

/** A dissolved unit lives again; the time between stays in its past. Throws as `moveUnits` does. */
export const restoreUnit = (
  db: Database,
  restoration: Restoration,
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'unit.restore', label: '恢复组织', undoable: true }, async (tx) => {
    const { id, version, on } = restoration
    const unit = await tx.find('unit', id)
    if (unit === null) throw new AppError('record.missing')
    if (unit.dissolvedOn === null || unit.version !== version) throw new AppError('record.changed')
    tx.relabel(`恢复组织 ${unit.name}`)
    const parent = unit.parentId === null ? null : await findLiving(tx, unit.parentId)
    refuseParent(unit.kind, unit.name, parent)
    await refuseDuplicate(tx, unit.parentId, unit.name, id)
    await keepPast(tx, unit, on, today, 'dissolved')
    if (restoration.posts) await renewPosts(tx, id, unit.dissolvedOn, on)
    if (restoration.members) await renewMembers(tx, id, unit.dissolvedOn, on)
    if (restoration.estates === true) {
      await renewEstates(tx, id, unit.dissolvedOn, on)
      await renewVenues(tx, id, unit.dissolvedOn, on)
    }
    return { version: await tx.update('unit', id, version, { dissolvedOn: null }) }
  })

const livingPerson = 'person_id IN (SELECT id FROM person WHERE ended_on IS NULL AND merged_into_id IS NULL)'

const renewPosts = async (tx: Transaction, unitId: string, ended: string, on: string): Promise<void> => {
  const posts = await tx.query<
    Pick<PostRow, 'personId' | 'kind' | 'position' | 'households' | 'estateId' | 'place'>
  >(
    `SELECT person_id AS "personId", kind AS "kind", position AS "position", households AS "households",
       estate_id AS "estateId", place AS "place"
     FROM post WHERE unit_id = ? AND ends_on = ? AND ${livingPerson} ORDER BY id`,
    [unitId, ended],
  )
  const held = new Set<string>()
  for (const post of posts) {
    if (isSolePost(post.kind) && held.has(post.kind)) continue
    held.add(post.kind)
    await tx.insert('post', { ...post, id: randomUUID(), unitId, startsOn: on, endsOn: null })
  }
}

/** Whoever joined another branch meanwhile stays there. */
const renewMembers = async (tx: Transaction, unitId: string, ended: string, on: string): Promise<void> => {
  const members = await tx.query<Pick<MembershipRow, 'personId'>>(
    `SELECT DISTINCT person_id AS "personId" FROM membership
     WHERE unit_id = ? AND ends_on = ? AND ${livingPerson}
       AND person_id NOT IN (SELECT person_id FROM membership WHERE ends_on IS NULL)`,
    [unitId, ended],
  )
  await tx.insertAll(
    'membership',
    members.map(({ personId }) => ({ id: randomUUID(), personId, unitId, startsOn: on, endsOn: null })),
  )
}

/** The estates that it served to its end and that still are estates, but for those that a successor took over. */
const renewEstates = async (tx: Transaction, unitId: string, ended: string, on: string): Promise<void> => {
  const estates = await tx.query<{ id: string }>(
    `SELECT DISTINCT estate.id AS "id" FROM unit_estate JOIN estate ON estate.id = unit_estate.estate_id
     WHERE unit_estate.unit_id = ? AND unit_estate.ends_on = ? AND estate.ended_on IS NULL
       AND estate.id NOT IN (SELECT estate_id FROM unit_estate WHERE unit_id = ? AND ends_on IS NULL)
       AND estate.id NOT IN (
         SELECT taken.estate_id FROM unit_estate taken JOIN succession ON succession.to_id = taken.unit_id
         WHERE succession.from_id = ? AND taken.ends_on IS NULL)`,
    [unitId, ended, unitId, unitId],
  )
  await tx.insertAll(
    'unitEstate',
    estates.map(({ id }) => ({ id: randomUUID(), unitId, estateId: id, startsOn: on, endsOn: null })),
  )
}

/** The venues that it used to its end and that still are, but for those that a successor took over. */
const renewVenues = async (tx: Transaction, unitId: string, ended: string, on: string): Promise<void> => {
  const venues = await tx.query<{ id: string }>(
    `SELECT DISTINCT venue.id AS "id" FROM venue_unit JOIN venue ON venue.id = venue_unit.venue_id
     WHERE venue_unit.unit_id = ? AND venue_unit.ends_on = ? AND venue.ended_on IS NULL
       AND venue.id NOT IN (
         SELECT taken.venue_id FROM venue_unit taken JOIN succession ON succession.to_id = taken.unit_id
         WHERE succession.from_id = ? AND taken.ends_on IS NULL)`,
    [unitId, ended, unitId],
  )
  await tx.insertAll(
    'venueUnit',
    venues.map(({ id }) => ({ id: randomUUID(), venueId: id, unitId, startsOn: on, endsOn: null })),
  )
}
