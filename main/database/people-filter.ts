import type { PeopleFilter, PeopleSort } from '../../shared/requests/people.ts'
import { beginningsOf } from '../../shared/rules/ages.ts'
import type { Parameter } from './database.ts'
import { placeholders } from './dialect.ts'

/** A condition on `person`, with its parameters in their order. */
export interface Condition {
  readonly sql: string
  readonly parameters: readonly Parameter[]
}

const always = (sql: string, ...parameters: Parameter[]): Condition => ({ sql, parameters })

/** The text between wildcards, its own `%`, `_` and `\` taken literally. */
export const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)

const like = (column: string, pattern: string): Condition => always(`${column} LIKE ? ESCAPE '\\'`, pattern)

const anyOf = (conditions: readonly Condition[]): Condition => ({
  sql: `(${conditions.map((condition) => condition.sql).join(' OR ')})`,
  parameters: conditions.flatMap((condition) => condition.parameters),
})

/** Who is meant by text: part of the name, the reading, digits of a phone or ID number; none for blank text. */
export const byText = (text: string): Condition[] => {
  const wanted = text.trim()
  if (wanted === '') return []
  const ways = [like('name', `%${escaped(wanted.replaceAll(/\s/g, ''))}%`)]
  const reading = wanted.toLowerCase().replaceAll(/[\s']/g, '')
  if (/^[a-z]+$/.test(reading)) ways.push(like('pinyin', `${reading}%`), like('initials', `${reading}%`))
  const digits = wanted.replaceAll(/[\s-]/g, '')
  if (/^\d{3,}$/.test(digits)) {
    ways.push(like('phone', `%${digits}%`), like('phone2', `%${digits}%`), like('landline', `%${digits}%`))
  }
  if (/^\d{3,}[\dxX]$/.test(digits)) ways.push(like('id_number', `%${digits.toUpperCase()}`))
  return [anyOf(ways)]
}

/** The people of a table's living rows in a unit or below it; from the units to the people, which are far more. */
const peopleBelow = (table: 'membership' | 'post', more = ''): string => `WITH RECURSIVE below (id) AS (
  SELECT id FROM unit WHERE id = ?
  UNION SELECT unit.id FROM below CROSS JOIN unit WHERE unit.parent_id = below.id)
  SELECT ${table}.person_id FROM below CROSS JOIN ${table}
  WHERE ${table}.unit_id = below.id AND ${table}.ends_on IS NULL${more}`

/** Who holds a post today (one of `kinds`, if any are named), in the unit or below it. */
const byPost = ({ posts, anyPost, unitId }: PeopleFilter): Condition[] => {
  if (posts === undefined && anyPost === undefined) return []
  const kinds = posts === undefined ? '' : ` AND kind IN (${placeholders(posts.length)})`
  if (unitId !== undefined && anyPost !== false) {
    return [always(`id IN (${peopleBelow('post', kinds)})`, unitId, ...(posts ?? []))]
  }
  const holders = `SELECT person_id FROM post WHERE ends_on IS NULL${kinds}`
  return [always(`id ${anyPost === false ? 'NOT IN' : 'IN'} (${holders})`, ...(posts ?? []))]
}

const byMembership = ({ unitId, member, posts, anyPost }: PeopleFilter): Condition[] => {
  // Asked of each person in turn: nearly all are members, and the order then comes from its index.
  const living = 'SELECT 1 FROM membership WHERE person_id = person.id AND ends_on IS NULL'
  const inUnit = unitId !== undefined && posts === undefined && anyPost !== true
  return [
    ...(inUnit ? [always(`id IN (${peopleBelow('membership')})`, unitId)] : []),
    ...(member === undefined ? [] : [always(`${member ? '' : 'NOT '}EXISTS (${living})`)]),
  ]
}

const byYears = (column: string, from: number | undefined, to: number | undefined, today: string) => {
  if (from === undefined && to === undefined) return []
  const { after, upTo } = beginningsOf({ from: from ?? 0, to: to ?? null }, today)
  return [always(`${column} > ? AND ${column} <= ?`, after ?? '', upTo)]
}

const byValue = (column: string, value: string | undefined): Condition[] => {
  if (value === undefined) return []
  return [value === 'none' ? always(`${column} IS NULL`) : always(`${column} = ?`, value)]
}

/** The one condition for those who fit. `today`: ISO day, for ages. */
export const conditionOf = (filter: PeopleFilter, today: string): Condition => {
  const conditions = [
    always(`ended_on IS ${filter.ended === true ? 'NOT NULL' : 'NULL'} AND merged_into_id IS NULL`),
    ...byValue('category', filter.category),
    ...byValue('member_kind', filter.memberKind),
    ...byValue('gender', filter.gender),
    ...(filter.phone === undefined
      ? []
      : [always(`coalesce(phone, phone2, landline) IS ${filter.phone ? 'NOT NULL' : 'NULL'}`)]),
    ...byYears('birth_date', filter.ageFrom, filter.ageTo, today),
    ...byYears('joined_on', filter.yearsFrom, filter.yearsTo, today),
    ...byText(filter.text ?? ''),
    ...byPost(filter),
    ...byMembership(filter),
  ]
  return {
    sql: conditions.map((condition) => condition.sql).join(' AND '),
    parameters: conditions.flatMap((condition) => condition.parameters),
  }
}

/**
 * SQL for the ids of those who fit, in their order; `backwards`: from the end. The few people of a unit, or with a
 * post, are found first and sorted then: along the index of the order it would be sought for each of them.
 */
export const orderedIds = (
  filter: PeopleFilter,
  { sql }: Condition,
  sort: PeopleSort,
  backwards = false,
): string => {
  const order = orderOf(sort, backwards)
  const few = filter.unitId !== undefined || filter.posts !== undefined
  return few
    ? `WITH fits AS MATERIALIZED (SELECT id, ${columns[sort.by]} FROM person WHERE ${sql})
       SELECT id AS "id" FROM fits ORDER BY ${order}`
    : `SELECT id AS "id" FROM person WHERE ${sql} ORDER BY ${order}`
}

const columns: Readonly<Record<PeopleSort['by'], string>> = {
  reading: 'reading_key',
  strokes: 'stroke_key',
  birth: 'birth_date',
  joined: 'joined_on',
}

/** For ORDER BY; dates that are not known come last either way. `backwards`: from the end of the list. */
const orderOf = ({ by, descending }: PeopleSort, backwards = false): string => {
  const column = columns[by]
  const way = descending === backwards ? 'ASC' : 'DESC'
  if (by === 'reading' || by === 'strokes') return `${column} ${way}, id ${way}`
  return `${column} IS NULL ${backwards ? 'DESC' : 'ASC'}, ${column} ${way}, id ${way}`
}
