import type { LedgerEntry } from '../../shared/models/funding.ts'
import { byVoucherNo } from '../../shared/rules/voucher.ts'
import type { Reader } from './database.ts'
import { loadPlacedUnits } from './funding-rows.ts'

export interface LedgerFilter {
  readonly year: number
  /** Each null does not narrow. */
  readonly streetId: string | null
  readonly unitId: string | null
  readonly sourceId: string | null
}

type Line = Omit<LedgerEntry, 'balanceFen'>

const appropriations = `
  SELECT a.id AS "id", 'appropriation' AS "type", a.date AS "date", NULL AS "voucherNo",
    CASE WHEN a.note = '' THEN '安排经费' ELSE a.note END AS "summary", a.unit_id AS "unitId", u.name AS "branch",
    a.source_id AS "sourceId", s.name AS "sourceName", NULL AS "category", NULL AS "payee", NULL AS "handler",
    a.amount_fen AS "incomeFen", 0 AS "expenseFen", w.date AS "reverses", r.date AS "reversedBy"
  FROM appropriation a JOIN unit u ON u.id = a.unit_id JOIN fund_source s ON s.id = a.source_id
    LEFT JOIN appropriation w ON w.id = a.reverses_id LEFT JOIN appropriation r ON r.reverses_id = a.id
  WHERE a.year = ?`

const disbursements = `
  SELECT d.id AS "id", 'disbursement' AS "type", d.date AS "date", d.voucher_no AS "voucherNo",
    d.summary AS "summary", d.unit_id AS "unitId", u.name AS "branch", d.source_id AS "sourceId",
    s.name AS "sourceName", d.category AS "category", NULLIF(d.payee, '') AS "payee",
    NULLIF(d.handler, '') AS "handler", 0 AS "incomeFen", d.amount_fen AS "expenseFen",
    w.voucher_no AS "reverses", r.voucher_no AS "reversedBy"
  FROM disbursement d JOIN unit u ON u.id = d.unit_id JOIN fund_source s ON s.id = d.source_id
    LEFT JOIN disbursement w ON w.id = d.reverses_id LEFT JOIN disbursement r ON r.reverses_id = d.id
  WHERE d.year = ?`

/**
 * 收支流水 of a year, by date and then by voucher number, with the running balance of the entries listed, in fen.
 * On one day income comes first, in tree order of the branches, what takes income back after it. Throws `record.missing` for an unknown street.
 */
export const loadLedger = async (reader: Reader, filter: LedgerFilter): Promise<readonly LedgerEntry[]> => {
  // Both sides in one statement, so that no spending is listed without its budget; units after it, so that none of
  // theirs is missing.
  const entries = await reader.query<Line>(`${appropriations} UNION ALL ${disbursements}`, [
    filter.year,
    filter.year,
  ])
  const places = new Map(
    (await loadPlacedUnits(reader, filter.streetId)).map(({ unit }, index) => [unit.id, index]),
  )
  const placeOf = (line: Line): number => places.get(line.unitId) ?? 0
  const lines = entries
    .filter((line) => places.has(line.unitId))
    .filter((line) => filter.unitId === null || line.unitId === filter.unitId)
    .filter((line) => filter.sourceId === null || line.sourceId === filter.sourceId)
    .sort(
      (a, b) =>
        byText(a.date, b.date) ||
        byVoucherNo(a.voucherNo, b.voucherNo) ||
        Number(a.reverses !== null) - Number(b.reverses !== null) ||
        placeOf(a) - placeOf(b) ||
        byText(a.sourceId, b.sourceId) ||
        byText(a.id, b.id),
    )
  let balanceFen = 0
  return lines.map((line) => {
    balanceFen += line.incomeFen - line.expenseFen
    return { ...line, balanceFen }
  })
}

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
