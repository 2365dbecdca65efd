import { z } from 'zod'
import type {
  BranchWithoutVenue,
  PartnerLine,
  ReportingLine,
  VenueDetail,
  VenueFigures,
  VenueLine,
  VolunteerLine,
} from '../models/register.ts'
import { venueRights } from '../models/venue.ts'
import { id } from './fields.ts'
import { request } from './request.ts'

const part = {
  from: z.number().int().nonnegative(),
  count: z.number().int().min(1).max(500),
}
const text = z.string().max(60).optional()

/** What the venues are narrowed to; the parts are joined by “and”, a missing one says nothing. */
export const venueFilter = z.object({
  /** Part of the name, the address, the keeper's name or the name of a branch that uses it. */
  text,
  communityId: id.optional(),
  right: z.enum([...venueRights, 'none']).optional(),
  /** Used by more than one branch. */
  shared: z.boolean().optional(),
})
export type VenueFilter = Readonly<z.infer<typeof venueFilter>>

export const venueOrders = ['community', 'name', 'area', 'right', 'seats', 'lease', 'rent'] as const
export const venueSort = z.object({ by: z.enum(venueOrders), descending: z.boolean() })
export type VenueSort = Readonly<z.infer<typeof venueSort>>

/** What volunteers and reports are narrowed to. */
export const registeredFilter = z.object({
  /** As in the list of people; also part of a team, a work unit or a party committee. */
  text,
  /** Registered in this community, or in those of this street. */
  unitId: id.optional(),
})
export type RegisteredFilter = Readonly<z.infer<typeof registeredFilter>>

/** `group`: by team of volunteers, by work unit of those who report. */
export const registeredOrders = ['reading', 'community', 'group'] as const
export const registeredSort = z.object({ by: z.enum(registeredOrders), descending: z.boolean() })
export type RegisteredSort = Readonly<z.infer<typeof registeredSort>>

const registeredPage = z.object({ filter: registeredFilter, sort: registeredSort, ...part })

export interface PageOf<Row> {
  readonly total: number
  readonly rows: readonly Row[]
}

/** The registers of venues, volunteers, 双报到 and partner units; each `page` is `count` rows from `from`. */
export const registerRequests = {
  'venue.page': request(z.object({ filter: venueFilter, sort: venueSort, ...part })).answers<
    PageOf<VenueLine>
  >(),
  'venue.figures': request(z.null()).answers<VenueFigures>(),
  'venue.load': request(z.object({ id })).answers<VenueDetail>(),
  /** Living branches that use no venue, in the order of the tree. */
  'venue.without': request(z.object(part)).answers<PageOf<BranchWithoutVenue>>(),
  'volunteer.page': request(registeredPage).answers<PageOf<VolunteerLine>>(),
  'reporting.page': request(registeredPage).answers<PageOf<ReportingLine>>(),
  /** By name; `text`: part of the name, or of the name of leader or liaison. */
  'partner.page': request(z.object({ text, ...part })).answers<PageOf<PartnerLine>>(),
  'partner.load': request(z.object({ id })).answers<PartnerLine>(),
}
