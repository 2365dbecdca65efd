import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { formatYuan } from '../../shared/rules/money.ts'
import {
  nextVoucherNo,
  normalVoucherNo,
  reversalDateProblem,
  voucherNoTooLong,
} from '../../shared/rules/voucher.ts'
import type { Database } from './database.ts'
import { loadBalance, loadLivingUnit, loadSource } from './funding-rows.ts'
import type { Transaction } from './transaction.ts'

/** Amounts in fen, dates ISO; the year a voucher counts for is that of its date. */
export interface NewDisbursement {
  readonly unitId: string
  readonly sourceId: string
  readonly date: string
  /** Null takes the next number of the year. */
  readonly voucherNo: string | null
  readonly summary: string
  readonly category: string
  readonly payee: string
  readonly handler: string
  readonly amountFen: number
}

export interface Reversal {
  /** Of the entry reversed. */
  readonly id: string
  readonly date: string
  readonly reason: string
}

export interface Voucher {
  readonly id: string
  readonly voucherNo: string
}

const yearOf = (date: string): number => Number(date.slice(0, 4))

/**
 * Records spending. Numbers are given inside the one writer's transaction, so that they have no gaps and no doubles.
 * Throws `record.missing`, `value.invalid`, `funding.voucher-taken`, and `funding.overspent` when the unit has less
 * left of that source in that year.
 */
export const disburse = (db: Database, entry: NewDisbursement): Promise<Voucher> =>
  db.edit({ action: 'funding.disburse', label: '登记支出', undoable: false }, async (tx) => {
    const unit = await loadLivingUnit(tx, entry.unitId, entry.date)
    await loadSource(tx, entry.sourceId)
    const year = yearOf(entry.date)
    const voucherNo = await takeVoucherNo(tx, year, entry.voucherNo)
    const left = await loadBalance(tx, year, entry.unitId, entry.sourceId)
    if (entry.amountFen > left) throw new AppError('funding.overspent', { balance: formatYuan(left) })
    const id = randomUUID()
    await tx.insert('disbursement', { id, ...entry, year, voucherNo, reversesId: null })
    tx.relabel(`登记支出 ${voucherNo} ${unit.name}（${formatYuan(entry.amountFen)} 元）`)
    return { id, voucherNo }
  })

/**
 * 红冲: a voucher of the negative amount with a number of its own; the wrong one stays readable.
 * Throws `record.missing`, `funding.reversed-already`, and `value.invalid` for a reversal of a reversal, or one
 * dated before the voucher or in another year.
 */
export const reverse = (db: Database, { id: reversesId, date, reason }: Reversal): Promise<Voucher> =>
  db.edit({ action: 'funding.reverse', label: '红冲凭证', undoable: false }, async (tx) => {
    const wrong = await tx.find('disbursement', reversesId)
    if (wrong === null) throw new AppError('record.missing')
    if (wrong.reversesId !== null) throw new AppError('value.invalid', { reason: '红冲凭证不能再红冲' })
    const problem = reversalDateProblem('红冲', date, wrong.date)
    if (problem !== null) throw new AppError('value.invalid', { reason: problem })
    const before = await tx.query('SELECT id FROM disbursement WHERE reverses_id = ?', [reversesId])
    if (before.length > 0) throw new AppError('funding.reversed-already')
    const year = yearOf(date)
    const voucherNo = await takeVoucherNo(tx, year, null)
    const id = randomUUID()
    await tx.insert('disbursement', {
      id,
      year,
      unitId: wrong.unitId,
      sourceId: wrong.sourceId,
      date,
      voucherNo,
      summary: `红冲 ${wrong.voucherNo}${reason.trim() === '' ? '' : `：${reason.trim()}`}`,
      category: wrong.category,
      payee: wrong.payee,
      handler: wrong.handler,
      amountFen: -wrong.amountFen,
      reversesId,
    })
    tx.relabel(`红冲 ${wrong.voucherNo}（${voucherNo}，${formatYuan(-wrong.amountFen)} 元）`)
    return { id, voucherNo }
  })

const takeVoucherNo = async (tx: Transaction, year: number, typed: string | null): Promise<string> => {
  const rows = await tx.query<{ readonly voucherNo: string }>(
    'SELECT voucher_no AS "voucherNo" FROM disbursement WHERE year = ?',
    [year],
  )
  const taken = rows.map((row) => row.voucherNo)
  if (typed === null) return nextVoucherNo(taken)
  const voucherNo = normalVoucherNo(typed)
  if (voucherNo === null) throw new AppError('value.invalid', { reason: voucherNoTooLong })
  if (taken.includes(voucherNo)) throw new AppError('funding.voucher-taken', { voucherNo })
  return voucherNo
}
