import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { MergeChoices, MergePreview } from '../../shared/models/reorganization.ts'
import { freeGroupName, postsThatFollow } from '../../shared/rules/merging.ts'
import { type BranchFacts, type HeldPost, loadBranchFacts } from './branch-facts.ts'
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
import { foundBranch, type NewBranch } from './new-branch.ts'
import type { Transaction } from './transaction.ts'
import { findCurrent, findLiving } from './unit-checks.ts'
import { dissolve, dissolveBelow } from './unit-dissolve.ts'
import type { UnitVersion } from './unit-move.ts'

/** A living branch, which may be one of those that are merged, or a new one. */
export type MergeTarget = { readonly id: string } | NewBranch

export interface Merger {
  readonly units: readonly UnitVersion[]
  readonly into: MergeTarget
  /** ISO day; balances are those of its year. */
  readonly on: string
  readonly choices: MergeChoices
}

interface Plan {
  /** The originals that end, without the target. */
  readonly parts: readonly BranchFacts[]
  readonly renamed: readonly { readonly id: string; readonly from: string; readonly to: string }[]
  readonly following: ReadonlySet<string>
  readonly ending: readonly { readonly post: HeldPost; readonly unit: string }[]
}

const planOf = async (
  reader: Reader,
  ids: readonly string[],
  into: MergeTarget,
  year: number,
  choices: MergeChoices,
): Promise<Plan> => {
  const target = 'id' in into ? await loadBranchFacts(reader, into.id, year) : null
  const parts: BranchFacts[] = []
  for (const id of new Set(ids)) if (id !== target?.id) parts.push(await loadBranchFacts(reader, id, year))
  if (parts.length === 0 || (target === null && parts.length < 2)) {
    throw new AppError('value.invalid', { reason: '至少要有两个党支部才能合并' })
  }
  const taken = new Set((target?.children ?? []).map((child) => child.name))
  const renamed = parts.flatMap((part) =>
    part.children.flatMap(({ id, name }) => {
      const to = freeGroupName(name, part.name, taken)
      taken.add(to)
      return to === name ? [] : [{ id, from: name, to }]
    }),
  )
  const coming = parts.flatMap((part) => part.posts.map((post) => ({ ...post, unit: part.name })))
  const { following, ending } =
    choices.posts === 'follow'
      ? postsThatFollow(target?.posts ?? [], coming)
      : { following: [], ending: coming }
  return {
    parts,
    renamed: choices.groups === 'follow' ? renamed : [],
    following: new Set(following.map((post) => post.id)),
    ending: ending.map(({ unit, ...post }) => ({ post, unit })),
  }
}

/** What a merger would do, before anything is done. Throws as `mergeUnits` does, but for the versions. */
export const previewMerge = async (
  reader: Reader,
  unitIds: readonly string[],
  into: MergeTarget,
  on: string,
  choices: MergeChoices,
): Promise<MergePreview> => {
  const plan = await planOf(reader, unitIds, into, Number(on.slice(0, 4)), choices)
  return {
    parts: plan.parts.map((part) => ({
      unit: { id: part.id, kind: part.kind, name: part.name },
      members: part.members.length,
      groups: part.children.filter((child) => child.kind === 'buildingGroup').length,
      households: part.children.filter((child) => child.kind === 'memberHousehold').length,
      posts: part.posts.map(({ kind, person }) => ({ kind, person })),
      estates: part.estates.map((estate) => estate.name),
      balances: part.balances.map(({ source, fen }) => ({ source, fen })),
      emergencyBranches: part.emergencyBranches.length,
    })),
    members: new Set(plan.parts.flatMap((part) => part.members.map((member) => member.personId))).size,
    renamedGroups: plan.renamed.map(({ from, to }) => ({ from, to })),
    endingPosts: plan.ending.map(({ post, unit }) => ({ kind: post.kind, person: post.person, unit })),
  }
}

/**
 * Two or more branches become one: what they hold follows as chosen, and each is dissolved on the day, naming its
 * successor. One edit. Throws `record.missing`, `record.changed`, `unit.dissolved`, `unit.parent-refused`,
 * `unit.duplicate-name`, and `value.invalid` for what is no branch or a day that cannot be.
 */
export const mergeUnits = (
  db: Database,
  merger: Merger,
  today: string,
): Promise<{ readonly id: string; readonly name: string; readonly merged: readonly string[] }> =>
  db.edit({ action: 'unit.merge', label: '合并党支部', undoable: true }, async (tx) => {
    const { units, into, on, choices } = merger
    for (const { id, version } of units) await findCurrent(tx, id, version)
    const plan = await planOf(
      tx,
      units.map((unit) => unit.id),
      into,
      Number(on.slice(0, 4)),
      choices,
    )
    const to = 'id' in into ? await findLiving(tx, into.id) : await foundBranch(tx, into, on)
    tx.relabel(`合并 ${plan.parts.map((part) => part.name).join('、')} 到 ${to.name}`)
    for (const part of plan.parts) await carry(tx, plan, part, to, merger, today)
    return { id: to.id, name: to.name, merged: plan.parts.map((part) => part.name) }
  })

const carry = async (
  tx: Transaction,
  plan: Plan,
  part: BranchFacts,
  to: { readonly id: string; readonly name: string },
  { on, choices }: Merger,
  today: string,
): Promise<void> => {
  const handover = { tx, from: part, to, on, today }
  const names = new Map(plan.renamed.map(({ id, to: name }) => [id, name]))
  await carryMembers(handover, part.members, choices.members === 'follow')
  await carryPosts(handover, part.posts, plan.following)
  for (const child of part.children) {
    if (choices.groups === 'follow') await carryChild(handover, child.id, names.get(child.id) ?? child.name)
    else await dissolveBelow(tx, child.id, on, today)
  }
  if (choices.estates === 'follow') {
    await carryEstates(
      handover,
      part.estates.map((estate) => estate.id),
    )
  }
  await carryVenues(
    handover,
    part.venues.map((venue) => venue.id),
  )
  if (choices.money === 'follow') await carryMoney(handover, part.balances)
  await carryEmergency(handover, part.emergencyBranches)
  await dissolve(tx, await findLiving(tx, part.id), on, today)
  await tx.insert('succession', { id: randomUUID(), fromId: part.id, toId: to.id, kind: 'merge', day: on })
}
