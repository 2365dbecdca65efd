import { z } from 'zod'
import type { SavedFile } from '../models/app.ts'
import { type AnyGap, type GapCount, type GapLine, namedGaps, otherGaps } from '../models/gap.ts'
import { postKinds } from '../models/post.ts'
import { type Staffing, type Standards, standardBases } from '../models/standards.ts'
import { unitKinds } from '../models/unit.ts'
import { id, isoDate, jobId, name, shortText, version } from './fields.ts'
import { request } from './request.ts'

const anyGap = z.union([
  z.enum([...namedGaps, ...otherGaps]),
  z.templateLiteral(['few:', z.enum(postKinds)]),
]) satisfies z.ZodType<AnyGap>

/** What 待办 is narrowed to; a missing part says nothing. */
export const gapFilter = z.object({
  gap: anyGap.optional(),
  /** A unit: what is missing there and below. */
  unitId: id.optional(),
  /** Part of the name of the unit, estate or person. */
  text: z.string().max(60).optional(),
})
export type GapFilter = Readonly<z.infer<typeof gapFilter>>

export const standardsSchema = z.object({
  posts: z
    .array(
      z.object({
        unitKind: z.enum(unitKinds),
        post: z.enum(postKinds),
        fewest: z.number().int().min(0).max(99),
        per: z.enum(standardBases),
        households: z.number().int().min(1).max(1000),
      }),
    )
    .max(100)
    .readonly(),
  headHouseholds: z.object({
    fewest: z.number().int().min(0).max(1000),
    most: z.number().int().min(1).max(1000),
  }),
}) satisfies z.ZodType<Standards>

const seat = z.object({
  kind: z.enum(postKinds),
  /** The post held until now; null for a new seat. */
  postId: id.nullable(),
  /** Who holds it from then on; null: nobody, `stays`: whoever held it. */
  next: z.union([z.literal('stays'), z.object({ id }), z.object({ name, phone: shortText }), z.null()]),
})

export const gapRequests = {
  /** Part of 待办: `count` lines from `from`, the urgent first, and how many there are in all. */
  'gap.list': request(
    z.object({
      filter: gapFilter,
      from: z.number().int().nonnegative(),
      count: z.number().int().min(1).max(500),
    }),
  ).answers<{ readonly total: number; readonly lines: readonly GapLine[] }>(),
  'gap.counts': request(gapFilter.omit({ gap: true })).answers<readonly GapCount[]>(),
  /** The filtered list as .xlsx. Null when no file was chosen. */
  'gap.export': request(z.object({ filter: gapFilter, jobId })).answers<SavedFile | null>(),
  'standards.load': request(z.null()).answers<{
    readonly standards: Standards
    readonly version: number
  }>(),
  'standards.save': request(z.object({ standards: standardsSchema, version })).answers<null>(),
  /** 职数 of one unit: what the standard expects and what there is. */
  'unit.staffing': request(z.object({ id })).answers<readonly Staffing[]>(),
  /** 换届: who goes, who stays and who comes, on one day; the next election follows from the term in years. */
  'unit.elect': request(
    z.object({
      id,
      version,
      on: isoDate,
      termYears: z.number().int().min(1).max(10).nullable(),
      seats: z.array(seat).max(200),
    }),
  ).answers<{ readonly began: number; readonly ended: number; readonly stayed: number }>(),
}
export type Seat = Readonly<z.infer<typeof seat>>
