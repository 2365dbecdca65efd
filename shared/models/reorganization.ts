import type { PostKind } from './post.ts'
import type { BranchKind, UnitNode, UnitRef } from './unit.ts'

/** One row of the outline. Name and parent are those of the day asked for. */
export interface TreeRow extends UnitNode {
  /** Units directly below it on that day. */
  readonly childCount: number
}

export interface UnitOption extends UnitRef {
  readonly branchKind: BranchKind | null
  /** Names from the root down to the parent, joined by “ / ”. */
  readonly path: string
}

/** What happened to units between two days. */
export type TreeChange =
  | { readonly kind: 'added'; readonly unit: UnitRef; readonly path: string; readonly day: string }
  | {
      readonly kind: 'dissolved'
      readonly unit: UnitRef
      readonly path: string
      readonly day: string
      readonly successors: readonly UnitRef[]
    }
  | { readonly kind: 'moved'; readonly unit: UnitRef; readonly from: string; readonly to: string }
  | { readonly kind: 'renamed'; readonly unit: UnitRef; readonly from: string; readonly to: string }
  | {
      readonly kind: 'posts'
      readonly unit: UnitRef
      readonly path: string
      readonly post: PostKind
      /** Names of the holders on the one and on the other day. */
      readonly before: readonly string[]
      readonly after: readonly string[]
    }
  | {
      readonly kind: 'estates'
      readonly unit: UnitRef
      readonly path: string
      /** Names of the estates that it served on the one and serves on the other day. */
      readonly before: readonly string[]
      readonly after: readonly string[]
    }

export interface TreeComparison {
  readonly from: string
  readonly to: string
  /** At most 5,000; `total` counts them all. */
  readonly changes: readonly TreeChange[]
  readonly total: number
}

/** One line of 沿革: what a unit was called and where it stood, the latest first; `endsOn` null is today's. */
export interface UnitPastLine {
  readonly name: string
  readonly parentName: string | null
  readonly state: 'living' | 'dissolved'
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** A unit that another came from or was followed by, on the ISO day. */
export interface Relative extends UnitRef {
  readonly day: string
  readonly how: 'merge' | 'split'
}

/** 沿革 of a unit: its states, what it came from and what followed it. */
export interface UnitStory {
  readonly lines: readonly UnitPastLine[]
  readonly predecessors: readonly Relative[]
  readonly successors: readonly Relative[]
}

/** Each aspect follows to the successor, or stays behind / ends with the original. */
export interface MergeChoices {
  /** Memberships begin anew in the target the same day, or only end. */
  readonly members: 'follow' | 'end'
  /** Groups and households move, or are dissolved with their branch. */
  readonly groups: 'follow' | 'dissolve'
  /** Posts end and begin anew in the target (where one person holds the kind, the target's holder stays), or only end. */
  readonly posts: 'follow' | 'end'
  readonly estates: 'follow' | 'leave'
  /** Balances of the year are carried over by a pair of entries per source, or stay with the original. */
  readonly money: 'follow' | 'leave'
}

/** What one original brings into a merger. */
export interface MergePart {
  readonly unit: UnitRef
  readonly members: number
  readonly groups: number
  readonly households: number
  readonly posts: readonly { readonly kind: PostKind; readonly person: string }[]
  readonly estates: readonly string[]
  /** Balance of the year by source, in fen; sources with 0 are left out. */
  readonly balances: readonly { readonly source: string; readonly fen: number }[]
  readonly emergencyBranches: number
}

export interface MergePreview {
  readonly parts: readonly MergePart[]
  /** Members counted once, though in several originals. */
  readonly members: number
  /** Groups that get the original's name before theirs, since the target has the name already. */
  readonly renamedGroups: readonly { readonly from: string; readonly to: string }[]
  /** Posts that end because one person only may hold the kind in the target. */
  readonly endingPosts: readonly { readonly kind: PostKind; readonly person: string; readonly unit: string }[]
}

/** What a branch has to distribute when it is split. */
export interface SplitPreview {
  readonly unit: UnitRef
  readonly groups: readonly { readonly id: string; readonly name: string; readonly members: number }[]
  readonly members: readonly {
    readonly personId: string
    readonly name: string
    /** The group the person belongs to, when the membership says so. */
    readonly groupId: string | null
  }[]
  readonly estates: readonly { readonly id: string; readonly name: string }[]
  readonly posts: readonly { readonly id: string; readonly kind: PostKind; readonly person: string }[]
  readonly balances: readonly { readonly source: string; readonly sourceId: string; readonly fen: number }[]
}
