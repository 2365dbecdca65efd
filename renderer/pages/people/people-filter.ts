import { memberCategoryLabels, memberKindLabels, postKindLabels } from '../../../shared/labels.ts'
import {
  type PeopleFilter,
  type PeopleSort,
  peopleFilter,
  peopleOrders,
} from '../../../shared/requests/people.ts'

/*
 * The address of a narrowed list, `#/people?…`, for links from other pages:
 *   text=…  unit=<id of a unit, those below it included>  member=yes|no
 *   category=full|probationary|none  memberKind=resident|…|none  gender=男|女
 *   ageFrom= ageTo= yearsFrom= yearsTo=  full years, both ends included
 *   post=secretary,buildingHead,…|any|none  phone=any|none  ended=yes
 *   sort=reading|strokes|birth|joined  order=desc
 *   person=<id> opens one person beside the list
 */
const number = (text: string | null): number | undefined =>
  text !== null && /^\d{1,3}$/.test(text) ? Number(text) : undefined

const yes = (text: string | null, no: string): boolean | undefined =>
  text === null ? undefined : text !== no

/** What the address asks for; parts that make no sense are left out. */
export const filterOf = (search: URLSearchParams): PeopleFilter => {
  const post = search.get('post')
  const kinds = post === null || post === 'any' || post === 'none' ? undefined : post.split(',')
  const wanted: Readonly<Record<keyof PeopleFilter, unknown>> = {
    text: search.get('text') ?? undefined,
    unitId: search.get('unit') ?? undefined,
    category: search.get('category') ?? undefined,
    memberKind: search.get('memberKind') ?? undefined,
    member: yes(search.get('member'), 'no'),
    ageFrom: number(search.get('ageFrom')),
    ageTo: number(search.get('ageTo')),
    yearsFrom: number(search.get('yearsFrom')),
    yearsTo: number(search.get('yearsTo')),
    posts: kinds,
    anyPost: kinds === undefined ? yes(post, 'none') : undefined,
    phone: yes(search.get('phone'), 'none'),
    gender: search.get('gender') ?? undefined,
    ended: search.get('ended') === 'yes' ? true : undefined,
  }
  const sound = Object.entries(wanted).filter(
    ([key, value]) =>
      value !== undefined && peopleFilter.shape[key as keyof PeopleFilter].safeParse(value).success,
  )
  return peopleFilter.parse(Object.fromEntries(sound))
}

export const sortOf = (search: URLSearchParams): PeopleSort => ({
  by: peopleOrders.find((order) => order === search.get('sort')) ?? 'reading',
  descending: search.get('order') === 'desc',
})

/** The address of the list; `person`: id of the one opened. */
export const peopleRoute = (filter: PeopleFilter, sort: PeopleSort, person: string | null = null): string => {
  const { unitId, posts, anyPost, phone, member, ended, ...plain } = filter
  const word = (value: boolean | undefined, on: string, off: string) =>
    value === undefined ? undefined : value ? on : off
  const parts: Readonly<Record<string, string | number | undefined>> = {
    ...plain,
    unit: unitId,
    post: posts?.join(',') ?? word(anyPost, 'any', 'none'),
    phone: word(phone, 'any', 'none'),
    member: word(member, 'yes', 'no'),
    ended: ended === true ? 'yes' : undefined,
    sort: sort.by === 'reading' ? undefined : sort.by,
    order: sort.descending ? 'desc' : undefined,
    person: person ?? undefined,
  }
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(parts)) {
    if (value !== undefined && value !== '') search.set(key, String(value))
  }
  const text = search.toString()
  return text === '' ? '/people' : `/people?${text}`
}

/** Without these parts. */
export const without = (filter: PeopleFilter, keys: readonly (keyof PeopleFilter)[]): PeopleFilter =>
  Object.fromEntries(Object.entries(filter).filter(([key]) => !keys.some((left) => left === key)))

export interface FilterChip {
  readonly keys: readonly (keyof PeopleFilter)[]
  readonly label: string
}

const span = (name: string, from: number | undefined, to: number | undefined): string =>
  to === undefined
    ? `${name} ${from} 及以上`
    : from === undefined
      ? `${name} ${to} 及以下`
      : `${name} ${from}–${to}`

/** What the list is narrowed to, one chip for each part. `unitName`: of the unit asked for, once it is known. */
export const chipsOf = (filter: PeopleFilter, unitName: string | undefined): readonly FilterChip[] => {
  const chips: FilterChip[] = []
  const add = (label: string, ...keys: (keyof PeopleFilter)[]) => chips.push({ keys, label })
  const { category, memberKind, ageFrom, ageTo, yearsFrom, yearsTo } = filter
  if (filter.text !== undefined && filter.text.trim() !== '') add(`含“${filter.text.trim()}”`, 'text')
  if (filter.unitId !== undefined) add(unitName ?? '所选组织', 'unitId')
  if (category !== undefined)
    add(category === 'none' ? '未登记类别' : memberCategoryLabels[category], 'category')
  if (memberKind !== undefined)
    add(memberKind === 'none' ? '未登记党员类别' : memberKindLabels[memberKind], 'memberKind')
  if (filter.member !== undefined) add(filter.member ? '有组织关系' : '无组织关系', 'member')
  if (filter.gender !== undefined) add(filter.gender, 'gender')
  if (ageFrom !== undefined || ageTo !== undefined) add(span('年龄', ageFrom, ageTo), 'ageFrom', 'ageTo')
  if (yearsFrom !== undefined || yearsTo !== undefined)
    add(span('党龄', yearsFrom, yearsTo), 'yearsFrom', 'yearsTo')
  if (filter.posts !== undefined) add(filter.posts.map((kind) => postKindLabels[kind]).join('、'), 'posts')
  if (filter.anyPost !== undefined) add(filter.anyPost ? '有任职' : '无任职', 'anyPost')
  if (filter.phone !== undefined) add(filter.phone ? '有电话' : '无电话', 'phone')
  if (filter.ended === true) add('已离开', 'ended')
  return chips
}
