/** How far a job was at a moment. */
export interface Mark {
  /** ms */
  readonly at: number
  readonly kind: string
  readonly done: number
  readonly total: number
}

/** Less than this, in ms, says nothing about the pace. */
const leastSpan = 1500
/** An estimate looks back no further than this, in ms: the pace changes. */
const lookBack = 20_000

/** Adds a mark. Another part of the work has another pace: its marks begin anew. */
export const withMark = (marks: readonly Mark[], mark: Mark): readonly Mark[] => {
  const last = marks.at(-1)
  if (last === undefined || last.kind !== mark.kind || last.total !== mark.total || mark.done < last.done)
    return [mark]
  if (last.done === mark.done) return marks
  return [...marks.filter(({ at }) => mark.at - at <= lookBack), mark]
}

/** Seconds the part under way still takes at its present pace; null while that cannot be told. */
export const secondsLeft = (marks: readonly Mark[], now: number): number | null => {
  const first = marks[0]
  const last = marks.at(-1)
  if (first === undefined || last === undefined || last.total === 0) return null
  const span = last.at - first.at
  const done = last.done - first.done
  if (span < leastSpan || done <= 0) return null
  const left = ((last.total - last.done) * span) / done
  return Math.max(0, (left - (now - last.at)) / 1000)
}
