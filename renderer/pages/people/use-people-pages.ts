import { useMemo, useRef } from 'react'
import type { ListedPerson } from '../../../shared/models/people-list.ts'
import type { PeopleFilter, PeopleSort } from '../../../shared/requests/people.ts'
import { useDebounced } from '../../hooks/debounced.ts'
import { useRequest, useRequests } from '../../hooks/query.ts'

const pageSize = 100

export interface Span {
  readonly from: number
  readonly to: number
}

/** The total, and the rows of the list that are on screen; others are fetched when they come into sight. */
export const usePeoplePages = (filter: PeopleFilter, sort: PeopleSort, seen: Span) => {
  const first = useRequest('person.page', { filter, sort, from: 0, count: pageSize })
  // While the list flies past, nothing is asked for.
  const from = useDebounced(Math.floor(seen.from / pageSize), 40)
  const to = useDebounced(Math.floor(Math.max(seen.to - 1, 0) / pageSize), 40)
  const total = first.data?.total ?? 0
  const wanted = useMemo(() => {
    const last = Math.max(0, Math.ceil(total / pageSize) - 1)
    const numbers: number[] = []
    for (let page = Math.max(1, from); page <= Math.min(to, last, from + 5); page += 1) numbers.push(page)
    return numbers
  }, [from, to, total])
  const pages = useRequests(
    'person.page',
    wanted.map((page) => ({ filter, sort, from: page * pageSize, count: pageSize })),
  )
  const current = useRef<(index: number) => ListedPerson | undefined>(() => undefined)
  current.current = (index) => {
    const page = Math.floor(index / pageSize)
    const data = page === 0 ? first.data : pages[wanted.indexOf(page)]?.data
    return data?.rows[index % pageSize]
  }
  return { total, rowAt: current.current, first }
}
