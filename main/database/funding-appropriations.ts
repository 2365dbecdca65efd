import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { latestYear } from '../../shared/rules/allotment.ts'
import { formatYuan } from '../../shared/rules/money.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import { reversalDateProblem } from '../../shared/rules/voucher.ts'
import type { Database } from './database.ts'
import { loadBalance, loadLivingUnit, loadSource } from './funding-rows.ts'
import type { Reversal } from './funding-vouchers.ts'
import type { Transaction } from './transaction.ts'

/** Amount in fen, date ISO; the year it counts for is that of its date. */
export interface NewAppropriation {
  readonly unitId: string
  readonly sourceId: string
  readonly amountFen: number
  readonly date: string
  readonly note: string
}

/** Throws `value.invalid` for a year too far ahead to be meant. */
export const refuseLaterYear = (year: number, today: string): void => {
  const latest = latestYear(today)
  if (year > latest) throw new AppError('value.invalid', { reason: `经费最远只能安排到 ${latest} 年` })
}

/**
 * 追加预算. Throws `record.missing`, or `value.invalid` where the unit was dissolved by then or the year is later
 * than the next one.
 */
export const appropriate = (
  db: Database,
  entry: NewAppropriation,
  today = dayOf(new Date()),
): Promise<{ readonly id: string }> =>
  db.edit({ action: 'funding.appropriate', label: '安排经费', undoable: false }, async (tx) => {
    const year = Number(entry.date.slice(0, 4))
    refuseLaterYear(year, today)
    const unit = await loadLivingUnit(tx, entry.unitId, entry.date)
    const source = await loadSource(tx, entry.sourceId)
    const id = randomUUID()
    await tx.insert('appropriation', {
      id,
      ...entry,
      year,
      standardId: null,
      onceKey: null,
      reversesId: null,
    })
    tx.relabel(`安排经费 ${unit.name}（${source.name}，${formatYuan(entry.amountFen)} 元）`)
    return { id }
  })

/** One half of what a merger or split carried over: taken back alone, the street's sum would no longer be right. */
const refuseCarried = async (tx: Transaction, id: string): Promise<void> => {
  const [made] = await tx.query<{ action: string }>(
    `SELECT action AS "action" FROM audit_change JOIN audit_entry ON audit_entry.seq = audit_change.entry_seq
     WHERE record_id = ? AND table_name = 'appropriation' AND before IS NULL AND after IS NOT NULL
     ORDER BY audit_entry.seq LIMIT 1`,
    [id],
  )
  if (made?.action === 'unit.merge' || made?.action === 'unit.split') {
    const reason =
      '这笔是合并或拆分党支部时结转的经费，转出和转入是一对，不能单独冲销；要改请撤销那次合并或拆分'
    throw new AppError('value.invalid', { reason })
  }
}

/**
 * 冲销: a negative appropriation that names the wrong one, which stays readable. One made by standard gives up its
 * once key, so that the branch can get the standard again. Throws `record.missing`,
 * `funding.appropriation-reversed`, `funding.appropriation-spent` when less is left of that source in that year, and
 * `value.invalid` for a reversal of a reversal, or one dated before the appropriation or in another year.
 */
export const reverseAppropriation = (
  db: Database,
  { id: reversesId, date, reason }: Reversal,
): Promise<{ readonly id: string }> =>
  db.edit({ action: 'funding.reverseAppropriation', label: '冲销预算', undoable: false }, async (tx) => {
    const wrong = await tx.find('appropriation', reversesId)
    if (wrong === null) throw new AppError('record.missing')
    if (wrong.reversesId !== null) throw new AppError('value.invalid', { reason: '冲销记录不能再冲销' })
    await refuseCarried(tx, reversesId)
    const problem = reversalDateProblem('冲销', date, wrong.date)
    if (problem !== null) throw new AppError('value.invalid', { reason: problem })
    const before = await tx.query('SELECT id FROM appropriation WHERE reverses_id = ?', [reversesId])
    if (before.length > 0) throw new AppError('funding.appropriation-reversed')
    const { year, unitId, sourceId, amountFen } = wrong
    const left = await loadBalance(tx, year, unitId, sourceId)
    if (amountFen > left) {
      throw new AppError('funding.appropriation-spent', {
        balance: formatYuan(left),
        amount: formatYuan(amountFen),
      })
    }
    const id = randomUUID()
    const what = wrong.note === '' ? '安排经费' : wrong.note
    const why = reason.trim() === '' ? '' : `：${reason.trim()}`
    await tx.insert('appropriation', {
      id,
      year,
      unitId,
      sourceId,
      amountFen: -amountFen,
      date,
      note: `冲销 ${wrong.date} ${what}${why}`,
      standardId: wrong.standardId,
      onceKey: null,
      reversesId,
    })
    await tx.update('appropriation', reversesId, wrong.version, { onceKey: null })
    const unit = await tx.find('unit', unitId)
    tx.relabel(`冲销预算 ${unit?.name ?? ''}（${wrong.date} ${what}，${formatYuan(-amountFen)} 元）`)
    return { id }
  })
