import type { TemplatePlace, TemplateRow } from '../../shared/models/template.ts'
import { fenToDecimal } from '../../shared/rules/money.ts'
import { byVoucherNo } from '../../shared/rules/voucher.ts'
import { sourceField } from '../../shared/sheets/funding.ts'
import type { Reader } from './reader.ts'
import { allRows, below, filled } from './template-people.ts'

/** 经费预算安排表: what each living branch of the community was allotted in a year, a source a column. */
export const loadAppropriationRows = async (
  reader: Reader,
  communityId: string,
  { street, community }: TemplatePlace,
  year: number,
): Promise<readonly TemplateRow[]> => {
  const sums = await allRows<{ unitId: string; branch: string; source: string; amountFen: number }>(
    reader,
    `${below} SELECT unit.id AS "unitId", unit.name AS "branch", fund_source.name AS "source",
       sum(appropriation.amount_fen) AS "amountFen"
     FROM appropriation JOIN below ON below.id = appropriation.unit_id
       JOIN unit ON unit.id = appropriation.unit_id
       JOIN fund_source ON fund_source.id = appropriation.source_id
     WHERE appropriation.year = ? AND unit.kind = 'branch' AND unit.dissolved_on IS NULL
     GROUP BY unit.id, unit.name, unit.sort, fund_source.id, fund_source.name, fund_source.sort
     HAVING sum(appropriation.amount_fen) <> 0
     ORDER BY unit.sort, unit.id, fund_source.sort, fund_source.id`,
    [communityId, year],
  )
  const branches = new Map<string, TemplateRow>()
  for (const { unitId, branch, source, amountFen } of sums) {
    const before = branches.get(unitId) ?? filled({ street, community, branch })
    branches.set(unitId, { ...before, [`${sourceField}${source}`]: fenToDecimal(amountFen) })
  }
  return [...branches.values()]
}

interface Voucher {
  readonly date: string
  readonly voucherNo: string
  readonly summary: string
  readonly branch: string
  readonly source: string
  readonly category: string
  readonly payee: string
  readonly handler: string
  readonly amountFen: number
}

/** 经费收支流水: a year's vouchers of the community's living branches; one that was reversed stands for nothing. */
export const loadVoucherRows = async (
  reader: Reader,
  communityId: string,
  community: string,
  year: number,
): Promise<readonly TemplateRow[]> => {
  const vouchers = await allRows<Voucher>(
    reader,
    `${below} SELECT voucher.date AS "date", voucher.voucher_no AS "voucherNo", voucher.summary AS "summary",
       unit.name AS "branch", fund_source.name AS "source", voucher.category AS "category",
       voucher.payee AS "payee", voucher.handler AS "handler", voucher.amount_fen AS "amountFen"
     FROM disbursement voucher JOIN below ON below.id = voucher.unit_id JOIN unit ON unit.id = voucher.unit_id
       JOIN fund_source ON fund_source.id = voucher.source_id
       LEFT JOIN disbursement reversal ON reversal.reverses_id = voucher.id
     WHERE voucher.year = ? AND voucher.reverses_id IS NULL AND reversal.id IS NULL
       AND unit.kind = 'branch' AND unit.dissolved_on IS NULL
     ORDER BY voucher.date, voucher.id`,
    [communityId, year],
  )
  return vouchers
    .toSorted((a, b) =>
      a.date === b.date ? byVoucherNo(a.voucherNo, b.voucherNo) : a.date < b.date ? -1 : 1,
    )
    .map(({ amountFen, ...voucher }) => filled({ ...voucher, community, amount: fenToDecimal(amountFen) }))
}
