import type { LedgerEntry } from '../../../shared/models/funding.ts'
import { fenToDecimal, sumFen } from '../../../shared/rules/money.ts'

/** Entries whose voucher, summary, branch, category, payee, handler or amount holds `text`. */
export const filterEntries = (entries: readonly LedgerEntry[], text: string): readonly LedgerEntry[] => {
  const wanted = text.trim().replaceAll(',', '')
  if (wanted === '') return entries
  return entries.filter((entry) =>
    [
      entry.voucherNo,
      entry.summary,
      entry.branch,
      entry.category,
      entry.payee,
      entry.handler,
      fenToDecimal(entry.incomeFen === 0 ? entry.expenseFen : entry.incomeFen),
    ].some((value) => value?.includes(wanted) === true),
  )
}

/** Income, expense and what is left of the entries listed, in fen. */
export const entryTotals = (entries: readonly LedgerEntry[]) => {
  const incomeFen = sumFen(entries, (entry) => entry.incomeFen)
  const expenseFen = sumFen(entries, (entry) => entry.expenseFen)
  return { incomeFen, expenseFen, balanceFen: incomeFen - expenseFen }
}

/** How an entry is taken back: 红冲 a voucher of spending, 冲销 a budget. */
export const reversalVerb = (entry: LedgerEntry): '红冲' | '冲销' =>
  entry.type === 'disbursement' ? '红冲' : '冲销'

/** What is said of an entry that reverses another, or was reversed; null for an ordinary one. */
export const reversalWords = (entry: LedgerEntry): string | null => {
  if (entry.type === 'appropriation') {
    if (entry.reverses !== null) return `冲销 ${entry.reverses} 的预算`
    // Month and day say enough: a reversal is of the same year.
    return entry.reversedBy === null ? null : `${entry.reversedBy.slice(5)} 已冲销`
  }
  if (entry.reverses !== null) return `红冲 ${entry.reverses}`
  if (entry.reversedBy !== null) return `已被 ${entry.reversedBy} 红冲`
  return null
}

/** Only an entry that is not reversed, and reverses none, may be reversed. */
export const canReverse = (entry: LedgerEntry): boolean =>
  entry.reverses === null && entry.reversedBy === null
