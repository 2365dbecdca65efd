import { useMemo, useRef } from 'react'
import type { TreeMark } from '../../../shared/models/organization.ts'
import { useRequests } from '../../hooks/query.ts'
import type { OutlineRow } from './outline-model.ts'

/** Rows asked for together: scrolling by a line asks nothing new. */
const block = 50

/**
 * Counts and warnings of the rows in sight (`from` up to `to`): read after the rows themselves, which never wait for
 * them. What was known of a row stays until it is read again.
 */
export const useTreeMarks = (
  rows: readonly OutlineRow[],
  from: number,
  to: number,
  enabled: boolean,
): ((id: string) => TreeMark | undefined) => {
  const asked = useMemo(() => {
    if (!enabled) return []
    const first = Math.floor(from / block)
    const last = Math.floor(Math.max(from, to - 1) / block)
    return Array.from({ length: last - first + 1 }, (_, n) => ({
      ids: rows.slice((first + n) * block, (first + n + 1) * block).map((row) => row.unit.id),
    })).filter(({ ids }) => ids.length > 0)
  }, [rows, from, to, enabled])
  const known = useRef(new Map<string, TreeMark>())
  const answers = useRequests('tree.marks', asked)
  for (const answer of answers) {
    for (const [id, mark] of Object.entries(answer.data ?? {})) known.current.set(id, mark)
  }
  return (id) => known.current.get(id)
}
