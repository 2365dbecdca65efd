import { useEffect, useRef, useState } from 'react'
import type { TreeRow } from '../../../shared/models/reorganization.ts'
import { call } from '../../api.ts'
import { useDataChanged } from '../../hooks/query.ts'
import { type Outline, outlineOfParents } from './outline-model.ts'

type Parents = ReadonlyMap<string | null, readonly TreeRow[]>

const grouped = (
  parents: readonly (string | null)[],
  rows: readonly TreeRow[],
): Map<string | null, TreeRow[]> => {
  const byParent = new Map<string | null, TreeRow[]>(parents.map((parent) => [parent, []]))
  for (const row of rows) byParent.get(row.parentId)?.push(row)
  return byParent
}

/** The most parents whose children are read at once. */
const mostParents = 5000

/** Open units whose rows are shown, or not known yet: what lies folded away is read when it is unfolded again. */
const reachable = (parents: Parents, open: ReadonlySet<string>): readonly (string | null)[] => {
  const known = new Set<string>()
  for (const rows of parents.values()) for (const row of rows) known.add(row.id)
  const found: (string | null)[] = [null]
  for (let at = 0; at < found.length; at++) {
    for (const row of parents.get(found[at] ?? null) ?? []) if (open.has(row.id)) found.push(row.id)
  }
  return [...found, ...[...open].filter((id) => !known.has(id))]
}

/**
 * The tree of a day (null: today) as far as it is unfolded: only the children of open units are read, each once, and all
 * of them again whenever the data changes. `outline` is null until the roots are there.
 */
export const useOutline = (
  asOf: string | null,
  open: ReadonlySet<string>,
): { readonly outline: Outline | null; readonly error: unknown } => {
  const [loaded, setLoaded] = useState<{ readonly asOf: string | null; readonly parents: Parents } | null>(
    null,
  )
  const [error, setError] = useState<unknown>(null)
  const [changes, setChanges] = useState(0)
  // An answer that was overtaken by a later question is dropped.
  const asked = useRef({ round: 0, changes: -1, asOf: null as string | null })
  useDataChanged(() => setChanges((n) => n + 1))

  useEffect(() => {
    const whole = asked.current.changes !== changes || asked.current.asOf !== asOf || loaded?.asOf !== asOf
    const wanted = reachable(loaded?.parents ?? new Map(), open).slice(0, mostParents)
    const parents = whole ? wanted : wanted.filter((id) => !loaded.parents.has(id))
    if (parents.length === 0) return
    const round = whole ? asked.current.round + 1 : asked.current.round
    asked.current = { round, changes, asOf }
    call('tree.rows', { parents, asOf })
      .then((rows) => {
        if (asked.current.round !== round) return
        const read = grouped(parents, rows)
        setError(null)
        setLoaded((before) => ({
          asOf,
          parents: whole || before === null ? read : new Map([...before.parents, ...read]),
        }))
      })
      .catch((reason: unknown) => {
        if (asked.current.round === round) setError(reason)
      })
  }, [open, asOf, changes, loaded])

  const parents = loaded?.parents
  const outline = useRef<{ readonly of: Parents; readonly outline: Outline } | null>(null)
  if (parents !== undefined && outline.current?.of !== parents) {
    outline.current = { of: parents, outline: outlineOfParents(parents) }
  }
  return { outline: outline.current?.outline ?? null, error }
}
