import type { PostKind } from '../models/post.ts'

/** Posts that one person at a time holds in a unit: a successor ends the term of the one before. */
const soleKinds: ReadonlySet<PostKind> = new Set(['secretary', 'firstSecretary', 'groupLeader', 'gridLeader'])

export const isSolePost = (kind: PostKind): boolean => soleKinds.has(kind)

/** The calendar day at `now` where the program runs, as ISO `YYYY-MM-DD`. */
export const dayOf = (now: Date): string => {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The ISO day `days` after the ISO day `day`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/**
 * True when `earlier` surely lies before `later`. ISO days, or months `YYYY-MM` where the day is unknown: two dates
 * are compared by what both know, so that `2026-03` is not before `2026-03-15`.
 */
export const isBefore = (earlier: string, later: string): boolean => {
  const length = Math.min(earlier.length, later.length)
  return earlier.slice(0, length) < later.slice(0, length)
}

/**
 * Why a term cannot be so, in Chinese, or null. A term ends on or after the day it began, and not after `today`
 * (an end means that the post is no longer held). Null dates are unknown (start) or open (end).
 */
export const termProblem = (startsOn: string | null, endsOn: string | null, today: string): string | null => {
  if (startsOn !== null && isBefore(today, startsOn)) return '任职日期晚于今天'
  if (endsOn === null) return null
  if (isBefore(today, endsOn)) return '离任日期晚于今天'
  if (startsOn !== null && isBefore(endsOn, startsOn)) return '离任日期早于任职日期'
  return null
}

/** The day a term of `years` that began on the ISO day or month ends; null where one of them is not known. */
export const afterTerm = (electedOn: string | null, years: number | null): string | null =>
  electedOn === null || years === null
    ? null
    : `${String(Number(electedOn.slice(0, 4)) + years)}${electedOn.slice(4).replace('-02-29', '-02-28')}`
