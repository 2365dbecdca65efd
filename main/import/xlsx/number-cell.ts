import type { Cell } from '../grid.ts'
import type { NumberStyle } from './styles.ts'

/** Day 0 of the calendar that counts from 1900 (its day 60, 29 February 1900, never was), in days of Unix time. */
const epoch1900 = -25_569
/** The days by which the calendar of 1904 is ahead. */
const days1904 = 1462
/** The last day of the year 9999. */
const lastDay = 2_958_465
const secondsOfDay = 86_400
/** Less than a hundredth of a second: midnight may be stored as a hair before it. */
const grain = 1e-7

/** A number, with its text as the cell shows it and its date where it is formatted as one. */
export const numberCell = (number: number, style: NumberStyle | undefined, date1904: boolean): Cell => {
  if (!Number.isFinite(number)) return null
  if (style === undefined) return { number, shown: plainNumber(number), date: null }
  switch (style.kind) {
    case 'number':
      return { number, shown: shownNumber(number, style), date: null }
    case 'percent':
      return { number, shown: percent(number, style), date: null }
    case 'time':
    case 'elapsed':
      return { number, shown: timeOf(number, style) ?? plainNumber(number), date: null }
    case 'date':
    case 'dateTime': {
      const date = dateOf(number, style, date1904)
      if (date === null) return { number, shown: timeOfZero(number, style) ?? plainNumber(number), date }
      const clock =
        style.kind === 'dateTime'
          ? clockOf(Math.max(0, ((number + grain) % 1) - grain), style.showsSeconds)
          : ''
      return { number, shown: /[1-9]/.test(clock) ? `${date} ${clock}` : date, date }
    }
  }
}

/** Without the noise of binary fractions: 0.1 + 0.2 is shown as 0.3. */
const plainNumber = (number: number): string => {
  const text = String(number)
  // Noise begins at the sixteenth digit; a shorter text has none.
  return text.length <= 16 || Number.isInteger(number) ? text : String(Number(number.toPrecision(15)))
}

/** Rounds half away from zero as a spreadsheet does: 1.005 is 1.01, though the binary number is a little less. */
const fixed = (number: number, decimals: number): string => {
  const size = Math.abs(Number(number.toPrecision(15)))
  const moved = Math.round(Number(`${size}e${decimals}`))
  const text = Number.isSafeInteger(moved)
    ? Number(`${moved}e-${decimals}`).toFixed(decimals)
    : size.toFixed(decimals)
  return number < 0 && Number(text) !== 0 ? `-${text}` : text
}

/** Text of a number for the formats that matter to a ledger: fixed decimals (1988.10) and leading zeros (00123). */
const shownNumber = (number: number, { decimals, digits }: NumberStyle): string => {
  const text = decimals === null ? plainNumber(number) : fixed(number, decimals)
  if (digits < 2) return text
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '', ...rest] = text.slice(sign.length).split('.')
  return sign + [whole.padStart(digits, '0'), ...rest].join('.')
}

const percent = (number: number, { decimals }: NumberStyle): string =>
  `${decimals === null ? plainNumber(number * 100) : fixed(number * 100, decimals)}%`

const two = (number: number): string => (number < 10 ? `0${number}` : String(number))

/** `08:30` of a part of a day, or of several days; with seconds where the format shows them. */
const clockOf = (days: number, seconds: boolean): string => {
  const total = Math.round(days * secondsOfDay)
  const clock = `${two(Math.floor(total / 3600))}:${two(Math.floor(total / 60) % 60)}`
  return seconds ? `${clock}:${two(total % 60)}` : clock
}

const timeOf = (number: number, { kind, showsSeconds }: NumberStyle): string | null => {
  if (number < 0 || number > lastDay) return null
  if (kind === 'elapsed') return clockOf(number, showsSeconds)
  return clockOf(Math.min(number % 1, (secondsOfDay - 1) / secondsOfDay), showsSeconds)
}

/** A time of day that stands under a format with a date: the day is 0, which is none. */
const timeOfZero = (number: number, style: NumberStyle): string | null =>
  style.kind === 'dateTime' && number >= 0 && number < 1 ? timeOf(number, { ...style, kind: 'time' }) : null

/** ISO day of a spreadsheet's date number; ISO month where the format shows no day; null when it is no day. */
const dateOf = (number: number, { showsDay }: NumberStyle, date1904: boolean): string | null => {
  if (number < (date1904 ? 0 : 1) || number > (date1904 ? lastDay - days1904 : lastDay)) return null
  const day = Math.floor(number + grain)
  const shift = date1904 ? days1904 : day < 60 ? 1 : 0
  const iso = isoDay(day + shift + epoch1900)
  return showsDay ? iso : iso.slice(0, 7)
}

/** ISO day of a day of Unix time by the proleptic Gregorian calendar; ten times as fast as `Date`. */
const isoDay = (unixDay: number): string => {
  const days = unixDay + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}-${two(month)}-${two(day)}`
}
