/** 记-0001: the word, a dash, and at least four digits; the number starts again each year. */
const pattern = /^记-(\d+)$/

const numberOf = (voucherNo: string): number | null => {
  const digits = pattern.exec(voucherNo)?.[1]
  return digits === undefined ? null : Number(digits)
}

const voucherNoOf = (number: number): string => `记-${String(number).padStart(4, '0')}`

/** A number as typed in the one way it is kept: 记－1, 记1 and 记-0001 are the same voucher; others stay as they are. */
export const normalVoucherNo = (typed: string): string => {
  const digits = /^记\s*[-－—–]?\s*([0-9０-９]+)\s*号?$/.exec(typed.trim())?.[1]
  if (digits === undefined) return typed.trim()
  return voucherNoOf(Number(digits.normalize('NFKC')))
}

/** The lowest number of the year that is free, so that the numbers run without gaps whatever was typed before. */
export const nextVoucherNo = (taken: readonly string[]): string => {
  const numbers = new Set(taken.map(numberOf))
  let next = 1
  while (numbers.has(next)) next += 1
  return voucherNoOf(next)
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Order of vouchers of one day: 记-0999 before 记-1000; entries without a number come first. */
export const byVoucherNo = (a: string | null, b: string | null): number => collator.compare(a ?? '', b ?? '')
