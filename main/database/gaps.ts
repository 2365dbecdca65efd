import type { AnyGap, Gap } from '../../shared/models/gap.ts'
import type { Standards } from '../../shared/models/standards.ts'
import { electionNotice } from '../../shared/rules/gaps.ts'
import { dayAfter, dayOf } from '../../shared/rules/terms.ts'
import type { Parameter, Reader } from './database.ts'
import { mostVariables, placeholders } from './dialect.ts'
import { type GapRule, staffingGaps } from './gap-posts.ts'
import { loadStandards } from './standards.ts'

/** SQL that answers rows `unit_id`, `gap`; one for each thing that a living unit lacks. Of a choice: rows `id`, `kind`. */
export interface GapRows {
  readonly sql: string
  readonly parameters: readonly Parameter[]
}

/**
 * The rule of what units lack, for the whole street at once or (`within`: SQL of ids and its parameters) for some: the
 * posts that the office's standards expect, with a phone where somebody must be reached; a branch's election in time;
 * neighbor heads with no more households than they can serve. `only`: that gap alone. `today`: ISO day.
 */
export const gapRows = (
  today: string,
  standards: Standards,
  within?: GapRows,
  only: AnyGap | null = null,
): GapRows => {
  const rules = [...staffingGaps(standards.posts), ...electionGaps(today), tooManyHouseholds(standards)]
  const parts = rules.filter((rule) => only === null || rule.gap === only).map((rule) => rowsOf(rule, within))
  if (parts.length === 0)
    return { sql: 'SELECT id AS unit_id, id AS gap FROM unit WHERE 1 = 0', parameters: [] }
  return {
    sql: parts.map((one) => one.sql).join('\nUNION ALL '),
    parameters: parts.flatMap((one) => one.parameters),
  }
}

const electionGaps = (today: string): readonly GapRule[] => {
  // Where only the month is known, days are compared as months.
  const day = 'substr(?, 1, length(unit.next_election_on))'
  return [
    {
      gap: 'electionOverdue',
      kind: 'branch',
      condition: `unit.next_election_on < ${day}`,
      parameters: [today],
    },
    {
      gap: 'electionDue',
      kind: 'branch',
      condition: `unit.next_election_on >= ${day} AND unit.next_election_on <= ${day}`,
      parameters: [today, dayAfter(today, electionNotice)],
    },
  ]
}

const tooManyHouseholds = ({ headHouseholds }: Standards): GapRule => ({
  gap: 'headTooManyHouseholds',
  kind: null,
  condition: `unit.id IN (SELECT unit_id FROM post
    WHERE post.kind = ? AND post.ends_on IS NULL AND post.households > ?)`,
  parameters: ['neighborHead', headHouseholds.most],
})

/** From the chosen units of the kind to their rows, which are few, whatever the planner thinks. */
const rowsOf = ({ gap, kind, condition, parameters }: GapRule, within?: GapRows): GapRows => {
  const of = kind === null ? [] : [kind]
  const [from, where] =
    within === undefined
      ? ['unit', kind === null ? '' : 'unit.kind = ? AND ']
      : [
          `(${within.sql}) chosen CROSS JOIN unit`,
          `${kind === null ? '' : 'chosen.kind = ? AND '}unit.id = chosen.id AND `,
        ]
  return {
    sql: `SELECT unit.id AS unit_id, '${gap}' AS gap FROM ${from} WHERE ${where}unit.dissolved_on IS NULL AND ${condition}`,
    parameters: [...(within?.parameters ?? []), ...of, ...parameters],
  }
}

/** What each of these units lacks; those that lack nothing are left out. */
export const loadGapsOf = async (
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Gap[]>> => {
  const standards = await loadStandards(reader)
  const gaps = new Map<string, Gap[]>()
  // Each rule names the units anew.
  const size = Math.min(500, Math.floor(mostVariables / (8 + 4 * standards.posts.length)))
  for (let from = 0; from < ids.length; from += size) {
    const some = ids.slice(from, from + size)
    const within = {
      sql: `SELECT id, kind FROM unit WHERE id IN (${placeholders(some.length)})`,
      parameters: some,
    }
    await collect(reader, gapRows(dayOf(new Date()), standards, within), gaps)
  }
  return gaps
}

/** What all living units lack. */
export const loadGaps = async (reader: Reader): Promise<ReadonlyMap<string, readonly Gap[]>> => {
  const gaps = new Map<string, Gap[]>()
  await collect(reader, gapRows(dayOf(new Date()), await loadStandards(reader)), gaps)
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
