import { useCallback, useState } from 'react'
import { useRequest } from '../../hooks/query.ts'
import { streetsOf } from './branches.ts'

/** Survives the window, so that each clerk finds the own street again. */
const key = 'funding.street'
const all = 'all'
const kinds = ['streetCommittee', 'communityCommittee', 'branch'] as const

/**
 * The street whose money is shown: the one chosen last, at first the first of the tree; null stands for all
 * streets. `street` is undefined until the tree is read.
 */
export const useStreet = () => {
  const tree = useRequest('unit.list', { kinds: [...kinds] })
  const [chosen, setChosen] = useState(() => localStorage.getItem(key))
  const streets = streetsOf(tree.data ?? [])
  const known = chosen === all || streets.some((street) => street.id === chosen)
  const streetId = known && chosen !== null ? (chosen === all ? null : chosen) : (streets[0]?.id ?? null)
  const choose = useCallback((id: string | null) => {
    localStorage.setItem(key, id ?? all)
    setChosen(id ?? all)
  }, [])
  return { tree: tree.data, streets, streetId, choose }
}
