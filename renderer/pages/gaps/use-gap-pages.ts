import { useMemo } from 'react'
import type { GapLine } from '../../../shared/models/gap.ts'
import type { GapFilter } from '../../../shared/requests/gaps.ts'
import { useDebounced } from '../../hooks/debounced.ts'
import { useRequest, useRequests } from '../../hooks/query.ts'

const pageSize = 200

/** The total, and the lines of the list that are on screen; others are fetched when they come into sight. */
export const useGapPages = (filter: GapFilter, seen: { readonly from: number; readonly to: number }) => {
  const first = useRequest('gap.list', { filter, from: 0, count: pageSize })
  // While the list flies past, nothing is asked for.
  const from = useDebounced(Math.floor(seen.from / pageSize), 40)
  const to = useDebounced(Math.floor(Math.max(seen.to - 1, 0) / pageSize), 40)
  const total = first.data?.total ?? 0
  const wanted = useMemo(() => {
    const numbers: number[] = []
    for (let page = Math.max(1, from); page <= to && page * pageSize < total; page += 1) numbers.push(page)
    return numbers
  }, [from, to, total])
  const pages = useRequests(
    'gap.list',
    wanted.map((page) => ({ filter, from: page * pageSize, count: pageSize })),
  )
  const lineAt = (index: number): GapLine | undefined => {
    const page = Math.floor(index / pageSize)
    const data = page === 0 ? first.data : pages[wanted.indexOf(page)]?.data
    return data?.lines[index % pageSize]
  }
  return { total, lineAt, first }
}
