import { useDeferredValue, useMemo, useState } from 'react'
import type { TreeFilter } from '../../../shared/requests/units.ts'
import { useDebounced } from '../../hooks/debounced.ts'
import { useRequest } from '../../hooks/query.ts'
import { flatten, isFiltering, outlineOf } from './outline-model.ts'
import { useOutline } from './use-outline.ts'
import { useUnfolded } from './use-unfolded.ts'

/** ms that the typing rests before the tree is asked. */
const rest = 60

/** Today's tree as it is shown: as far as it is unfolded, or narrowed to what fits the filter, all of it unfolded. */
export const useShownTree = (selected: string | null, filter: TreeFilter) => {
  const { open, fold } = useUnfolded(selected, null)
  const whole = useOutline(null, open)
  const asked = useDebounced(filter, isFiltering(filter) ? rest : 0)
  const filtering = isFiltering(asked) && isFiltering(filter)
  const found = useRequest('tree.find', asked, { enabled: filtering })
  const narrowed = useMemo(() => (found.data === undefined ? null : outlineOf(found.data.rows)), [found.data])
  // With a filter all is unfolded but what is folded by hand.
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const outline = filtering ? narrowed : whole.outline
  const rows = useMemo(() => {
    if (outline === null) return []
    return filtering
      ? flatten(
          outline,
          (id) => !folded.has(id),
          (row) => outline.childrenOf.has(row.id),
        )
      : flatten(
          outline,
          (id) => open.has(id),
          (row) => row.childCount > 0,
        )
  }, [outline, open, folded, filtering])
  const foldFound = (id: string, to: boolean) =>
    setFolded((before) => new Set(to ? [...before].filter((other) => other !== id) : [...before, id]))
  return {
    outline,
    rows: useDeferredValue(rows),
    error: filtering ? found.error : whole.error,
    fold: filtering ? foldFound : fold,
    found:
      filtering && found.data !== undefined
        ? { total: found.data.total, listed: found.data.ids.length }
        : null,
  }
}
