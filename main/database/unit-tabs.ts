import type { CardContent } from '../../shared/models/card.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import type { UnitFunds } from '../../shared/models/unit-tabs.ts'
import { totalsOf } from '../../shared/rules/statement.ts'
import { listCards } from './cards.ts'
import type { Reader } from './database.ts'

interface SumRow {
  readonly unitId: string
  readonly kind: UnitKind
  readonly name: string
  readonly sourceId: string
  readonly source: string
  readonly appropriatedFen: number
  readonly spentFen: number
}

const grouped = (
  rows: readonly SumRow[],
  keyOf: (row: SumRow) => string,
): readonly (readonly [SumRow, readonly SumRow[]])[] => {
  const groups = new Map<string, [SumRow, SumRow[]]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row, [row]])
    else group[1].push(row)
  }
  return [...groups.values()]
}

/** The money of a unit and of all below it in a year, by source and by unit, in fen. */
export const loadUnitFunds = async (reader: Reader, unitId: string, year: number): Promise<UnitFunds> => {
  const rows = await reader.query<SumRow>(
    `WITH RECURSIVE below (id) AS (
       SELECT id FROM unit WHERE id = ?
       UNION SELECT unit.id FROM below JOIN unit ON unit.parent_id = below.id
     )
     SELECT unit.id AS "unitId", unit.kind AS "kind", unit.name AS "name", fund_source.id AS "sourceId",
       fund_source.name AS "source", sum(entry.given) AS "appropriatedFen", sum(entry.spent) AS "spentFen"
     FROM (
       SELECT unit_id, source_id, amount_fen AS given, 0 AS spent FROM appropriation WHERE year = ?
       UNION ALL SELECT unit_id, source_id, 0, amount_fen FROM disbursement WHERE year = ?
     ) entry JOIN below ON below.id = entry.unit_id JOIN unit ON unit.id = below.id
       JOIN fund_source ON fund_source.id = entry.source_id LEFT JOIN unit parent ON parent.id = unit.parent_id
     GROUP BY unit.id, unit.kind, unit.name, unit.sort, parent.id, parent.sort, fund_source.id, fund_source.name,
       fund_source.sort
     ORDER BY parent.sort, parent.id, unit.sort, unit.id, fund_source.sort, fund_source.id`,
    [unitId, year, year],
  )
  return {
    year,
    total: totalsOf(rows),
    sources: grouped(rows, (row) => row.sourceId).map(([{ sourceId, source }, parts]) => ({
      sourceId,
      source,
      ...totalsOf(parts),
    })),
    units: grouped(rows, (row) => row.unitId).map(([{ unitId: id, kind, name }, parts]) => ({
      unit: { id, kind, name },
      totals: totalsOf(parts),
    })),
  }
}

/** The contact cards that belong to a unit: its own, those beside a branch, those below a committee. */
export const loadUnitCards = async (reader: Reader, unitId: string): Promise<readonly CardContent[]> => {
  const rows = await reader.query<{ id: string }>(
    `SELECT id AS "id" FROM unit WHERE kind = 'emergencyBranch' AND dissolved_on IS NULL
       AND (id = ? OR beside_id = ? OR parent_id = ? OR parent_id IN (SELECT id FROM unit WHERE parent_id = ?))`,
    [unitId, unitId, unitId, unitId],
  )
  if (rows.length === 0) return []
  const wanted = new Set(rows.map((row) => row.id))
  return (await listCards(reader)).filter((card) => wanted.has(card.unitId))
}
