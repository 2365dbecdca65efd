import { useEffect, useRef, useState } from 'react'
import { useRequest } from '../../hooks/query.ts'

/** Which units are unfolded. The way down to one that was opened elsewhere unfolds by itself, once. */
export const useUnfolded = (selected: string | null, asOf: string | null) => {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
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
    done.current = key
    const above = path.data
    if (above.length > 0) setOpen((before) => new Set([...before, ...above]))
  }, [path.data, path.isFetching, selected, asOf])
  return { open, fold }
}
