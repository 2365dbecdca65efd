import { z } from 'zod'
import type { SavedFile } from '../models/app.ts'
import { type ListedPerson, type PersonOption, peopleColumnKeys } from '../models/people-list.ts'
import { memberCategories, memberKinds } from '../models/person.ts'
import { postKinds } from '../models/post.ts'
import { id, jobId } from './fields.ts'
import { request } from './request.ts'

const years = z.number().int().min(0).max(150).optional()

/** What the list of people is narrowed to; the parts are joined by “and”, a missing one says nothing. */
export const peopleFilter = z.object({
  /** Part of the name, reading, initials, three digits of a phone, or four of the end of an ID number. */
  text: z.string().max(60).optional(),
  /** Members of this unit or one below it; with posts asked for, those who hold them there. */
  unitId: id.optional(),
  category: z.enum([...memberCategories, 'none']).optional(),
  memberKind: z.enum([...memberKinds, 'none']).optional(),
  /** Has a living membership. */
  member: z.boolean().optional(),
  /** Full years of age and of membership, both ends included. */
  ageFrom: years,
  ageTo: years,
  yearsFrom: years,
  yearsTo: years,
  /** Holds one of these posts today. */
  posts: z.array(z.enum(postKinds)).min(1).max(postKinds.length).readonly().optional(),
  /** Holds any post today. */
  anyPost: z.boolean().optional(),
  /** Has a phone, of any sort. */
  phone: z.boolean().optional(),
  gender: z.enum(['男', '女']).optional(),
  /** Those who left the office's care instead of those in it. */
  ended: z.boolean().optional(),
})
export type PeopleFilter = Readonly<z.infer<typeof peopleFilter>>

export const peopleOrders = ['reading', 'strokes', 'birth', 'joined'] as const
export const peopleSort = z.object({ by: z.enum(peopleOrders), descending: z.boolean() })
export type PeopleSort = Readonly<z.infer<typeof peopleSort>>

export const peopleColumns = z.array(z.enum(peopleColumnKeys)).min(1).max(peopleColumnKeys.length).readonly()

export const peopleRequests = {
  /** Part of the list: `count` rows from `from` (0 is the first), and how many there are in all. */
  'person.page': request(
    z.object({
      filter: peopleFilter,
      sort: peopleSort,
      from: z.number().int().nonnegative(),
      count: z.number().int().min(1).max(500),
    }),
  ).answers<{ readonly total: number; readonly rows: readonly ListedPerson[] }>(),
  /** At most 30 people whom the text may mean, the best first. */
  'person.options': request(z.object({ text: z.string().max(60) })).answers<readonly PersonOption[]>(),
  /** The filtered list as .xlsx, phones and ID numbers masked. Null when no file was chosen. */
  'person.export': request(
    z.object({ filter: peopleFilter, sort: peopleSort, columns: peopleColumns, jobId }),
  ).answers<SavedFile | null>(),
}
