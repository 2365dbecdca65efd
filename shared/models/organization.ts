import type { Gap } from './gap.ts'
import type { Post } from './post.ts'
import type { TreeRow } from './reorganization.ts'
import type { Estate, PartnerUnit, UnitNode, UnitRef } from './unit.ts'

export interface TreeNode extends UnitNode {
  readonly gaps: readonly Gap[]
}

/** What a row of the outline shows beside its name. */
export interface TreeMark {
  /** Living units below of the kind that matters there, see `countedKind`. */
  readonly count: number
  /** Units that lack something, itself included. */
  readonly warnings: number
}

/** What the outline is narrowed to: those that fit, at most 2,000, and the units above them. */
export interface TreeMatches {
  /** How many fit in all. */
  readonly total: number
  readonly ids: readonly string[]
  readonly rows: readonly TreeRow[]
}

export interface UnitDetail extends UnitNode {
  readonly note: string
  readonly approvalNo: string | null
  readonly approvedOn: string | null
  readonly termYears: number | null
  readonly electedOn: string | null
  readonly nextElectionOn: string | null
  /** From the root down to the parent. */
  readonly path: readonly UnitRef[]
  readonly gaps: readonly Gap[]
  readonly estates: readonly Estate[]
  /** Held posts first, then past ones, the latest first. */
  readonly posts: readonly Post[]
  /** Living units below it, at any depth. */
  readonly childCounts: Readonly<Partial<Record<UnitNode['kind'], number>>>
  /** People whose living membership is in this unit or below it. */
  readonly memberCount: number
  /** For an emergency branch: the ordinary branch it stands beside, and the partner unit. */
  readonly beside: UnitRef | null
  readonly partnerUnit: PartnerUnit | null
  /** For an ordinary branch: the emergency branches that stand beside it. */
  readonly emergencyBranches: readonly UnitRef[]
}

/** Counts by kind, living units only. */
export interface TreeCounts {
  readonly streetCommittees: number
  readonly communityCommittees: number
  readonly branches: number
  readonly buildingGroups: number
  readonly memberHouseholds: number
  readonly emergencyBranches: number
  readonly estates: number
  readonly partnerUnits: number
  readonly people: number
  readonly members: number
  readonly posts: number
}

export type SearchHit =
  | { readonly kind: 'unit'; readonly unit: UnitRef; readonly path: string; readonly over: boolean }
  | {
      readonly kind: 'person'
      readonly id: string
      readonly name: string
      readonly phoneMasked: string | null
      readonly posts: string
      readonly unitId: string | null
      /** Dissolved, or no longer in the office's care. */
      readonly over: boolean
    }

export type { Gap } from './gap.ts'
