import { z } from 'zod'
import type { TreeCounts, UnitDetail } from '../models/organization.ts'
import { memberCategories, memberKinds, type PersonDetail, personalFields } from '../models/person.ts'
import { postKinds } from '../models/post.ts'
import { branchKinds, type UnitNode, unitKinds } from '../models/unit.ts'
import { id, isoDate, name, shortText, text, version } from './fields.ts'
import { request } from './request.ts'

/** ISO day, or ISO month where the day is unknown. */
const looseDate = z.union([isoDate, z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)])

export const unitChanges = z.object({
  name: name.optional(),
  branchKind: z.enum(branchKinds).nullable().optional(),
  foundedOn: looseDate.nullable().optional(),
  note: text.optional(),
  /** For an emergency branch: the ordinary branch it stands beside. */
  besideId: id.nullable().optional(),
  /** 批复文件: its number and date. */
  approvalNo: shortText.nullable().optional(),
  approvedOn: looseDate.nullable().optional(),
  termYears: z.number().int().min(1).max(10).nullable().optional(),
  electedOn: looseDate.nullable().optional(),
  nextElectionOn: looseDate.nullable().optional(),
})

export const personChanges = z.object({
  name: name.optional(),
  gender: z.enum(['男', '女']).nullable().optional(),
  /** As typed; normalized by the phone rule, refused with `value.invalid`. Empty text clears it. */
  phone: shortText.optional(),
  phone2: shortText.optional(),
  idNumber: shortText.optional(),
  birthDate: looseDate.nullable().optional(),
  category: z.enum(memberCategories).nullable().optional(),
  address: shortText.optional(),
  memberKind: z.enum(memberKinds).nullable().optional(),
  ethnicity: shortText.optional(),
  education: shortText.optional(),
  occupation: shortText.optional(),
  politicalStatus: shortText.optional(),
  joinedOn: looseDate.nullable().optional(),
  confirmedOn: looseDate.nullable().optional(),
  landline: shortText.optional(),
  /** Syllables in lower case, e.g. `chong` or `ou yang`; empty: as the dictionary has it. */
  surnameReading: shortText.optional(),
  note: text.optional(),
})

export const postChanges = z.object({
  /** Office held elsewhere; empty clears it. */
  position: shortText.optional(),
  /** Households that a neighbor head serves. */
  households: z.number().int().min(0).max(1000).nullable().optional(),
  /** Corrects the day the post began. */
  startsOn: looseDate.nullable().optional(),
})
export type PostChanges = Readonly<z.infer<typeof postChanges>>

export const organizationRequests = {
  /** All living units of these kinds, siblings in their order: for choices and for the money of a street. */
  'unit.list': request(z.object({ kinds: z.array(z.enum(unitKinds)).min(1) })).answers<readonly UnitNode[]>(),
  'tree.counts': request(z.null()).answers<TreeCounts>(),
  'unit.load': request(z.object({ id })).answers<UnitDetail>(),
  'unit.create': request(
    z.object({
      kind: z.enum(unitKinds),
      parentId: id.nullable(),
      name,
      branchKind: z.enum(branchKinds).nullable(),
      /** For an emergency branch: the ordinary branch it stands beside. */
      besideId: id.nullable().optional(),
      foundedOn: isoDate.nullable().optional(),
    }),
  ).answers<{ readonly id: string }>(),
  'unit.update': request(z.object({ id, version, changes: unitChanges })).answers<{
    readonly version: number
  }>(),
  'unit.dissolve': request(z.object({ id, version, on: isoDate })).answers<{ readonly version: number }>(),
  'partner.assign': request(z.object({ unitId: id, version, name: z.string().trim().max(100) })).answers<{
    readonly version: number
  }>(),
  /** Ends the living post of that kind in that unit (where one person holds it) and begins the new one the same day. */
  'post.assign': request(
    z.object({
      unitId: id,
      kind: z.enum(postKinds),
      person: z.union([z.object({ id }), z.object({ name, phone: shortText })]),
      position: shortText,
      startsOn: isoDate,
      replaces: id.nullable(),
    }),
  ).answers<{ readonly id: string }>(),
  'post.update': request(z.object({ id, version, changes: postChanges })).answers<{
    readonly version: number
  }>(),
  'post.end': request(z.object({ id, version, endsOn: isoDate })).answers<{ readonly version: number }>(),
  'person.load': request(z.object({ id })).answers<PersonDetail>(),
  'person.update': request(z.object({ id, version, changes: personChanges })).answers<{
    readonly version: number
  }>(),
  /** The value in full; the reveal is written to the audit trail. */
  'person.reveal': request(z.object({ id, field: z.enum(personalFields) })).answers<string>(),
}
