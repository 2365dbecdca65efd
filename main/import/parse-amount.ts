import { accept, type Checked, refuse } from '../../shared/rules/checked.ts'
import { parseYuan } from '../../shared/rules/money.ts'
import { halfWidth, withoutBlanks } from '../../shared/rules/text.ts'
import { textOf } from './cell-text.ts'
import type { Cell } from './grid.ts'

/** Far above any street's money; more is a slip that would not survive as an exact number. */
const mostYuan = 1e12

/**
 * A decimal without rounding: 168.93 is kept by a spreadsheet as a binary fraction near it, so the shortest text that
 * reads back as the same number is what was typed.
 */
const decimal = (number: number): string => {
  const text = String(number)
  return /e/i.test(text) ? number.toFixed(10).replace(/\.?0+$/, '') : text
}

/** Hundredths of a decimal text, exact; null when it has more than `digits` decimals that are not 0. */
const hundredths = (text: string, factor: 1 | 10_000): number | null => {
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (parts === null) return null
  const digits = factor === 1 ? 2 : 6
  const fraction = (parts[3] ?? '').replace(/0+$/, '')
  if (fraction.length > digits) return null
  const value = Number(`${parts[2] ?? ''}${fraction.padEnd(digits, '0')}`)
  return parts[1] === '-' && value !== 0 ? -value : value
}

/** Integer fen; `yuan` is what 1 means (10,000 where the sheet counts in 万元). */
export const moneyOf = (cell: Cell, yuan: 1 | 10_000): Checked<number> => {
  const fen =
    typeof cell === 'object' && cell !== null && 'number' in cell
      ? ofNumber(cell.number, yuan)
      : ofText(textOf(cell), yuan)
  if (fen === null) return refuse('金额认不出来，应为数字，最多两位小数')
  return Math.abs(fen) > mostYuan * 100 ? refuse('金额过大，请核对单位是元还是万元') : accept(fen)
}

const ofNumber = (number: number, yuan: 1 | 10_000): number | null => {
  const exact = hundredths(decimal(number), yuan)
  if (exact !== null) return exact
  // Sums such as 0.1 + 0.2 carry a dust of binary error, which is no part of the amount.
  const rounded = Math.round(number * yuan * 100)
  return Math.abs(number * yuan * 100 - rounded) < 1e-4 ? rounded : null
}

const ofText = (text: string, yuan: 1 | 10_000): number | null => {
  const plain = halfWidth(withoutBlanks(text)).replace(/[¥￥]/g, '')
  const tenThousand = /^(.+)万元?$/.exec(plain)?.[1]
  if (tenThousand !== undefined) return hundredths(tenThousand.replaceAll(',', ''), 10_000)
  // 8000元 says its unit itself, whatever the sheet counts in.
  if (yuan === 1 || plain.endsWith('元')) return parseYuan(plain)
  return hundredths(plain.replaceAll(',', ''), 10_000)
}

/** What 1 means in a column of amounts: its own heading says it best (拨付金额（万元）), then the sheet. */
export const unitIn = (header: string, sheet: 1 | 10_000): 1 | 10_000 => {
  const plain = halfWidth(withoutBlanks(header))
  if (plain.includes('万元')) return 10_000
  return /[(/,:\-_·【[]元|(?<=.)元$/u.test(plain) ? 1 : sheet
}

/** Hundredths of a square metre. */
export const areaOf = (cell: Cell): Checked<number> => {
  const text =
    typeof cell === 'object' && cell !== null && 'number' in cell ? decimal(cell.number) : textOf(cell)
  const plain = halfWidth(withoutBlanks(text))
    .replaceAll(',', '')
    .replace(/(?:平方米|平米|㎡|m2|m²|平方|平)$/iu, '')
    .replace(/^约/u, '')
  const parts = /^(\d{1,7})(?:\.(\d+))?$/.exec(plain)
  if (parts === null) return refuse('面积认不出来，应为数字，单位平方米')
  const value = Math.round(Number(`${parts[1] ?? ''}.${parts[2] ?? '0'}`) * 100)
  return value === 0 ? refuse('面积不能是 0') : accept(value)
}
