import type { Cell } from '../grid.ts'
import type { NumberStyle } from './styles.ts'

const dayMs = 86_400_000
/** Day 0 of the calendar that counts from 1900 (its day 60, 29 February 1900, never was), and of the one from 1904. */
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)
/** The last day of the year 9999. */
const lastDay = 2_958_465

/** A number, with its text as the cell shows it and its date where it is formatted as one. */
export const numberCell = (number: number, style: NumberStyle | undefined, date1904: boolean): Cell => {
  if (!Number.isFinite(number)) return null
  if (style === undefined) return { number, shown: String(number), date: null }
  const date = style.date ? dateOf(number, style, date1904) : null
  return { number, shown: date ?? shownNumber(number, style), date }
}

/** Text of a number for the formats that matter to a ledger: fixed decimals (1988.10) and leading zeros (00123). */
const shownNumber = (number: number, { decimals, digits }: NumberStyle): string => {
  const text = decimals === null ? String(number) : number.toFixed(decimals)
  const [whole = '', ...rest] = text.split('.')
  return [whole.padStart(digits, '0'), ...rest].join('.')
}

/** ISO day of a spreadsheet's date number; ISO month where the format shows no day; null when it is no day. */
const dateOf = (number: number, { showsDay }: NumberStyle, date1904: boolean): string | null => {
  if (number < 1 || number > lastDay) return null
  const epoch = date1904 ? epoch1904 : number < 60 ? epoch1900 + dayMs : epoch1900
  const iso = new Date(epoch + Math.floor(number) * dayMs).toISOString().slice(0, 10)
  return showsDay ? iso : iso.slice(0, 7)
}
