import type { PostKind } from './post.ts'
import type { UnitKind } from './unit.ts'

export const standardBases = ['unit', 'building', 'households'] as const
/** What a number of posts is counted by: the unit, each building of its estates, or so many households of them. */
export type StandardBase = (typeof standardBases)[number]

/** How many are expected to hold a post in every unit of a kind, e.g. one secretary, one neighbor head per 15 households. */
export interface PostStandard {
  readonly unitKind: UnitKind
  readonly post: PostKind
  readonly fewest: number
  readonly per: StandardBase
  /** With `households`: for how many of them the number holds. */
  readonly households: number
}

/** 职数标准 of the office. */
export interface Standards {
  readonly posts: readonly PostStandard[]
  /** Households that one neighbor head serves (烟墩、燕泉: 5 to 15). */
  readonly headHouseholds: { readonly fewest: number; readonly most: number }
}

/** Of one kind of post in one unit: how many are expected and how many there are. */
export interface Staffing {
  readonly post: PostKind
  readonly expected: number
  readonly held: number
}
