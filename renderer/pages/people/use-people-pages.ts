import type { PeopleFilter, PeopleSort } from '../../../shared/requests/people.ts'
import { type Span, usePages } from '../../hooks/pages.ts'

const size = 100

/** The list of people, page by page. */
export const usePeoplePages = (filter: PeopleFilter, sort: PeopleSort, seen: Span) =>
  usePages(
    'person.page',
    size,
    (from) => ({ filter, sort, from, count: size }),
    (answer) => answer,
    seen,
  )
