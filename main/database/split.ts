import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { SplitPreview } from '../../shared/models/reorganization.ts'
import type { BranchKind } from '../../shared/models/unit.ts'
import type { Reading } from '../pinyin.ts'
import { type BranchFacts, loadBranchFacts } from './branch-facts.ts'
import {
  carryChild,
  carryEmergency,
  carryEstates,
  carryMembers,
  carryMoney,
  carryPosts,
  carryVenues,
} from './carry.ts'
import type { Database, Reader } from './database.ts'
import { foundBranch } from './new-branch.ts'
import { findCurrent, findLiving } from './unit-checks.ts'
import { dissolve } from './unit-dissolve.ts'

/** One of the branches that a branch becomes. */
export interface SplitPart {
  readonly name: string
  readonly branchKind: BranchKind
  readonly reading: Reading
  readonly groupIds: readonly string[]
  /** People. */
  readonly memberIds: readonly string[]
  readonly estateIds: readonly string[]
  readonly postIds: readonly string[]
}

/** What a branch has to distribute; balances are those of the year of `on`. Throws as `splitUnit` does. */
export const previewSplit = async (reader: Reader, id: string, on: string): Promise<SplitPreview> => {
  const facts = await loadBranchFacts(reader, id, Number(on.slice(0, 4)))
  return {
    unit: { id, kind: facts.kind, name: facts.name },
    groups: facts.children.map(({ id: groupId, name, members }) => ({ id: groupId, name, members })),
    members: facts.members.map(({ personId, name }) => ({ personId, name, groupId: null })),
    estates: facts.estates,
    posts: facts.posts.map(({ id: postId, kind, person }) => ({ id: postId, kind, person })),
    balances: facts.balances,
  }
}

/** The part that takes each thing; what none takes goes to the first. Throws `value.invalid` where two take the same. */
const shares = <T>(
  things: readonly T[],
  idOf: (thing: T) => string,
  parts: readonly SplitPart[],
  taken: (part: SplitPart) => readonly string[],
): readonly (readonly T[])[] => {
  const owner = new Map<string, number>()
  for (const [index, part] of parts.entries()) {
    for (const id of taken(part)) {
      if (owner.has(id)) throw new AppError('value.invalid', { reason: '同一项不能同时分给两个党支部' })
      owner.set(id, index)
    }
  }
  return parts.map((_, index) => things.filter((thing) => (owner.get(idOf(thing)) ?? 0) === index))
}

/**
 * One branch becomes two or more under the same parent, and is dissolved on the day, naming them all: the inverse of a
 * merger. The year's balance goes to the first part. One edit. Throws as `mergeUnits` does.
 */
export const splitUnit = (
  db: Database,
  split: {
    readonly id: string
    readonly version: number
    readonly on: string
    readonly parts: readonly SplitPart[]
  },
  today: string,
): Promise<{ readonly ids: readonly string[] }> =>
  db.edit({ action: 'unit.split', label: '拆分党支部', undoable: true }, async (tx) => {
    const { id, version, on, parts } = split
    const unit = await findCurrent(tx, id, version)
    const facts: BranchFacts = await loadBranchFacts(tx, id, Number(on.slice(0, 4)))
    if (unit.parentId === null)
      throw new AppError('unit.parent-refused', { child: unit.name, parent: '最上级' })
    tx.relabel(`拆分 ${unit.name} 为 ${parts.map((part) => part.name).join('、')}`)
    const groups = shares(
      facts.children,
      (child) => child.id,
      parts,
      (part) => part.groupIds,
    )
    const members = shares(
      facts.members,
      (member) => member.personId,
      parts,
      (part) => part.memberIds,
    )
    const posts = shares(
      facts.posts,
      (post) => post.id,
      parts,
      (part) => part.postIds,
    )
    const estates = shares(
      facts.estates,
      (estate) => estate.id,
      parts,
      (part) => part.estateIds,
    )
    // A venue in an estate goes where the estate goes.
    const venueIds = parts.map((_, index) =>
      facts.venues
        .filter(({ estateId }) => {
          const owner = estateId === null ? 0 : parts.findIndex((one) => one.estateIds.includes(estateId))
          return Math.max(owner, 0) === index
        })
        .map((venue) => venue.id),
    )
    const ids: string[] = []
    for (const [index, part] of parts.entries()) {
      const to = await foundBranch(tx, { ...part, parentId: unit.parentId }, on)
      const handover = { tx, from: unit, to, on, today }
      await carryMembers(handover, members[index] ?? [], true)
      const held = posts[index] ?? []
      await carryPosts(handover, held, new Set(held.map((post) => post.id)))
      for (const child of groups[index] ?? []) await carryChild(handover, child.id, child.name)
      await carryEstates(
        handover,
        (estates[index] ?? []).map((estate) => estate.id),
      )
      await carryVenues(handover, venueIds[index] ?? [])
      if (index === 0) {
        await carryMoney(handover, facts.balances)
        await carryEmergency(handover, facts.emergencyBranches)
      }
      await tx.insert('succession', { id: randomUUID(), fromId: id, toId: to.id, kind: 'split', day: on })
      ids.push(to.id)
    }
    await dissolve(tx, await findLiving(tx, id), on, today)
    return { ids }
  })
