import { z } from 'zod'
import { type DuplicateDetail, type DuplicatePair, mergeFields } from '../models/duplicate.ts'
import type { PersonOption } from '../models/people-list.ts'
import { memberCategories, memberKinds } from '../models/person.ts'
import { id, isoDate, name, shortText, version } from './fields.ts'
import { request } from './request.ts'

const pair = z.object({ aId: id, bId: id })

export const reportFields = z.object({
  workUnit: shortText,
  claimedPost: shortText,
  specialty: shortText,
  partyCommittee: shortText.optional(),
  serviceType: shortText.optional(),
})
export type ReportFields = Readonly<z.infer<typeof reportFields>>

/** People who come and go, their memberships and reports, and records that are one person. Days take effect that day, never after today. */
export const memberRequests = {
  'person.add': request(
    z.object({
      name,
      gender: z.enum(['男', '女']).nullable(),
      /** As typed; normalized by the phone rule. */
      phone: shortText,
      idNumber: shortText,
      category: z.enum(memberCategories).nullable(),
      memberKind: z.enum(memberKinds).nullable(),
      /** Becomes a member of this branch on `on`; null: of none. */
      unitId: id.nullable(),
      on: isoDate,
    }),
  ).answers<{ readonly id: string }>(),
  /** People on record with the same ID number, or the same name and phone: asked while somebody is typed in. */
  'person.alike': request(z.object({ name: shortText, phone: shortText, idNumber: shortText })).answers<
    readonly PersonOption[]
  >(),
  /** Ends posts, memberships and reports the same day; nothing is deleted. */
  'person.end': request(
    z.object({ id, version, on: isoDate, reason: z.string().trim().min(1).max(60) }),
  ).answers<{ readonly version: number }>(),
  /** Back in the office's care; with `memberships`, those that ended that day begin anew. */
  'person.return': request(z.object({ id, version, on: isoDate, memberships: z.boolean() })).answers<{
    readonly version: number
  }>(),
  /** 转接组织关系: their living memberships end (`unitId` null: only that), and one in the other unit begins the same day. */
  'membership.transfer': request(
    z.object({ personIds: z.array(id).min(1).max(5000), unitId: id.nullable(), on: isoDate }),
  ).answers<{ readonly moved: number }>(),
  'membership.end': request(z.object({ id, version, on: isoDate })).answers<{ readonly version: number }>(),
  /** 双报到. `unitId`: the community. */
  'report.begin': request(z.object({ personId: id, unitId: id, on: isoDate, fields: reportFields })).answers<{
    readonly id: string
  }>(),
  'report.update': request(z.object({ id, version, fields: reportFields.partial() })).answers<{
    readonly version: number
  }>(),
  'report.end': request(z.object({ id, version, on: isoDate })).answers<{ readonly version: number }>(),
  /** At most 500 pairs, the surest first; `total` counts them all. */
  'duplicate.list': request(z.null()).answers<{
    readonly total: number
    readonly pairs: readonly DuplicatePair[]
  }>(),
  'duplicate.load': request(pair).answers<DuplicateDetail>(),
  /** One record stays, with the fields in `take` from the other; posts, memberships and reports come to it. */
  'duplicate.merge': request(
    z.object({
      keep: z.object({ id, version }),
      other: z.object({ id, version }),
      take: z.array(z.enum(mergeFields)).max(mergeFields.length),
    }),
  ).answers<{ readonly version: number }>(),
  /** 不是同一人: they are not shown again. */
  'duplicate.dismiss': request(pair).answers<null>(),
}
