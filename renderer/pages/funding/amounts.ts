import { formatYuan, parseYuan } from '../../../shared/rules/money.ts'

/** What is wrong with an amount typed in yuan, or null when it is right. */
export const amountProblem = (typed: string | undefined): string | null => {
  if (typed === undefined || typed.trim() === '') return '请填写金额'
  const fen = parseYuan(typed)
  if (fen === null) return '金额写法不正确，请填写元，最多两位小数，例如 1200.50'
  return fen <= 0 ? '金额应大于 0；登记错的请在收支流水中红冲或冲销' : null
}

/** The warning while a spending is typed: how far it goes beyond what the source has left; null when it does not. */
export const overspending = (balanceFen: number | null, amountFen: number | null): string | null => {
  if (balanceFen === null || amountFen === null || amountFen <= balanceFen) return null
  return `超出结余 ${formatYuan(amountFen - balanceFen)} 元，请调整金额或资金来源`
}

/** The days a reversal may have, and the one its form begins with, today where it fits: see `reversalDateProblem`. */
export const reversalDays = (original: string, today: string) => {
  const last = `${original.slice(0, 4)}-12-31`
  const day = today < original ? original : today > last ? last : today
  return { first: original, last, day }
}

/** The day an entry of `year` begins with: today, or the last day of a year gone by, the first of one to come. */
export const defaultDay = (year: number, today: string): string => {
  const thisYear = Number(today.slice(0, 4))
  if (year === thisYear) return today
  return year < thisYear ? `${year}-12-31` : `${year}-01-01`
}
