import { loadBalance } from './funding-rows.ts'
import { whyNotUnique } from './import-undo-delicate.ts'
import type { KeptRow, Restoration } from './import-undo-fields.ts'
import type { Needed, References } from './import-undo-references.ts'
import type { Fields, RowRef, RowSet } from './import-undo-rows.ts'
import { type Work, writeRestorations } from './import-undo-write.ts'
import type { AppropriationRow, DisbursementRow } from './rows.ts'
import type { Transaction } from './transaction.ts'

const spent = '已有支出'

/** Branch, source and year: what has a balance of its own. */
interface Purse {
  readonly year: number
  readonly unitId: string
  readonly sourceId: string
}

interface Voucher extends RowRef {
  readonly purse: string
  /** What the row adds to its balance. */
  readonly effect: number
}

const purseOf = ({ year, unitId, sourceId }: Purse): string => `${year} ${unitId} ${sourceId}`

/**
 * Takes money out of the candidates for removal whose going would leave a balance below zero, the newest staying last,
 * and all that it refers to. Spending goes first: it gives back what stands for it.
 */
export const keepSpentMoney = async (
  tx: Transaction,
  candidates: RowSet,
  references: References,
): Promise<{ readonly kept: readonly KeptRow[]; readonly needed: readonly Needed[] }> => {
  const kept: KeptRow[] = []
  const needed: Needed[] = []
  if (!candidates.tables.some((table) => table === 'appropriation' || table === 'disbursement')) {
    return { kept, needed }
  }
  const balances = await loadBalances(tx)
  // A row that stays may hold another one, which changes what is left: again until none is added.
  for (let added = true; added; ) {
    added = false
    const left = new Map(balances)
    const leave = ({ purse, effect }: Voucher) => left.set(purse, (left.get(purse) ?? 0) - effect)
    const going = await vouchersOf(tx, candidates)
    for (const voucher of going) if (voucher.effect <= 0) leave(voucher)
    for (const voucher of going.filter((one) => one.effect > 0).reverse()) {
      if ((left.get(voucher.purse) ?? 0) >= voucher.effect) leave(voucher)
      else {
        added = true
        const { table, id } = voucher
        needed.push(...references.keepOne({ table, id }))
        kept.push({ table, id, reason: spent })
      }
    }
  }
  return { kept, needed }
}

const vouchersOf = async (tx: Transaction, rows: RowSet): Promise<readonly Voucher[]> => {
  const given = await tx.findAll('appropriation', rows.idsOf('appropriation'))
  const paid = await tx.findAll('disbursement', rows.idsOf('disbursement'))
  return [
    ...rows.idsOf('appropriation').flatMap((id) => voucherOf('appropriation', given.get(id), 1)),
    ...rows.idsOf('disbursement').flatMap((id) => voucherOf('disbursement', paid.get(id), -1)),
  ]
}

const voucherOf = (
  table: 'appropriation' | 'disbursement',
  row: AppropriationRow | DisbursementRow | undefined,
  sign: 1 | -1,
): readonly Voucher[] =>
  row === undefined ? [] : [{ table, id: row.id, purse: purseOf(row), effect: sign * row.amountFen }]

const loadBalances = async (tx: Transaction): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx.query<Purse & { readonly fen: number }>(
    `SELECT m.year AS "year", m.unit_id AS "unitId", m.source_id AS "sourceId", SUM(m.fen) AS "fen"
     FROM (
       SELECT year, unit_id, source_id, amount_fen AS fen FROM appropriation
       UNION ALL
       SELECT year, unit_id, source_id, -amount_fen FROM disbursement
     ) m GROUP BY m.year, m.unit_id, m.source_id`,
  )
  return new Map(rows.map((row) => [purseOf(row), row.fen]))
}

/**
 * Sums and purses that the import changed go back where no balance falls below zero by it; after the vouchers that it
 * made are gone. Answers those that stay.
 */
export const restoreMoney = async (
  work: Work,
  restorations: readonly Restoration[],
): Promise<readonly KeptRow[]> => {
  const { tx } = work
  const kept: KeptRow[] = []
  for (const one of restorations) {
    const { table, id } = one
    const now = (await tx.find(table, id)) as Fields | null
    if (now === null) continue
    const reason = (await overspends(tx, one, now)) ? spent : await whyNotUnique(tx, one)
    if (reason === null) await writeRestorations(work, [one])
    else kept.push({ table, id, reason })
  }
  return kept
}

const overspends = async (tx: Transaction, { table, patch }: Restoration, now: Fields): Promise<boolean> => {
  const sign = table === 'appropriation' ? 1 : -1
  const change = new Map<string, { readonly purse: Purse; readonly fen: number }>()
  const add = (fields: Fields, factor: number) => {
    const purse = fields as unknown as Purse
    const key = purseOf(purse)
    change.set(key, { purse, fen: (change.get(key)?.fen ?? 0) + factor * sign * Number(fields['amountFen']) })
  }
  add(now, -1)
  add({ ...now, ...patch }, 1)
  for (const { purse, fen } of change.values()) {
    const { year, unitId, sourceId } = purse
    if (fen < 0 && (await loadBalance(tx, year, unitId, sourceId)) + fen < 0) return true
  }
  return false
}
