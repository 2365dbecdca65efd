import { AppError } from '../../shared/errors.ts'
import type { FundSource, FundStandard } from '../../shared/models/funding.ts'
import { type FundUnit, livesOn, type PlacedUnit, placedUnits } from '../../shared/rules/branch-order.ts'
import type { FundSum } from '../../shared/rules/statement.ts'
import type { Reader } from './database.ts'

export const loadSources = (reader: Reader): Promise<FundSource[]> =>
  reader.query('SELECT id AS "id", name AS "name", sort AS "sort" FROM fund_source ORDER BY sort, id')

/** The standards of ordinary branches, by source and from which year. */
export const loadStandards = (reader: Reader): Promise<FundStandard[]> =>
  reader.query(
    `SELECT t.id AS "id", t.source_id AS "sourceId", s.name AS "sourceName", t.amount_fen AS "amountFen",
        t.from_year AS "fromYear", t.version AS "version"
      FROM fund_standard t JOIN fund_source s ON s.id = t.source_id
      WHERE t.unit_kind = 'branch' ORDER BY s.sort, t.from_year`,
  )

/** What one unit has left of one source in one year, in fen. */
export const loadBalance = async (
  reader: Reader,
  year: number,
  unitId: string,
  sourceId: string,
): Promise<number> => {
  const rows = await reader.query<{ readonly balanceFen: number }>(
    `SELECT COALESCE((SELECT SUM(amount_fen) FROM appropriation WHERE year = ? AND unit_id = ? AND source_id = ?), 0)
        - COALESCE((SELECT SUM(amount_fen) FROM disbursement WHERE year = ? AND unit_id = ? AND source_id = ?), 0)
        AS "balanceFen"`,
    [year, unitId, sourceId, year, unitId, sourceId],
  )
  return rows[0]?.balanceFen ?? 0
}

const unitColumns =
  'id AS "id", kind AS "kind", parent_id AS "parentId", name AS "name", sort AS "sort", dissolved_on AS "dissolvedOn"'

/** The units below a street (null: all) in tree order. Throws `record.missing` where there is no such street. */
export const loadPlacedUnits = async (
  reader: Reader,
  streetId: string | null,
): Promise<readonly PlacedUnit[]> => {
  if (streetId !== null) await loadStreet(reader, streetId)
  return placedUnits(await reader.query<FundUnit>(`SELECT ${unitColumns} FROM unit`), streetId)
}

interface UnitSum extends FundUnit {
  readonly sourceId: string | null
  readonly appropriatedFen: number | null
  readonly spentFen: number | null
}

/** Units below a street in tree order, and what each unit got and spent in a year by source, in fen. */
export interface Funds {
  readonly placed: readonly PlacedUnit[]
  readonly sums: readonly FundSum[]
}

/**
 * The units below a street (null: all) and the sums of `year`, both in one statement: whatever is written meanwhile,
 * no sum lacks its unit and no spending its budget. Throws `record.missing` where there is no such street.
 */
export const loadFunds = async (reader: Reader, year: number, streetId: string | null): Promise<Funds> => {
  if (streetId !== null) await loadStreet(reader, streetId)
  const rows = await reader.query<UnitSum>(
    `SELECT ${unitColumns}, e.source_id AS "sourceId", e.given AS "appropriatedFen", e.spent AS "spentFen"
      FROM unit LEFT JOIN (
        SELECT m.unit_id, m.source_id, SUM(m.given) AS given, SUM(m.spent) AS spent
        FROM (
          SELECT unit_id, source_id, amount_fen AS given, 0 AS spent FROM appropriation WHERE year = ?
          UNION ALL
          SELECT unit_id, source_id, 0, amount_fen FROM disbursement WHERE year = ?
        ) m GROUP BY m.unit_id, m.source_id
      ) e ON e.unit_id = unit.id`,
    [year, year],
  )
  const units = new Map<string, FundUnit>(rows.map((row) => [row.id, row]))
  return {
    placed: placedUnits([...units.values()], streetId),
    sums: rows.flatMap(({ id: unitId, sourceId, appropriatedFen, spentFen }) =>
      sourceId === null
        ? []
        : [{ unitId, sourceId, appropriatedFen: appropriatedFen ?? 0, spentFen: spentFen ?? 0 }],
    ),
  }
}

/** Living streets, in the order of the tree. */
export const loadStreets = (reader: Reader): Promise<FundUnit[]> =>
  reader.query<FundUnit>(
    `SELECT ${unitColumns} FROM unit WHERE kind = 'streetCommittee' AND dissolved_on IS NULL ORDER BY sort, id`,
  )

/** Throws `record.missing`. */
export const loadStreet = async (reader: Reader, streetId: string): Promise<FundUnit> => {
  const rows = await reader.query<FundUnit>(
    `SELECT ${unitColumns} FROM unit WHERE id = ? AND kind = 'streetCommittee'`,
    [streetId],
  )
  const street = rows[0]
  if (street === undefined) throw new AppError('record.missing')
  return street
}

/** The unit that a voucher of `date` names; throws `record.missing`, or `value.invalid` where it was dissolved by then. */
export const loadLivingUnit = async (reader: Reader, unitId: string, date: string): Promise<FundUnit> => {
  const rows = await reader.query<FundUnit>(`SELECT ${unitColumns} FROM unit WHERE id = ?`, [unitId])
  const unit = rows[0]
  if (unit === undefined) throw new AppError('record.missing')
  if (!livesOn(unit, date)) {
    throw new AppError('value.invalid', { reason: `“${unit.name}”已于 ${unit.dissolvedOn} 撤销` })
  }
  return unit
}

/** Throws `record.missing`. */
export const loadSource = async (reader: Reader, sourceId: string): Promise<FundSource> => {
  const source = (await loadSources(reader)).find((s) => s.id === sourceId)
  if (source === undefined) throw new AppError('record.missing')
  return source
}
