import { z } from 'zod'
import type { EstateLine, EstateOption, ServedEstate } from '../models/estate.ts'
import { branchKinds } from '../models/unit.ts'
import { id, isoDate, name, shortText, version } from './fields.ts'
import { request } from './request.ts'

const count = z.number().int().min(0).max(1_000_000).nullable()

/** Estates, and which branches serve them. `on` is the day a change takes effect, never after today. */
export const estateRequests = {
  /** Of a community or of all communities of a street; ended ones last. */
  'estate.list': request(z.object({ unitId: id })).answers<readonly EstateLine[]>(),
  /** That a branch serves, and served. */
  'estate.served': request(z.object({ unitId: id })).answers<readonly ServedEstate[]>(),
  /** Not yet served by the branch and found by `text` (empty: any), those of its community first. At most 50. */
  'estate.options': request(z.object({ unitId: id, text: shortText })).answers<readonly EstateOption[]>(),
  'estate.create': request(
    z.object({ communityId: id, name, buildingCount: count, householdCount: count }),
  ).answers<{ readonly id: string }>(),
  'estate.update': request(
    z.object({
      id,
      version,
      changes: z.object({
        name: name.optional(),
        communityId: id.optional(),
        buildingCount: count.optional(),
        householdCount: count.optional(),
      }),
    }),
  ).answers<{ readonly version: number }>(),
  /** Its links end with it. */
  'estate.end': request(z.object({ id, version, on: isoDate })).answers<{ readonly version: number }>(),
  'estate.restore': request(z.object({ id, version })).answers<{ readonly version: number }>(),
  /** A new branch in the community of the estate, which serves it from its founding day. */
  'estate.found': request(
    z.object({ id, version, name, branchKind: z.enum(branchKinds), on: isoDate }),
  ).answers<{ readonly id: string }>(),
  'estate.link': request(
    z.object({ unitId: id, estateIds: z.array(id).min(1).max(1000), on: isoDate }),
  ).answers<{ readonly linked: number }>(),
  'estate.unlink': request(z.object({ linkId: id, version, on: isoDate })).answers<{
    readonly version: number
  }>(),
}
