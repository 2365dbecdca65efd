import { type AnyGap, type GapCount, type GapLine, namedGaps, otherGaps } from '../../shared/models/gap.ts'
import type { Standards } from '../../shared/models/standards.ts'
import type { GapFilter } from '../../shared/requests/gaps.ts'
import type { Parameter, Reader } from './database.ts'
import { phonePairs } from './gap-posts.ts'
import { gapRows } from './gaps.ts'
import { loadStandards } from './standards.ts'
import { loadPaths } from './unit-paths.ts'

/** The urgent first: what stops a card from being printed, then posts and elections, then the rest; leaders of groups last. */
const ofCards = ['noFirstSecretary', 'noFirstSecretaryPhone', 'noGridLeader', 'noGridLeaderPhone'] as const
const urgency: readonly AnyGap[] = [...new Set<AnyGap>([...ofCards, ...namedGaps, ...otherGaps])]

const rankOf = (gap: AnyGap): number => {
  if (gap === 'noGroupLeader') return 90
  const at = urgency.indexOf(gap)
  return at < 0 ? 50 : at
}

/** Emergency branches before the rest: a card waits for them. */
const kindRank = `CASE unit.kind WHEN 'emergencyBranch' THEN 0 WHEN 'branch' THEN 1 ELSE 2 END`

interface Lines {
  readonly before: string
  readonly sql: string
  readonly parameters: readonly Parameter[]
}

/** Rows `gap, of_kind, id, unit_id` of everything that is missing (`only`: of one gap), in `unitId` and below if there is one. */
const linesOf = (
  standards: Standards,
  unitId: string | undefined,
  only: AnyGap | null,
  today: string,
): Lines => {
  const inside = unitId !== undefined
  const pairs = phonePairs(standards.posts)
  const rows = gapRows(
    today,
    standards,
    inside ? { sql: 'SELECT id, kind FROM below', parameters: [] } : undefined,
    only,
  )
  const wanted = (gap: AnyGap) => (only === null || only === gap ? '' : ' AND 1 = 0')
  const there = (column: string) => (inside ? ` AND ${column} IN (SELECT id FROM below)` : '')
  return {
    before: inside
      ? `WITH RECURSIVE below (id, kind) AS (SELECT id, kind FROM unit WHERE id = ?
           UNION ALL SELECT unit.id, unit.kind FROM below JOIN unit ON unit.parent_id = below.id WHERE unit.dissolved_on IS NULL),`
      : 'WITH',
    sql: `line (gap, of_kind, id, unit_id) AS (
      SELECT gap, 'unit', unit_id, unit_id FROM (${rows.sql}) gap_row
      UNION ALL
      SELECT 'estateWithoutBranch', 'estate', estate.id, ${estatePlace} FROM estate
      WHERE estate.ended_on IS NULL${wanted('estateWithoutBranch')}${there(estatePlace)} AND NOT EXISTS (
        SELECT 1 FROM unit_estate JOIN unit ON unit.id = unit_estate.unit_id
        WHERE unit_estate.estate_id = estate.id AND unit_estate.ends_on IS NULL
          AND unit.kind = 'branch' AND unit.dissolved_on IS NULL)
      UNION ALL
      SELECT 'memberWithoutBranch', 'person', person.id, ${lastUnit} FROM person
      WHERE person.category IS NOT NULL AND person.ended_on IS NULL AND person.merged_into_id IS NULL
        ${wanted('memberWithoutBranch')}${there(lastUnit)}
        AND NOT EXISTS (SELECT 1 FROM membership WHERE membership.person_id = person.id AND membership.ends_on IS NULL)
      UNION ALL
      SELECT 'personWithoutPhone', 'person', person.id, min(post.unit_id)
      FROM person JOIN post ON post.person_id = person.id JOIN unit ON unit.id = post.unit_id
      WHERE post.ends_on IS NULL AND person.ended_on IS NULL AND person.merged_into_id IS NULL
        AND coalesce(person.phone, person.phone2, person.landline) IS NULL${wanted('personWithoutPhone')}${there('post.unit_id')}
        AND NOT (${pairs.length === 0 ? '1 = 0' : pairs.map(() => '(unit.kind = ? AND post.kind = ?)').join(' OR ')})
      GROUP BY person.id
    )`,
    parameters: [
      ...(inside ? [unitId] : []),
      ...rows.parameters,
      ...pairs.flatMap((pair) => [pair.unitKind, pair.post]),
    ],
  }
}

/** Where an estate is mended: its community; without one, the first street, whose list holds it. */
const estatePlace = `coalesce(estate.community_id, (SELECT street.id FROM unit street
  WHERE street.kind = 'streetCommittee' AND street.dissolved_on IS NULL ORDER BY street.sort, street.id LIMIT 1))`

/** The unit that a member without one was in last, if it lives; null for a member of none. */
const lastUnit = `(SELECT membership.unit_id FROM membership JOIN unit ON unit.id = membership.unit_id
  WHERE membership.person_id = person.id AND unit.dissolved_on IS NULL
  ORDER BY membership.ends_on DESC, membership.id LIMIT 1)`

const names = `coalesce(estate.name, person.name, unit.name)`
const joined = `line LEFT JOIN unit ON unit.id = line.unit_id LEFT JOIN unit above ON above.id = unit.parent_id
  LEFT JOIN estate ON line.of_kind = 'estate' AND estate.id = line.id
  LEFT JOIN person ON line.of_kind = 'person' AND person.id = line.id`

const conditionOf = (
  text: string | undefined,
): { readonly sql: string; readonly parameters: Parameter[] } => {
  const wanted = (text ?? '').trim()
  if (wanted === '') return { sql: '', parameters: [] }
  const reading = wanted.toLowerCase().replaceAll(/[\s']/g, '')
  const columns = [names, "coalesce(above.name, '')"]
  const readings = /^[a-z]+$/.test(reading)
    ? ['pinyin', 'initials'].map(
        (column) =>
          `CASE line.of_kind WHEN 'unit' THEN unit.${column} WHEN 'person' THEN person.${column} ELSE '' END`,
      )
    : []
  return {
    sql: `WHERE (${[...columns, ...readings].map((column) => `instr(${column}, ?) > 0`).join(' OR ')})`,
    parameters: [...columns.map(() => wanted), ...readings.map(() => reading)],
  }
}

type Found = Omit<GapLine, 'path'> & { readonly aboveName: string | null }

/** `count` lines of 待办 from `from`, the urgent first, and how many fit in all. `today`: ISO day. */
export const loadGapLines = async (
  reader: Reader,
  asked: { readonly filter: GapFilter; readonly from: number; readonly count: number },
  today: string,
): Promise<{ readonly total: number; readonly lines: readonly GapLine[] }> => {
  const { filter, from } = asked
  const [standards, counts] = await Promise.all([loadStandards(reader), countGaps(reader, filter, today)])
  const rows: Found[] = []
  // Gap after gap, and of each only what falls into the page: the others need not be looked for.
  let start = 0
  for (const { gap, count } of counts) {
    const first = Math.max(from, start)
    const behind = Math.min(from + asked.count, start + count)
    if (first < behind) {
      const { before, sql, parameters } = linesOf(standards, filter.unitId, gap, today)
      const condition = conditionOf(filter.text)
      rows.push(
        ...(await reader.query<Found>(
          `${before} ${sql} SELECT line.gap AS "gap", line.of_kind AS "of", line.id AS "id", ${names} AS "name",
             line.unit_id AS "unitId", unit.kind AS "unitKind", above.name AS "aboveName"
           FROM ${joined} ${condition.sql}
           ORDER BY ${kindRank}, unit.parent_id, unit.sort, line.id LIMIT ? OFFSET ?`,
          [...parameters, ...condition.parameters, behind - first, first - start],
        )),
      )
    }
    start += count
  }
  const paths = await loadPaths(
    reader,
    rows.flatMap((row) => row.unitId ?? []),
  )
  return {
    total: start,
    lines: rows.map(({ aboveName, ...row }) => ({
      ...row,
      // “1号楼党小组” alone says nothing.
      name:
        row.of === 'unit' && row.unitKind === 'buildingGroup' && aboveName !== null
          ? `${aboveName} · ${row.name}`
          : row.name,
      path: row.unitId === null ? '' : (paths.get(row.unitId) ?? ''),
    })),
  }
}

/** How many lines there are of each gap, the urgent first. */
export const countGaps = async (
  reader: Reader,
  filter: GapFilter,
  today: string,
): Promise<readonly GapCount[]> => {
  const standards = await loadStandards(reader)
  const { before, sql, parameters } = linesOf(standards, filter.unitId, filter.gap ?? null, today)
  const condition = conditionOf(filter.text)
  const from = condition.sql === '' ? 'line' : joined
  const counts = await reader.query<GapCount>(
    `${before} ${sql} SELECT line.gap AS "gap", count(*) AS "count" FROM ${from} ${condition.sql} GROUP BY line.gap`,
    [...parameters, ...condition.parameters],
  )
  return counts.toSorted((a, b) => rankOf(a.gap) - rankOf(b.gap) || (a.gap < b.gap ? -1 : 1))
}
