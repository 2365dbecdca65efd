/** 记-0001: the word, a dash, and at least four digits; the number starts again each year. */
const pattern = /^记-(\d{1,9})$/

/** The number in 记-0001, or null. */
export const voucherNumber = (voucherNo: string): number | null => {
  const digits = pattern.exec(voucherNo)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** 记-0001 for 1. */
export const voucherNoOf = (number: number): string => `记-${String(number).padStart(4, '0')}`

/**
 * A number as typed in the one way it is kept: 记－1, 记1 and 记-0001 are the same voucher; others stay as they are.
 * Null for one of more than nine digits, which is a slip and would not survive as a number.
 */
export const normalVoucherNo = (typed: string): string | null => {
  const digits = /^记\s*[-－—–]?\s*([0-9０-９]+)\s*号?$/.exec(typed.trim())?.[1]
  if (digits === undefined) return typed.trim()
  return digits.length > 9 ? null : voucherNoOf(Number(digits.normalize('NFKC')))
}

/** The lowest number of the year that is free, so that the numbers run without gaps whatever was typed before. */
export const nextVoucherNo = (taken: readonly string[]): string => {
  const numbers = new Set(taken.map(voucherNumber))
  let next = 1
  while (numbers.has(next)) next += 1
  return voucherNoOf(next)
}

/** What is wrong with a voucher number of more than nine digits. */
export const voucherNoTooLong = '凭证号的数字不能超过 9 位'

/**
 * Why `date` cannot be that of a reversal, in Chinese, or null. `original` is the entry reversed; both are ISO days.
 * Money counts for the year of its date: a reversal in another year would move it there.
 */
export const reversalDateProblem = (word: '红冲' | '冲销', date: string, original: string): string | null => {
  const entry = word === '红冲' ? '原凭证' : '原预算'
  if (date < original) return `${word}日期早于${entry}日期`
  return date.slice(0, 4) === original.slice(0, 4) ? null : `${word}日期须在${entry}的年度内`
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Order of vouchers of one day: 记-0999 before 记-1000; entries without a number come first. */
export const byVoucherNo = (a: string | null, b: string | null): number => collator.compare(a ?? '', b ?? '')
