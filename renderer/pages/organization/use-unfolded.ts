import { useEffect, useRef, useState } from 'react'
import { useRequest } from '../../hooks/query.ts'

/** How today's tree was left: it is found so again when the page is opened again. */
let left: ReadonlySet<string> = new Set()

/** Which units are unfolded. The way down to one that was opened elsewhere unfolds by itself, once. */
export const useUnfolded = (selected: string | null, asOf: string | null) => {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => (asOf === null ? left : new Set()))
  useEffect(() => {
    if (asOf === null) left = open
  }, [open, asOf])
  const fold = (id: string, to: boolean) =>
    setOpen((before) => {
      if (before.has(id) === to) return before
      const next = new Set(before)
      if (to) next.add(id)
      else next.delete(id)
      return next
    })
  const path = useRequest('unit.path', { id: selected ?? '', asOf }, { enabled: selected !== null })
  // Only a new selection unfolds; folding a node by hand must not be undone by a change of the data.
  const done = useRef('')
  useEffect(() => {
    const key = `${selected} ${asOf}`
    // What is kept from before a move leads to the wrong place: the fresh way is waited for.
    if (path.data === undefined || path.isFetching || selected === null || done.current === key) return
    if (path.data.length === 0 && done.current === `${key} root`) return
    const above = path.data
    // A root has nothing above it, and neither has a dissolved unit, which may be restored later.
    const way = above.length > 0 ? above : [selected]
    done.current = above.length > 0 ? key : `${key} root`
    setOpen((before) => new Set([...before, ...way]))
  }, [path.data, path.isFetching, selected, asOf])
  return { open, fold }
}
