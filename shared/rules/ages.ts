/** A span of full years; `to` null is open. Both ends belong to it. */
export interface YearSpan {
  readonly from: number
  readonly to: number | null
}

/** 年龄 as annual party statistics group it (全国党内统计: 30 岁及以下 … 61 岁及以上, with the old divided further). */
export const ageSpans: readonly YearSpan[] = [
  { from: 0, to: 30 },
  { from: 31, to: 35 },
  { from: 36, to: 40 },
  { from: 41, to: 45 },
  { from: 46, to: 50 },
  { from: 51, to: 55 },
  { from: 56, to: 60 },
  { from: 61, to: 70 },
  { from: 71, to: 80 },
  { from: 81, to: null },
]

/** 党龄 in tens of years. */
export const membershipSpans: readonly YearSpan[] = [
  { from: 0, to: 4 },
  { from: 5, to: 9 },
  { from: 10, to: 19 },
  { from: 20, to: 29 },
  { from: 30, to: 39 },
  { from: 40, to: 49 },
  { from: 50, to: null },
]

/** e.g. “31–35”, “30及以下”, “81及以上” */
export const spanLabel = ({ from, to }: YearSpan): string =>
  to === null ? `${from}及以上` : from === 0 ? `${to}及以下` : `${from}–${to}`

/** The same day `years` years before the ISO day `today`; 29 February becomes the 28th. */
const yearsBefore = (today: string, years: number): string => {
  const year = String(Number(today.slice(0, 4)) - years).padStart(4, '0')
  const rest = today.slice(4)
  const leap = new Date(`${year}-02-29T00:00:00Z`).getUTCDate() === 29
  return rest === '-02-29' && !leap ? `${year}-02-28` : `${year}${rest}`
}

/**
 * The ISO days in which someone (or a membership) began whose full years on `today` lie in the span: after `after`
 * (null: at any time), up to and including `upTo`.
 */
export const beginningsOf = (
  span: YearSpan,
  today: string,
): { readonly after: string | null; readonly upTo: string } => ({
  after: span.to === null ? null : yearsBefore(today, span.to + 1),
  upTo: yearsBefore(today, span.from),
})
