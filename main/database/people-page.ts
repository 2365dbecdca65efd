import { postKindLabels } from '../../shared/labels.ts'
import type { ListedPerson } from '../../shared/models/people-list.ts'
import type { PostKind } from '../../shared/models/post.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import type { PeopleFilter, PeopleSort } from '../../shared/requests/people.ts'
import { maskedIdNumber, maskedPhone } from '../../shared/rules/masking.ts'
import type { Reader } from './database.ts'
import { placeholders } from './dialect.ts'
import { conditionOf, orderedIds } from './people-filter.ts'
import { joinAbove, unitTitle } from './unit-title.ts'

/**
 * Rows `from` up to `from + count` of those who fit, and how many fit in all. What lies behind the middle is counted
 * from the end. `today`: ISO day, for ages.
 */
export const loadPeoplePage = async (
  reader: Reader,
  { filter, sort, from, count }: PageAsked,
  today: string,
): Promise<{ readonly total: number; readonly rows: readonly ListedPerson[] }> => {
  const condition = conditionOf(filter, today)
  const { sql, parameters } = condition
  const [counted] = await reader.query<{ total: number }>(
    `SELECT count(*) AS "total" FROM person WHERE ${sql}`,
    parameters,
  )
  const total = counted?.total ?? 0
  const wanted = Math.min(count, total - from)
  if (wanted <= 0) return { total, rows: [] }
  const backwards = from > total / 2
  const found = await reader.query<{ id: string }>(
    `${orderedIds(filter, condition, sort, backwards)} LIMIT ? OFFSET ?`,
    [...parameters, wanted, backwards ? total - from - wanted : from],
  )
  const ids = found.map((row) => row.id)
  return { total, rows: await listedPeople(reader, backwards ? ids.reverse() : ids) }
}

export interface PageAsked {
  readonly filter: PeopleFilter
  readonly sort: PeopleSort
  readonly from: number
  readonly count: number
}

/** The ids of all who fit, in their order. */
export const loadPeopleIds = async (
  reader: Reader,
  filter: PeopleFilter,
  sort: PeopleSort,
  today: string,
): Promise<readonly string[]> => {
  const condition = conditionOf(filter, today)
  const rows = await reader.query<{ id: string }>(orderedIds(filter, condition, sort), condition.parameters)
  return rows.map((row) => row.id)
}

type Personal = 'phoneMasked' | 'phone2Masked' | 'idNumberMasked'
type Told = 'branchName' | 'communityName' | 'posts'
interface Row extends Omit<ListedPerson, Personal | Told> {
  readonly phone: string | null
  readonly phone2: string | null
  readonly idNumber: string | null
}

/** These people in this order, at most 1,000: masked, each with branch, community and living posts. */
export const listedPeople = async (
  reader: Reader,
  ids: readonly string[],
): Promise<readonly ListedPerson[]> => {
  if (ids.length === 0) return []
  const [people, places, posts] = await Promise.all([
    reader.query<Row>(
      `SELECT id AS "id", name AS "name", gender AS "gender", birth_date AS "birthDate", phone AS "phone",
         phone2 AS "phone2", id_number AS "idNumber", category AS "category", member_kind AS "memberKind",
         joined_on AS "joinedOn", education AS "education", ended_on AS "endedOn", version AS "version"
       FROM person WHERE id IN (${placeholders(ids.length)})`,
      ids,
    ),
    placesOf(reader, ids),
    postsOf(reader, ids),
  ])
  const byId = new Map(people.map((person) => [person.id, person]))
  return ids.flatMap((id) => {
    const person = byId.get(id)
    if (person === undefined) return []
    const { phone, phone2, idNumber, ...rest } = person
    return {
      ...rest,
      phoneMasked: maskedPhone(phone),
      phone2Masked: maskedPhone(phone2),
      idNumberMasked: maskedIdNumber(idNumber),
      ...(places.get(id) ?? { branchName: null, communityName: null }),
      posts: posts.get(id) ?? '',
    }
  })
}

interface Place {
  readonly branchName: string | null
  readonly communityName: string | null
}

/** The unit of the latest living membership, and the community it stands under. */
const placesOf = async (reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Place>> => {
  const rows = await reader.query<{ personId: string; name: string; kind: UnitKind; depth: number }>(
    `WITH RECURSIVE place (person_id, unit_id, depth) AS (
       SELECT person_id, unit_id, 0 FROM membership
       WHERE ends_on IS NULL AND person_id IN (${placeholders(ids.length)})
       UNION ALL
       SELECT place.person_id, unit.parent_id, place.depth + 1 FROM place JOIN unit ON unit.id = place.unit_id
       WHERE unit.kind <> 'communityCommittee' AND unit.parent_id IS NOT NULL AND place.depth < 16
     )
     SELECT place.person_id AS "personId", unit.name AS "name", unit.kind AS "kind", place.depth AS "depth"
     FROM place CROSS JOIN unit WHERE unit.id = place.unit_id ORDER BY place.depth`,
    ids,
  )
  const places = new Map<string, Place>()
  for (const { personId, name, kind, depth } of rows) {
    const before = places.get(personId)
    places.set(personId, {
      branchName: depth === 0 ? name : (before?.branchName ?? null),
      communityName: kind === 'communityCommittee' ? name : (before?.communityName ?? null),
    })
  }
  return places
}

/** Living posts as people read them, e.g. “六堰社区党委 · 书记”, joined by “；”. */
const postsOf = async (reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await reader.query<{ personId: string; unitName: string; kind: PostKind }>(
    `SELECT post.person_id AS "personId", ${unitTitle} AS "unitName", post.kind AS "kind"
     FROM post JOIN unit ON unit.id = post.unit_id ${joinAbove}
     WHERE post.ends_on IS NULL AND post.person_id IN (${placeholders(ids.length)}) ORDER BY post.id`,
    ids,
  )
  const texts = new Map<string, string>()
  for (const { personId, unitName, kind } of rows) {
    const text = `${unitName} · ${postKindLabels[kind]}`
    const before = texts.get(personId)
    texts.set(personId, before === undefined ? text : `${before}；${text}`)
  }
  return texts
}
