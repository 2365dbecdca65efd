import { useMemo } from 'react'
import type { Answer, Argument, RequestName } from '../../shared/ipc.ts'
import { useDebounced } from './debounced.ts'
import { useRequest, useRequests } from './query.ts'

export interface Span {
  readonly from: number
  readonly to: number
}

/** Pages asked for at once, however long the screen. */
const mostPages = 6

/**
 * A list of any length that a request answers in pages of `size`: how many rows it has in all, and those on screen
 * (`seen`); others are fetched when they come into sight.
 */
export const usePages = <N extends RequestName, Row>(
  name: N,
  size: number,
  argumentAt: (from: number) => Argument<N>,
  read: (answer: Answer<N>) => { readonly total: number; readonly rows: readonly Row[] },
  seen: Span,
) => {
  const first = useRequest(name, argumentAt(0))
  // While the list flies past, nothing is asked for.
  const from = useDebounced(Math.floor(seen.from / size), 40)
  const to = useDebounced(Math.floor(Math.max(seen.to - 1, 0) / size), 40)
  const total = first.data === undefined ? 0 : read(first.data).total
  const wanted = useMemo(() => {
    const last = Math.max(0, Math.ceil(total / size) - 1)
    const numbers: number[] = []
    for (let page = Math.max(1, from); page <= Math.min(to, last, from + mostPages - 1); page += 1) {
      numbers.push(page)
    }
    return numbers
  }, [from, to, total, size])
  const pages = useRequests(
    name,
    wanted.map((page) => argumentAt(page * size)),
  )
  const rowAt = (index: number): Row | undefined => {
    const page = Math.floor(index / size)
    const data = page === 0 ? first.data : pages[wanted.indexOf(page)]?.data
    return data === undefined ? undefined : read(data).rows[index % size]
  }
  return { total, rowAt, first }
}
