import type { TreeMatches } from '../../shared/models/organization.ts'
import type { TreeRow } from '../../shared/models/reorganization.ts'
import type { Standards } from '../../shared/models/standards.ts'
import type { TreeFilter } from '../../shared/requests/units.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import type { Parameter, Reader } from './database.ts'
import { placeholders } from './dialect.ts'
import { gapRows } from './gaps.ts'
import { loadStandards } from './standards.ts'
import { unitNodeColumns } from './tree.ts'

/** More rows than these nobody reads; the filter is to be narrowed then. */
export const mostMatches = 2000

interface Condition {
  readonly sql: string
  readonly parameters: readonly Parameter[]
}

const byText = (text: string): readonly Condition[] => {
  const wanted = text.trim()
  if (wanted === '') return []
  const reading = wanted.toLowerCase().replaceAll(/[\s']/g, '')
  const name = 'instr(unit.name, ?) > 0'
  if (!/^[a-z0-9]+$/.test(reading)) return [{ sql: name, parameters: [wanted] }]
  return [
    {
      sql: `(${name} OR instr(unit.pinyin, ?) > 0 OR instr(unit.initials, ?) > 0)`,
      parameters: [wanted, reading, reading],
    },
  ]
}

const conditionOf = (filter: TreeFilter, today: string, standards: Standards): Condition => {
  const gaps = gapRows(today, standards)
  const parts: readonly Condition[] = [
    { sql: 'unit.dissolved_on IS NULL', parameters: [] },
    ...(filter.kind === null ? [] : [{ sql: 'unit.kind = ?', parameters: [filter.kind] }]),
    ...(filter.branchKind === null ? [] : [{ sql: 'unit.branch_kind = ?', parameters: [filter.branchKind] }]),
    ...byText(filter.text),
    ...(filter.onlyGaps
      ? [{ sql: `unit.id IN (SELECT unit_id FROM (${gaps.sql}) gap_row)`, parameters: gaps.parameters }]
      : []),
  ]
  return {
    sql: parts.map((part) => part.sql).join(' AND '),
    parameters: parts.flatMap((part) => part.parameters),
  }
}

/**
 * Living units that fit, with all units above them, siblings in their order. At most 2,000 fit; `total` counts them all.
 */
export const findInTree = async (
  reader: Reader,
  filter: TreeFilter,
  today: string = dayOf(new Date()),
): Promise<TreeMatches> => {
  const { sql, parameters } = conditionOf(filter, today, await loadStandards(reader))
  const found = await reader.query<{ id: string; total: number }>(
    `SELECT unit.id AS "id", count(*) OVER () AS "total" FROM unit WHERE ${sql}
     ORDER BY unit.parent_id, unit.sort, unit.id LIMIT ${mostMatches}`,
    parameters,
  )
  const total = found[0]?.total ?? 0
  const ids = found.map((row) => row.id)
  return { total, ids, rows: ids.length === 0 ? [] : await withAbove(reader, ids) }
}

const withAbove = (reader: Reader, ids: readonly string[]): Promise<TreeRow[]> =>
  reader.query<TreeRow>(
    `WITH RECURSIVE above (id) AS (
       SELECT id FROM unit WHERE id IN (${placeholders(ids.length)})
       UNION
       SELECT unit.parent_id FROM above JOIN unit ON unit.id = above.id WHERE unit.parent_id IS NOT NULL
     )
     SELECT ${unitNodeColumns},
       (SELECT count(*) FROM unit child WHERE child.parent_id = unit.id AND child.dissolved_on IS NULL) AS "childCount"
     FROM above JOIN unit ON unit.id = above.id ORDER BY unit.sort, unit.id`,
    ids,
  )
