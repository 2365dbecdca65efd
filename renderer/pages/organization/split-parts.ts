import type { Argument } from '../../../shared/ipc.ts'
import type { SplitPreview } from '../../../shared/models/reorganization.ts'
import type { BranchKind } from '../../../shared/models/unit.ts'

/** A branch to be, as it is typed. */
export interface Draft {
  readonly key: string
  readonly name: string
  readonly branchKind: BranchKind
}

export const emptyDraft = (index: number): Draft => ({ key: `part-${index}`, name: '', branchKind: 'estate' })

/** What each branch to be takes. `owner`: thing → index of the branch; what has none goes to the first. */
export const partsOf = (
  drafts: readonly Draft[],
  preview: SplitPreview,
  owner: Readonly<Record<string, number>>,
): Argument<'unit.split'>['parts'] =>
  drafts.map(({ name, branchKind }, index) => {
    const mine = (ids: readonly string[]): string[] => ids.filter((id) => (owner[id] ?? 0) === index)
    return {
      name: name.trim(),
      branchKind,
      groupIds: mine(preview.groups.map((group) => group.id)),
      memberIds: mine(preview.members.map((member) => member.personId)),
      estateIds: mine(preview.estates.map((estate) => estate.id)),
      postIds: mine(preview.posts.map((post) => post.id)),
    }
  })

/** Numbers (from 1) of the branches to be that take nothing at all; the first takes what is left over. */
export const emptyParts = (parts: Argument<'unit.split'>['parts']): readonly number[] =>
  parts.flatMap(({ groupIds, memberIds, estateIds, postIds }, index) =>
    groupIds.length + memberIds.length + estateIds.length + postIds.length === 0 ? [index + 1] : [],
  )
