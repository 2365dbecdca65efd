import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { postKindLabels } from '../../shared/labels.ts'
import type { PostKind } from '../../shared/models/post.ts'
import { afterTerm, isBefore, isSolePost } from '../../shared/rules/terms.ts'
import type { Database } from './database.ts'
import { findHolder, type Holder, livingPosts, refuseTerm } from './post-edits.ts'
import type { PostRow } from './rows.ts'
import type { Transaction } from './transaction.ts'
import { findCurrent, refuseBeforeFounding } from './unit-checks.ts'

/** One post of an election: who holds it from then on. */
export interface ElectedSeat {
  readonly kind: PostKind
  /** The post held until now; null for a new seat. */
  readonly postId: string | null
  readonly next: 'stays' | Holder | null
}

export interface Election {
  readonly id: string
  readonly version: number
  /** ISO day. */
  readonly on: string
  /** Years until the next; null leaves the term as it is. */
  readonly termYears: number | null
  readonly seats: readonly ElectedSeat[]
}

/**
 * 换届: the posts of a unit change hands on one day, in one edit. Who stays keeps one continuous post; who goes ends
 * that day, who comes begins that day. A branch keeps the day and its next election. Throws `record.missing`,
 * `record.changed`, `unit.dissolved`, and `value.invalid` for a term that cannot be or a post given twice.
 */
export const holdElection = (
  db: Database,
  election: Election,
  today: string,
): Promise<{ readonly began: number; readonly ended: number; readonly stayed: number }> =>
  db.edit({ action: 'unit.elect', label: '换届', undoable: true }, async (tx) => {
    const { id, version, on, seats } = election
    const unit = await findCurrent(tx, id, version)
    tx.relabel(`换届：${unit.name}`)
    refuseTerm(on, null, today)
    refuseBeforeFounding(unit, on, '换届日期')
    if (unit.electedOn !== null && isBefore(on, unit.electedOn)) {
      throw new AppError('value.invalid', { reason: `换届日期早于上一次选举（${unit.electedOn}）` })
    }
    const living = new Map((await livingPosts(tx, id)).map((post) => [post.id, post]))
    const count = { began: 0, ended: 0, stayed: 0 }
    const after: Seated[] = []
    const coming: Seated[] = []
    for (const seat of seats) {
      const held = seat.postId === null ? null : living.get(seat.postId)
      if (held === undefined) throw new AppError('record.changed')
      const next = await nextHolder(tx, seat, held)
      if (held !== null) living.delete(held.id)
      if (held !== null && held.personId === next) count.stayed += 1
      else {
        if (held !== null) {
          refuseTerm(held.startsOn, on, today)
          await tx.update('post', held.id, held.version, { endsOn: on })
          count.ended += 1
        }
        if (next !== null) coming.push(seatedOf(seat.kind, next, held))
      }
      if (next !== null) after.push(seatedOf(seat.kind, next, held))
    }
    refuseTwice([...after, ...living.values()])
    count.began = coming.length
    await tx.insertAll(
      'post',
      coming.map(({ kind, personId, estateId, place }) => ({
        id: randomUUID(),
        personId,
        unitId: id,
        kind,
        position: null,
        households: null,
        estateId,
        place,
        startsOn: on,
        endsOn: null,
      })),
    )
    if (unit.kind === 'branch') {
      const termYears = election.termYears ?? unit.termYears
      await tx.update('unit', id, version, {
        electedOn: on,
        termYears,
        nextElectionOn: afterTerm(on, termYears) ?? stillAhead(unit.nextElectionOn, on),
      })
    }
    return count
  })

/** A day that this election has settled is no next one. */
const stillAhead = (nextElectionOn: string | null, on: string): string | null =>
  nextElectionOn !== null && isBefore(on, nextElectionOn) ? nextElectionOn : null

const nextHolder = async (
  tx: Transaction,
  seat: ElectedSeat,
  held: PostRow | null,
): Promise<string | null> => {
  if (seat.next === null) return null
  if (seat.next === 'stays') return held?.personId ?? null
  return (await findHolder(tx, seat.next)).id
}

type Seated = Pick<PostRow, 'kind' | 'personId' | 'estateId' | 'place'>

/** Who follows a head is head of the same building. */
const seatedOf = (kind: PostKind, personId: string, held: PostRow | null): Seated => ({
  kind,
  personId,
  estateId: held?.estateId ?? null,
  place: held?.place ?? null,
})

const refuseTwice = (posts: readonly Seated[]): void => {
  const kinds = new Set<PostKind>()
  const pairs = new Set<string>()
  for (const { kind, personId, estateId, place } of posts) {
    const pair = JSON.stringify([kind, personId, estateId, place])
    if (pairs.has(pair)) {
      throw new AppError('value.invalid', { reason: `同一人在“${postKindLabels[kind]}”里选了两次` })
    }
    if (isSolePost(kind) && kinds.has(kind)) {
      throw new AppError('value.invalid', { reason: `“${postKindLabels[kind]}”只能由一人担任` })
    }
    kinds.add(kind)
    pairs.add(pair)
  }
}
