import { useCallback } from 'react'
import { useLocation, useSearchParams } from 'wouter'

/** What `?do=` asks to be opened with a unit, e.g. by the menu of the tree; `done` takes it out of the address. */
export const useAskedAction = (
  unitId: string,
): { readonly asked: string | null; readonly done: () => void } => {
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const asked = search.get('do')
  const done = useCallback(() => {
    if (asked !== null) navigate(`/organization/${encodeURIComponent(unitId)}`, { replace: true })
  }, [asked, navigate, unitId])
  return { asked, done }
}
