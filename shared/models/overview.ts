import type { GapLine } from './gap.ts'

/** A share of a figure; `key` says which rows it counts, e.g. `branchKind=joint`, `category=full`, `post=buildingHead`. */
export interface FigurePart {
  readonly key: string
  readonly label: string
  readonly value: number
}

/** A number that an office reports; a `key` that ends in `Fen` is money in fen. */
export interface Figure extends FigurePart {
  /** The whole that `value` is a part of, e.g. all estates. */
  readonly of?: number
  readonly parts: readonly FigurePart[]
}

export interface CommunityCount {
  readonly id: string
  readonly name: string
  readonly streetId: string | null
  readonly street: string
  readonly branches: number
  readonly groups: number
  readonly estates: number
  /** Estates that a living branch serves. */
  readonly coveredEstates: number
}

/** Members in a span of full years; `to` null is open, both ends belong to it. */
export interface SpanCount {
  readonly from: number
  readonly to: number | null
  readonly count: number
}

export interface Overview {
  readonly figures: readonly Figure[]
  /** At most 200, the urgent first. */
  readonly todos: readonly GapLine[]
  /** All of them, also those not listed. */
  readonly todoCount: number
  readonly communities: readonly CommunityCount[]
  readonly ages: readonly SpanCount[]
  readonly membershipYears: readonly SpanCount[]
  readonly fundsByMonth: readonly {
    /** `YYYY-MM`; all twelve months of the year. */
    readonly month: string
    readonly appropriatedFen: number
    readonly spentFen: number
  }[]
  readonly fundsBySource: readonly { readonly source: string; readonly appropriatedFen: number }[]
}
