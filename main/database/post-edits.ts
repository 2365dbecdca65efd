import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { postKindLabels } from '../../shared/labels.ts'
import type { PostKind } from '../../shared/models/post.ts'
import type { PostChanges } from '../../shared/requests/organization.ts'
import { nameKey } from '../../shared/rules/names.ts'
import { isSolePost, termProblem } from '../../shared/rules/terms.ts'
import type { Reading } from '../pinyin.ts'
import type { Database } from './database.ts'
import { newPerson } from './person-edits.ts'
import type { Patch, PersonRecord, PostRow } from './rows.ts'
import type { Transaction } from './transaction.ts'
import { findLiving } from './unit-checks.ts'
import { definedOnly, labelsOf } from './unit-edits.ts'

/** Who takes the post: someone on record, or a name with checked phones (at most two). */
export type Holder =
  | { readonly kind: 'known'; readonly id: string }
  | {
      readonly kind: 'named'
      readonly name: string
      readonly reading: Reading
      readonly phones: readonly string[]
    }

export interface Assignment {
  readonly unitId: string
  readonly kind: PostKind
  readonly holder: Holder
  /** Empty: none. */
  readonly position: string
  /** ISO day. */
  readonly startsOn: string
  /** The post that ends with this one's beginning, whatever its kind. */
  readonly replaces: string | null
}

/**
 * Begins a post. The one it replaces ends the same day, as does every living post of the same kind in the unit where
 * one person holds it. Who holds the post already keeps it, with the new position. Throws `record.missing`,
 * `unit.dissolved`, and `value.invalid` for a term that cannot be or a phone that finds no room.
 */
export const assignPost = (
  db: Database,
  assignment: Assignment,
  today: string,
): Promise<{ readonly id: string }> =>
  db.edit({ action: 'post.assign', label: '任职', undoable: true }, async (tx) => {
    const { kind, startsOn } = assignment
    const unit = await findLiving(tx, assignment.unitId)
    const person = await findHolder(tx, assignment.holder)
    tx.relabel(`${unit.name} · ${postKindLabels[kind]} ${person.name}`)
    refuseTerm(startsOn, null, today)
    const living = await livingPosts(tx, unit.id)
    const position = assignment.position.trim() === '' ? null : assignment.position.trim()
    // Who follows a head is head of the same building.
    const replaced = living.find((post) => post.id === assignment.replaces && post.kind === kind)
    const same = living.find(
      (post) =>
        post.kind === kind &&
        post.personId === person.id &&
        (replaced === undefined || (post.estateId === replaced.estateId && post.place === replaced.place)),
    )
    for (const post of living) {
      const ends = post.id === assignment.replaces || (isSolePost(kind) && post.kind === kind)
      if (!ends || post === same) continue
      refuseTerm(post.startsOn, startsOn, today)
      await tx.update('post', post.id, post.version, { endsOn: startsOn })
    }
    if (same !== undefined) {
      await tx.update('post', same.id, same.version, { position })
      return { id: same.id }
    }
    const id = randomUUID()
    await tx.insert('post', {
      id,
      personId: person.id,
      unitId: unit.id,
      kind,
      position,
      households: null,
      estateId: replaced?.estateId ?? null,
      place: replaced?.place ?? null,
      startsOn,
      endsOn: null,
    })
    return { id }
  })

/** Corrects a post: the office held elsewhere, households served, the day it began. Throws `value.invalid`. */
export const updatePost = (
  db: Database,
  id: string,
  version: number,
  changes: PostChanges,
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'post.update', label: '修改任职', undoable: true }, async (tx) => {
    const post = await findPost(tx, id)
    tx.relabel(`修改 ${await describePost(tx, post)} 的${labelsOf('post', changes)}`)
    if (changes.startsOn !== undefined) refuseTerm(changes.startsOn, post.endsOn, today)
    if ((changes.households ?? null) !== null && post.kind !== 'neighborHead') {
      throw new AppError('value.invalid', { reason: '只有邻长有联系户数' })
    }
    const position = changes.position?.trim()
    const patch = {
      ...changes,
      ...(position === undefined ? {} : { position: position === '' ? null : position }),
    }
    return { version: await tx.update('post', id, version, definedOnly(patch) as Patch<'post'>) }
  })

/** Throws `value.invalid` when the day lies before the term began or after `today`. */
export const endPost = (
  db: Database,
  id: string,
  version: number,
  endsOn: string,
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'post.end', label: '离任', undoable: true }, async (tx) => {
    const post = await findPost(tx, id)
    tx.relabel(`${await describePost(tx, post)} 离任`)
    refuseTerm(post.startsOn, endsOn, today)
    return { version: await tx.update('post', id, version, { endsOn }) }
  })

const findPost = async (tx: Transaction, id: string): Promise<PostRow> => {
  const post = await tx.find('post', id)
  if (post === null) throw new AppError('record.missing')
  return post
}

/** e.g. “阳光家属院应急党支部 · 书记 廖玉” */
const describePost = async (tx: Transaction, post: PostRow): Promise<string> => {
  const [unit, person] = [await tx.find('unit', post.unitId), await tx.find('person', post.personId)]
  return `${unit?.name ?? ''} · ${postKindLabels[post.kind]} ${person?.name ?? ''}`
}

/** Throws `value.invalid` for a term that cannot be, see `termProblem`. */
export const refuseTerm = (startsOn: string | null, endsOn: string | null, today: string): void => {
  const reason = termProblem(startsOn, endsOn, today)
  if (reason !== null) throw new AppError('value.invalid', { reason })
}

/** The posts held today in a unit. */
export const livingPosts = (tx: Transaction, unitId: string): Promise<PostRow[]> =>
  tx.query<PostRow>(
    `SELECT id AS "id", version AS "version", kind AS "kind", person_id AS "personId", unit_id AS "unitId",
       position AS "position", estate_id AS "estateId", place AS "place", starts_on AS "startsOn",
       ends_on AS "endsOn"
     FROM post WHERE unit_id = ? AND ends_on IS NULL ORDER BY id`,
    [unitId],
  )

/** A named holder is the person on record with that name and one of the phones, else a new one. */
export const findHolder = async (
  tx: Transaction,
  holder: Holder,
): Promise<{ readonly id: string; readonly name: string }> => {
  if (holder.kind === 'known') {
    const person = await tx.find('person', holder.id)
    if (person === null || person.mergedIntoId !== null) throw new AppError('record.missing')
    if (person.endedOn !== null) {
      throw new AppError('value.invalid', { reason: `${person.name} 已经离开，请先在人员里恢复` })
    }
    return person
  }
  for (const phone of holder.phones) {
    const withPhone = await tx.query<KnownHolder>(
      `SELECT id AS "id", version AS "version", name AS "name", phone AS "phone", phone2 AS "phone2"
       FROM person
       WHERE (phone = ? OR phone2 = ?) AND ended_on IS NULL AND merged_into_id IS NULL ORDER BY id`,
      [phone, phone],
    )
    const known = withPhone.find((person) => nameKey(person.name) === nameKey(holder.name))
    if (known !== undefined) return withPhones(tx, known, holder.phones)
  }
  const id = randomUUID()
  await tx.insert('person', newPerson(id, holder.name, holder.reading, holder.phones))
  return { id, name: holder.name }
}

type KnownHolder = Pick<PersonRecord, 'id' | 'version' | 'name' | 'phone' | 'phone2'>

/** A typed number that is not on record goes where there is room for it; it never replaces one, and is never lost. */
const withPhones = async (
  tx: Transaction,
  person: KnownHolder,
  typed: readonly string[],
): Promise<KnownHolder> => {
  const { phone, phone2 } = person
  const added = typed.find((number) => number !== phone && number !== phone2)
  if (added === undefined) return person
  if (phone !== null && phone2 !== null) {
    const reason = '这个人已登记两个电话，新的号码放不下，请先在人员资料中修改电话'
    throw new AppError('value.invalid', { reason })
  }
  await tx.update('person', person.id, person.version, phone === null ? { phone: added } : { phone2: added })
  return person
}
