import type { PostKind } from './post.ts'
import type { UnitKind } from './unit.ts'

/** What a unit may lack by name; each is shown as a warning with a link to the place that mends it. */
export const namedGaps = [
  'noSecretary',
  'noSecretaryPhone',
  'noFirstSecretary',
  'noFirstSecretaryPhone',
  'noGridLeader',
  'noGridLeaderPhone',
  'noGroupLeader',
  /** The next election is at most 90 days away, or its day has passed. */
  'electionDue',
  'electionOverdue',
  /** A neighbor head serves more households than the standard allows. */
  'headTooManyHouseholds',
] as const
export type NamedGap = (typeof namedGaps)[number]

/** Fewer hold the post than the office's standard expects. */
export type FewGap = `few:${PostKind}`

/** Something a unit lacks. */
export type Gap = NamedGap | FewGap

/** What an estate or a person lacks. */
export const otherGaps = ['memberWithoutBranch', 'estateWithoutBranch', 'personWithoutPhone'] as const
export type AnyGap = Gap | (typeof otherGaps)[number]

/** The post of a `few:` gap, else null. */
export const postOfGap = (gap: AnyGap): PostKind | null =>
  gap.startsWith('few:') ? (gap.slice(4) as PostKind) : null

/** One line of 待办: what is missing, whose it is, and where it is mended. */
export interface GapLine {
  readonly gap: AnyGap
  readonly of: 'unit' | 'estate' | 'person'
  readonly id: string
  /** A group is named with its branch. */
  readonly name: string
  /** The unit that is opened to mend it; null for a person in no unit, an estate in no community. */
  readonly unitId: string | null
  readonly unitKind: UnitKind | null
  /** Names from the root down to the unit, joined by “ / ”. */
  readonly path: string
}

/** How many there are of each. */
export interface GapCount {
  readonly gap: AnyGap
  readonly count: number
}
