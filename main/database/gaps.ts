import type { Gap } from '../../shared/models/organization.ts'
import { electionNotice } from '../../shared/rules/gaps.ts'
import { dayAfter, dayOf } from '../../shared/rules/terms.ts'
import type { Parameter, Reader } from './database.ts'
import { mostVariables, placeholders } from './dialect.ts'

/** SQL that answers rows `unit_id`, `gap`; one for each thing that a living unit lacks. Of a choice: rows `id`. */
export interface GapRows {
  readonly sql: string
  readonly parameters: readonly Parameter[]
}

/**
 * The rule of what units lack, for the whole street at once or (`within`: SQL of ids and its parameters) for some.
 * - An emergency branch needs the three contacts of its card, each with a phone.
 * - A branch needs a secretary with a phone, and its election in time.
 * - A building group needs a leader.
 * `today`: ISO day.
 */
export const gapRows = (today: string, within?: GapRows): GapRows => {
  const parts = [
    ...contactGaps(['branch', 'emergencyBranch'], 'secretary', 'noSecretary', 'noSecretaryPhone'),
    ...contactGaps(['emergencyBranch'], 'firstSecretary', 'noFirstSecretary', 'noFirstSecretaryPhone'),
    ...contactGaps(['emergencyBranch'], 'gridLeader', 'noGridLeader', 'noGridLeaderPhone'),
    ...contactGaps(['buildingGroup'], 'groupLeader', 'noGroupLeader', null),
    part(
      "'electionOverdue'",
      'unit.kind = ? AND unit.next_election_on < substr(?, 1, length(unit.next_election_on))',
      ['branch', today],
    ),
    part(
      "'electionDue'",
      `unit.kind = ? AND unit.next_election_on >= substr(?, 1, length(unit.next_election_on))
         AND unit.next_election_on <= substr(?, 1, length(unit.next_election_on))`,
      ['branch', today, dayAfter(today, electionNotice)],
    ),
  ]
  const only = within === undefined ? nothing : within
  return {
    sql: parts.map((one) => one(only).sql).join('\nUNION ALL '),
    parameters: parts.flatMap((one) => one(only).parameters),
  }
}

const nothing: GapRows = { sql: '', parameters: [] }

/** One gap, of all units or (`only`) of some: from these to their units, which are few, whatever the planner thinks. */
type Part = (only: GapRows) => GapRows

const part =
  (gap: string, condition: string, parameters: readonly Parameter[]): Part =>
  (only) => ({
    sql: `SELECT unit.id AS unit_id, ${gap} AS gap FROM ${
      only.sql === '' ? 'unit WHERE' : `(${only.sql}) chosen CROSS JOIN unit WHERE unit.id = chosen.id AND`
    } unit.dissolved_on IS NULL AND ${condition}`,
    parameters: [...only.parameters, ...parameters],
  })

/** Nobody holds the post; or (`noPhone`) of those who hold it nobody has a phone. */
const contactGaps = (
  kinds: readonly string[],
  post: string,
  nobody: Gap,
  noPhone: Gap | null,
): readonly Part[] => {
  const held = `SELECT 1 FROM post WHERE post.unit_id = unit.id AND post.kind = ? AND post.ends_on IS NULL`
  const reachable = `SELECT 1 FROM post JOIN person ON person.id = post.person_id
    WHERE post.unit_id = unit.id AND post.kind = ? AND post.ends_on IS NULL
      AND coalesce(person.phone, person.phone2) IS NOT NULL`
  const of = `unit.kind IN (${placeholders(kinds.length)})`
  return [
    part(`'${nobody}'`, `${of} AND NOT EXISTS (${held})`, [...kinds, post]),
    ...(noPhone === null
      ? []
      : [
          part(`'${noPhone}'`, `${of} AND EXISTS (${held}) AND NOT EXISTS (${reachable})`, [
            ...kinds,
            post,
            post,
          ]),
        ]),
  ]
}

/** What each of these units lacks; those that lack nothing are left out. */
export const loadGapsOf = async (
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Gap[]>> => {
  const gaps = new Map<string, Gap[]>()
  const size = Math.floor(mostVariables / 16)
  for (let from = 0; from < ids.length; from += size) {
    const some = ids.slice(from, from + size)
    const rows = gapRows(dayOf(new Date()), {
      sql: `SELECT id FROM unit WHERE id IN (${placeholders(some.length)})`,
      parameters: some,
    })
    await collect(reader, rows, gaps)
  }
  return gaps
}

/** What all living units lack. */
export const loadGaps = async (reader: Reader): Promise<ReadonlyMap<string, readonly Gap[]>> => {
  const gaps = new Map<string, Gap[]>()
  await collect(reader, gapRows(dayOf(new Date())), gaps)
  return gaps
}

const collect = async (
  reader: Reader,
  { sql, parameters }: GapRows,
  into: Map<string, Gap[]>,
): Promise<void> => {
  const rows = await reader.query<{ unitId: string; gap: Gap }>(
    `SELECT unit_id AS "unitId", gap AS "gap" FROM (${sql}) gap_row`,
    parameters,
  )
  for (const { unitId, gap } of rows) {
    const before = into.get(unitId)
    if (before === undefined) into.set(unitId, [gap])
    else before.push(gap)
  }
}
