import { postKindLabels } from '../../shared/labels.ts'
import type { SearchHit } from '../../shared/models/organization.ts'
import type { PostKind } from '../../shared/models/post.ts'
import type { UnitRef } from '../../shared/models/unit.ts'
import { maskedPhone } from '../../shared/rules/masking.ts'
import type { Parameter, Reader } from './database.ts'
import { placeholders } from './dialect.ts'
import { joinAbove, unitTitle } from './unit-title.ts'

const mostHits = 30
const fewestDigits = 3

interface Ranked {
  readonly rank: number
}
interface UnitHit extends UnitRef, Ranked {}
export interface PersonHit extends Ranked {
  readonly id: string
  readonly name: string
  readonly phone: string | null
}

/**
 * Living units and people by name, pinyin, initials, at least three digits of a phone number, or the last four of an ID. At most 30 hits:
 * whole matches first, then beginnings, then the rest; a match of the name before one of its reading.
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
      const { id, kind, name } = hit
      return { kind: 'unit', unit: { id, kind, name }, path: paths.get(id) ?? '' }
    }
    const held = posts.get(hit.id)
    return {
      kind: 'person',
      id: hit.id,
      name: hit.name,
      phoneMasked: maskedPhone(hit.phone),
      posts: held?.text ?? '',
      unitId: held?.unitId ?? null,
    }
  })
}

const isUnit = (hit: UnitHit | PersonHit): hit is UnitHit => 'kind' in hit

/** The text between wildcards, its own `%`, `_` and `\` taken literally. */
const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)

interface Column {
  readonly sql: string
  readonly wanted: string
}

/** A rank for each way to match (0 best), and the condition that one of them holds. */
const matching = (columns: readonly Column[]): { readonly sql: string; readonly parameters: Parameter[] } => {
  const ways: readonly (readonly [(sql: string) => string, (wanted: string) => string])[] = [
    [(sql) => `${sql} = ?`, (wanted) => wanted],
    [(sql) => `${sql} LIKE ? ESCAPE '\\'`, (wanted) => `${escaped(wanted)}%`],
    [(sql) => `${sql} LIKE ? ESCAPE '\\'`, (wanted) => `%${escaped(wanted)}%`],
  ]
  const cases = ways.flatMap(([condition, pattern], way) =>
    columns.map((column, index) => ({
      sql: `WHEN ${condition(column.sql)} THEN ${way * 10 + index}`,
      parameter: pattern(column.wanted),
    })),
  )
  return {
    sql: `CASE ${cases.map((c) => c.sql).join(' ')} END`,
    parameters: cases.map((c) => c.parameter),
  }
}

const byName = (wanted: string): readonly Column[] => {
  const reading = wanted.toLowerCase().replaceAll(/[\s']/g, '')
  const name = { sql: 'name', wanted }
  return /^[a-z0-9]+$/.test(reading)
    ? [name, { sql: 'initials', wanted: reading }, { sql: 'pinyin', wanted: reading }]
    : [name]
}

const byPhone = (wanted: string): readonly Column[] => {
  const digits = wanted.replaceAll(/[\s-]/g, '')
  if (!/^\d+$/.test(digits) || digits.length < fewestDigits) return []
  return ['phone', 'phone2', 'landline'].map((column) => ({
    sql: `replace(${column}, '-', '')`,
    wanted: digits,
  }))
}

/** At least four last digits; matched from the end only, so that the column is read backwards as it were. */
const byIdNumber = (wanted: string): readonly Column[] =>
  /^\d{3,17}[\dXx]$/.test(wanted)
    ? [{ sql: `substr(id_number, -${wanted.length})`, wanted: wanted.toUpperCase() }]
    : []

const findUnits = (reader: Reader, wanted: string): Promise<UnitHit[]> => {
  const match = matching(byName(wanted))
  return reader.query<UnitHit>(
    `SELECT * FROM (SELECT id AS "id", kind AS "kind", name AS "name", sort AS "sort", ${match.sql} AS "rank"
       FROM unit WHERE dissolved_on IS NULL) hit
     WHERE "rank" IS NOT NULL ORDER BY "rank", "sort", "id" LIMIT ${mostHits}`,
    match.parameters,
  )
}

/** People by name, reading, phone or the last digits of the ID number, the best first. */
export const findPeople = (reader: Reader, wanted: string, most = mostHits): Promise<PersonHit[]> => {
  const match = matching([...byName(wanted), ...byPhone(wanted), ...byIdNumber(wanted)])
  return reader.query<PersonHit>(
    `SELECT * FROM (SELECT id AS "id", name AS "name", phone AS "phone", pinyin AS "pinyin", ${match.sql} AS "rank"
       FROM person WHERE ended_on IS NULL) hit
     WHERE "rank" IS NOT NULL ORDER BY "rank", "pinyin", "id" LIMIT ${most}`,
    match.parameters,
  )
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
