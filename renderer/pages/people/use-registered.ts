import { useCallback, useMemo } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import {
  type RegisteredFilter,
  type RegisteredSort,
  registeredFilter,
  registeredOrders,
} from '../../../shared/requests/registers.ts'
import { useSeen } from '../../hooks/seen.ts'

/*
 * The address of a narrowed register: text=…  unit=<id of a community or street>
 *   sort=reading|community|group  order=desc  person=<id> opens one beside the list
 */
const routeOf = (
  path: string,
  { text, unitId }: RegisteredFilter,
  { by, descending }: RegisteredSort,
  person: string | null,
): string => {
  const search = new URLSearchParams()
  if (text !== undefined) search.set('text', text)
  if (unitId !== undefined) search.set('unit', unitId)
  if (by !== 'reading') search.set('sort', by)
  if (descending) search.set('order', 'desc')
  if (person !== null) search.set('person', person)
  const query = search.toString()
  return query === '' ? path : `${path}?${query}`
}

/** What the address at `path` narrows a register of people to, and how it is changed. */
export const useRegistered = (path: string) => {
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const { seen, onSeen } = useSeen()
  const address = search.toString()
  const { filter, sort, opened } = useMemo(() => {
    const asked = new URLSearchParams(address)
    const [text, unitId] = [asked.get('text'), asked.get('unit')]
    const found = registeredFilter.safeParse({
      ...(text === null ? {} : { text }),
      ...(unitId === null ? {} : { unitId }),
    })
    const by = registeredOrders.find((order) => order === asked.get('sort')) ?? 'reading'
    return {
      filter: found.data ?? {},
      sort: { by, descending: asked.get('order') === 'desc' },
      opened: asked.get('person'),
    }
  }, [address])
  const narrow = useCallback(
    (next: RegisteredFilter) => navigate(routeOf(path, next, sort, null), { replace: true }),
    [navigate, path, sort],
  )
  const order = useCallback(
    (next: RegisteredSort) => navigate(routeOf(path, filter, next, opened), { replace: true }),
    [navigate, path, filter, opened],
  )
  const open = useCallback(
    (person: string | null) => navigate(routeOf(path, filter, sort, person)),
    [navigate, path, filter, sort],
  )
  return { filter, sort, opened, seen, onSeen, narrow, order, open }
}
