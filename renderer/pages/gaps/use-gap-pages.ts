import type { GapFilter } from '../../../shared/requests/gaps.ts'
import { type Span, usePages } from '../../hooks/pages.ts'

const size = 200

/** 待办, page by page. */
export const useGapPages = (filter: GapFilter, seen: Span) =>
  usePages(
    'gap.list',
    size,
    (from) => ({ filter, from, count: size }),
    ({ total, lines }) => ({ total, rows: lines }),
    seen,
  )
