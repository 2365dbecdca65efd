import { postKindLabels } from '../../shared/labels.ts'
import type { SearchHit } from '../../shared/models/organization.ts'
import type { PersonOption } from '../../shared/models/people-list.ts'
import type { PostKind } from '../../shared/models/post.ts'
import type { UnitRef } from '../../shared/models/unit.ts'
import { maskedPhone } from '../../shared/rules/masking.ts'
import type { Reader } from './database.ts'
import { placeholders, position } from './dialect.ts'
import { joinAbove, unitTitle } from './unit-title.ts'

const mostHits = 30
const fewestDigits = 3

interface Ranked {
  readonly rank: number
  /** The day it ended, if it did. */
  readonly over: string | null
}
interface UnitHit extends UnitRef, Ranked {}
interface PersonHit extends Ranked {
  readonly id: string
  readonly name: string
  readonly phone: string | null
}

/**
 * Units and people by name, pinyin, initials, at least three digits of a phone number, or the last four or more of an
 * ID number. At most 30 hits: whole matches first, then beginnings, then the rest; a match of the name before one of
 * its reading; what was dissolved or ended after all others.
 */
export const find = async (reader: Reader, text: string): Promise<readonly SearchHit[]> => {
  const wanted = text.trim()
  if (wanted === '') return []
  const [units, people] = await Promise.all([findUnits(reader, wanted), findPeople(reader, wanted)])
  const best = [...units, ...people].sort((a, b) => a.rank - b.rank).slice(0, mostHits)
  const [paths, posts] = await Promise.all([
    pathsOf(reader, best.filter(isUnit)),
    postsOf(
      reader,
      best.filter((hit) => !isUnit(hit)),
    ),
  ])
  return best.map((hit): SearchHit => {
    if (isUnit(hit)) {
      const { id, kind, name, over } = hit
      return { kind: 'unit', unit: { id, kind, name }, path: paths.get(id) ?? '', over: over !== null }
    }
    const held = posts.get(hit.id)
    return {
      kind: 'person',
      id: hit.id,
      name: hit.name,
      phoneMasked: maskedPhone(hit.phone),
      posts: held?.text ?? '',
      unitId: held?.unitId ?? null,
      over: hit.over !== null,
    }
  })
}

const isUnit = (hit: UnitHit | PersonHit): hit is UnitHit => 'kind' in hit

/** One way to be found: a column, and what it must hold. */
interface Column {
  readonly sql: string
  readonly wanted: string
  /** Only at the end, e.g. of an ID number; else anywhere, or with `beginning` at the beginning. */
  readonly place: 'anywhere' | 'beginning' | 'end'
}

/** Rows that are over come after all others. */
const overRank = 100

/**
 * A cheap condition that most rows fail, and the rank of those that do not (0 best): the whole value, its beginning,
 * the rest; in each the columns in their order.
 */
const matching = (columns: readonly Column[], over: string) => {
  const conditions = columns.map(({ sql, place }) =>
    place === 'beginning' ? `${position(sql)} = 1` : `${position(sql)} > 0`,
  )
  const ranks = [
    ...columns.map(({ sql }, index) => `WHEN ${sql} = ? THEN ${index}`),
    ...columns.map(({ sql }, index) => `WHEN ${position(sql)} = 1 THEN ${10 + index}`),
    ...columns.map(({ sql }, index) => `WHEN ${position(sql)} > 0 THEN ${20 + index}`),
  ]
  const wanted = columns.map((column) => column.wanted)
  return {
    where: `(${conditions.join(' OR ')})`,
    rank: `CASE ${ranks.join(' ')} END + CASE WHEN ${over} IS NULL THEN 0 ELSE ${overRank} END`,
    /** The rank stands before the condition. */
    parameters: [...wanted, ...wanted, ...wanted, ...wanted],
  }
}

/** One letter finds beginnings only: it stands somewhere in nearly every reading. */
const byName = (wanted: string): readonly Column[] => {
  const reading = wanted.toLowerCase().replaceAll(/[\s']/g, '')
  const name: Column = { sql: 'name', wanted, place: 'anywhere' }
  // A reading holds no digit that the name lacks.
  if (!/^[a-z0-9]+$/.test(reading) || /^\d+$/.test(reading)) return [name]
  const place = reading.length === 1 ? 'beginning' : 'anywhere'
  return [name, { sql: 'initials', wanted: reading, place }, { sql: 'pinyin', wanted: reading, place }]
}

const byPhone = (digits: string): readonly Column[] =>
  /^\d+$/.test(digits) && digits.length >= fewestDigits
    ? ['phone', 'phone2', "replace(landline, '-', '')"].map((sql) => ({
        sql,
        wanted: digits,
        place: 'anywhere',
      }))
    : []

/** The end of an ID number, its check character included. */
const byIdNumber = (digits: string): readonly Column[] =>
  /^\d{3,17}[\dxX]$/.test(digits)
    ? [{ sql: `substr(id_number, ${-digits.length})`, wanted: digits.toUpperCase(), place: 'end' }]
    : []

const findUnits = (reader: Reader, wanted: string): Promise<UnitHit[]> => {
  const match = matching(byName(wanted), 'dissolved_on')
  return reader.query<UnitHit>(
    `SELECT id AS "id", kind AS "kind", name AS "name", dissolved_on AS "over", ${match.rank} AS "rank"
     FROM unit WHERE ${match.where} ORDER BY "rank", sort, id LIMIT ${mostHits}`,
    match.parameters,
  )
}

const findPeople = (reader: Reader, wanted: string, also = ''): Promise<PersonHit[]> => {
  const digits = wanted.replaceAll(/[\s-]/g, '')
  const match = matching([...byName(wanted), ...byPhone(digits), ...byIdNumber(digits)], 'ended_on')
  return reader.query<PersonHit>(
    `SELECT id AS "id", name AS "name", phone AS "phone", ended_on AS "over", ${match.rank} AS "rank"
     FROM person WHERE ${match.where} AND merged_into_id IS NULL${also}
     ORDER BY "rank", pinyin, id LIMIT ${mostHits}`,
    match.parameters,
  )
}

/** At most 30 people in the office's care whom the text may mean, the best first; phones masked. */
export const findPeopleOptions = async (reader: Reader, text: string): Promise<readonly PersonOption[]> => {
  const wanted = text.trim()
  if (wanted === '') return []
  const people = await findPeople(reader, wanted, ' AND ended_on IS NULL')
  const posts = await postsOf(reader, people)
  return people.map(({ id, name, phone }) => ({
    id,
    name,
    phoneMasked: maskedPhone(phone),
    posts: posts.get(id)?.text ?? '',
  }))
}

/** Names from the root down to the parent of each unit, e.g. “汉江路街道党工委 / 六堰社区党委”. */
const pathsOf = async (reader: Reader, units: readonly UnitHit[]): Promise<ReadonlyMap<string, string>> => {
  if (units.length === 0) return new Map()
  const rows = await reader.query<{ start: string; name: string }>(
    `WITH RECURSIVE above (start, parent_id, name, depth) AS (
       SELECT id, parent_id, name, 0 FROM unit WHERE id IN (${placeholders(units.length)})
       UNION ALL
       SELECT above.start, unit.parent_id, unit.name, above.depth + 1
       FROM above JOIN unit ON unit.id = above.parent_id WHERE above.depth < 16
     )
     SELECT start AS "start", name AS "name" FROM above WHERE depth > 0 ORDER BY depth DESC`,
    units.map((unit) => unit.id),
  )
  const paths = new Map<string, string>()
  for (const { start, name } of rows) {
    const before = paths.get(start)
    paths.set(start, before === undefined ? name : `${before} / ${name}`)
  }
  return paths
}

interface HeldPosts {
  readonly text: string
  readonly unitId: string
}

/** Living posts of each person, and the unit of the first; without a post, the branch of membership. */
const postsOf = async (
  reader: Reader,
  people: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, HeldPosts>> => {
  if (people.length === 0) return new Map()
  const ids = people.map((person) => person.id)
  const rows = await reader.query<{
    personId: string
    unitId: string
    unitName: string
    kind: PostKind | null
  }>(
    `SELECT post.person_id AS "personId", unit.id AS "unitId", ${unitTitle} AS "unitName", post.kind AS "kind"
     FROM post JOIN unit ON unit.id = post.unit_id ${joinAbove}
     WHERE post.ends_on IS NULL AND post.person_id IN (${placeholders(ids.length)})
     UNION ALL
     SELECT membership.person_id, unit.id, unit.name, NULL
     FROM membership JOIN unit ON unit.id = membership.unit_id
     WHERE membership.ends_on IS NULL AND membership.person_id IN (${placeholders(ids.length)})`,
    [...ids, ...ids],
  )
  const held = new Map<string, HeldPosts>()
  const posts = rows.filter((row) => row.kind !== null)
  for (const row of [...posts, ...rows.filter((r) => r.kind === null)]) {
    const text =
      row.kind === null ? `${row.unitName} · 党员` : `${row.unitName} · ${postKindLabels[row.kind]}`
    const before = held.get(row.personId)
    held.set(row.personId, {
      text: before === undefined ? text : `${before.text}；${text}`,
      unitId: before?.unitId ?? row.unitId,
    })
  }
  return held
}
