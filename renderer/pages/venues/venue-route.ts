import {
  type VenueFilter,
  type VenueSort,
  venueFilter,
  venueOrders,
} from '../../../shared/requests/registers.ts'

/*
 * The address of a narrowed list, `#/venues?…`, for links from other pages:
 *   text=…  community=<id>  right=owned|shared|…|none  shared=yes|no  (used by more than one branch)
 *   sort=community|name|area|…  order=desc
 *   venue=<id> opens one venue beside the list, without=yes the branches that use none
 */
const known = (key: keyof VenueFilter, value: unknown): VenueFilter =>
  value === undefined || value === null ? {} : (venueFilter.safeParse({ [key]: value }).data ?? {})

/** What the address asks for; parts that make no sense are left out. */
export const filterOf = (search: URLSearchParams): VenueFilter => {
  const shared = search.get('shared')
  return {
    ...known('text', search.get('text')),
    ...known('communityId', search.get('community')),
    ...known('right', search.get('right')),
    ...known('shared', shared === null ? null : shared !== 'no'),
  }
}

export const sortOf = (search: URLSearchParams): VenueSort => ({
  by: venueOrders.find((order) => order === search.get('sort')) ?? 'community',
  descending: search.get('order') === 'desc',
})

/** What stands beside the list. */
export interface Beside {
  readonly venue?: string | null
  readonly without?: boolean
}

export const venuesRoute = (filter: VenueFilter, sort: VenueSort, beside: Beside = {}): string => {
  const { text, communityId, right, shared } = filter
  const parts: Readonly<Record<string, string | undefined>> = {
    text,
    community: communityId,
    right,
    shared: shared === undefined ? undefined : shared ? 'yes' : 'no',
    sort: sort.by === 'community' ? undefined : sort.by,
    order: sort.descending ? 'desc' : undefined,
    venue: beside.venue ?? undefined,
    without: beside.without === true ? 'yes' : undefined,
  }
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(parts)) if (value !== undefined) search.set(key, value)
  const query = search.toString()
  return query === '' ? '/venues' : `/venues?${query}`
}
