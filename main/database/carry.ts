import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { isBefore } from '../../shared/rules/terms.ts'
import type { BranchFacts, HeldPost } from './branch-facts.ts'
import type { Transaction } from './transaction.ts'
import { keepPast } from './unit-past.ts'

/** How one branch hands on what it holds. `on`: the ISO day on which it happens. */
export interface Handover {
  readonly tx: Transaction
  readonly from: { readonly id: string; readonly name: string }
  readonly to: { readonly id: string; readonly name: string }
  readonly on: string
  readonly today: string
}

const refuseEarly = (startsOn: string | null, on: string, what: string): void => {
  if (startsOn !== null && isBefore(on, startsOn)) {
    throw new AppError('value.invalid', { reason: `生效日期早于${what}的开始日期（${startsOn}）` })
  }
}

/** Memberships end, and begin in the other branch for those who are not there yet. */
export const carryMembers = async (
  { tx, to, on }: Handover,
  members: BranchFacts['members'],
  follow: boolean,
): Promise<void> => {
  const there = new Set(
    (
      await tx.query<{ personId: string }>(
        'SELECT person_id AS "personId" FROM membership WHERE unit_id = ? AND ends_on IS NULL',
        [to.id],
      )
    ).map((row) => row.personId),
  )
  const coming: string[] = []
  for (const member of members) {
    refuseEarly(member.startsOn, on, `${member.name}的组织关系`)
    await tx.update('membership', member.id, member.version, { endsOn: on })
    if (!follow || there.has(member.personId)) continue
    there.add(member.personId)
    coming.push(member.personId)
  }
  await tx.insertAll(
    'membership',
    coming.map((personId) => ({ id: randomUUID(), personId, unitId: to.id, startsOn: on, endsOn: null })),
  )
}

/** Posts end; those that follow begin anew in the other branch. */
export const carryPosts = async (
  { tx, to, on }: Handover,
  posts: readonly HeldPost[],
  following: ReadonlySet<string>,
): Promise<void> => {
  for (const post of posts) {
    refuseEarly(post.startsOn, on, `${post.person}的任职`)
    await tx.update('post', post.id, post.version, { endsOn: on })
  }
  await tx.insertAll(
    'post',
    posts
      .filter((post) => following.has(post.id))
      .map(({ personId, kind, position, households, estateId, place }) => ({
        id: randomUUID(),
        personId,
        unitId: to.id,
        kind,
        position,
        households,
        estateId,
        place,
        startsOn: on,
        endsOn: null,
      })),
  )
}

/** One group or household under the other branch, under a name that is free there. */
export const carryChild = async (
  { tx, to, on, today }: Handover,
  id: string,
  name: string,
): Promise<void> => {
  const child = await tx.find('unit', id)
  if (child === null) throw new AppError('record.missing')
  const [last] = await tx.query<{ sort: number | null }>(
    'SELECT max(sort) AS "sort" FROM unit WHERE parent_id = ?',
    [to.id],
  )
  await keepPast(tx, child, on, today)
  await tx.update('unit', id, child.version, { parentId: to.id, name, sort: (last?.sort ?? 0) + 1 })
}

/** Estates that the other branch does not serve yet; the original's links end when it is dissolved that day. */
export const carryEstates = async ({ tx, to, on }: Handover, estateIds: readonly string[]): Promise<void> => {
  const served = await tx.query<{ id: string }>(
    'SELECT estate_id AS "id" FROM unit_estate WHERE unit_id = ? AND ends_on IS NULL',
    [to.id],
  )
  const known = new Set(served.map((row) => row.id))
  await tx.insertAll(
    'unitEstate',
    estateIds
      .filter((id) => !known.has(id))
      .map((estateId) => ({ id: randomUUID(), unitId: to.id, estateId, startsOn: on, endsOn: null })),
  )
}

/** Venues that the other branch does not use yet; the original's use of them ends when it is dissolved that day. */
export const carryVenues = async ({ tx, to, on }: Handover, venueIds: readonly string[]): Promise<void> => {
  const used = await tx.query<{ id: string }>(
    'SELECT venue_id AS "id" FROM venue_unit WHERE unit_id = ? AND ends_on IS NULL',
    [to.id],
  )
  const known = new Set(used.map((row) => row.id))
  await tx.insertAll(
    'venueUnit',
    venueIds
      .filter((id) => !known.has(id))
      .map((venueId) => ({ id: randomUUID(), venueId, unitId: to.id, startsOn: on, endsOn: null })),
  )
}

/** 结转: each balance leaves the one and reaches the other on the same day, so that no sum changes. */
export const carryMoney = async (
  { tx, from, to, on }: Handover,
  balances: BranchFacts['balances'],
): Promise<void> => {
  const year = Number(on.slice(0, 4))
  const entry = (unitId: string, sourceId: string, amountFen: number, note: string) => ({
    id: randomUUID(),
    year,
    unitId,
    sourceId,
    amountFen,
    date: on,
    note,
    standardId: null,
    onceKey: null,
    reversesId: null,
  })
  await tx.insertAll(
    'appropriation',
    balances.flatMap(({ sourceId, fen }) => [
      entry(from.id, sourceId, -fen, `结转转出：至 ${to.name}`),
      entry(to.id, sourceId, fen, `结转转入：自 ${from.name}`),
    ]),
  )
}

/** Emergency branches stand beside the other branch from now on. */
export const carryEmergency = async (
  { tx, to }: Handover,
  branches: BranchFacts['emergencyBranches'],
): Promise<void> => {
  for (const { id, version } of branches) await tx.update('unit', id, version, { besideId: to.id })
}
