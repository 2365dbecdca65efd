import type { Estate, UnitRef } from './unit.ts'

/** A branch serves an estate. Dates are ISO days; `startsOn` null: since ever. */
export interface EstateLink {
  readonly id: string
  readonly version: number
  readonly unit: UnitRef
  readonly startsOn: string | null
}

/** One estate of a community or street, with the branches that serve it today. */
export interface EstateLine extends Estate {
  readonly communityName: string | null
  /** ISO day on which it ceased to be an estate of the street. */
  readonly endedOn: string | null
  readonly links: readonly EstateLink[]
  /** Some ordinary branch serves it; an emergency branch alone does not count. */
  readonly covered: boolean
}

/** An estate that a branch serves, or served until `endsOn`. */
export interface ServedEstate extends Estate {
  readonly communityName: string | null
  readonly linkId: string
  readonly linkVersion: number
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** For the box that chooses estates. */
export interface EstateOption {
  readonly id: string
  readonly name: string
  readonly communityName: string | null
  /** Names of the ordinary branches that serve it already. */
  readonly servedBy: readonly string[]
}
