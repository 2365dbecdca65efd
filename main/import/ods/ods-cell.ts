import type { Cell } from '../grid.ts'
import { tagValue } from './ods-tag.ts'

const secondsOfDay = 86_400
/** Days from day 0 of a spreadsheet's calendar to the first of Unix time. */
const unixShift = 25_569

const errors = /^(?:#(?:DIV\/0!|REF!|N\/A|NAME\?|VALUE!|NUM!|NULL!)|Err:\d{3})$/

/** The value of a cell by its tag and the text it shows. */
export const odsCell = (tag: string, shown: string): Cell => {
  if (tag.includes('calcext:value-type="error"')) return { error: shown || '#N/A' }
  // Other writers keep an error as a text.
  if (errors.test(shown)) return { error: shown }
  switch (tagValue(tag, 'office:value-type')) {
    case 'float':
    case 'currency':
      return numeric(Number(tagValue(tag, 'office:value') ?? Number.NaN), shown)
    case 'percentage':
      return numeric(Number(tagValue(tag, 'office:value') ?? Number.NaN), shown || '%')
    case 'date':
      return dated(tagValue(tag, 'office:date-value') ?? '', shown)
    case 'time':
      return timed(tagValue(tag, 'office:time-value') ?? '', shown)
    case 'boolean':
      return tagValue(tag, 'office:boolean-value') === 'true' ? '是' : '否'
    default:
      return shown || tagValue(tag, 'office:string-value') || null
  }
}

/** A number; its decimals and leading zeros as it is shown (1988.10, 00123), without unit and thousands commas. */
const numeric = (number: number, shown: string): Cell => {
  if (!Number.isFinite(number)) return shown || null
  const plain = String(Number.isInteger(number) ? number : Number(number.toPrecision(15)))
  // A truth value that a formula gave is a number under a format.
  if (/^(?:TRUE|真)$/.test(shown)) return '是'
  if (/^(?:FALSE|假)$/.test(shown)) return '否'
  // Some writers call a percentage a plain number.
  if (shown.endsWith('%')) {
    const percent = Number((number * 100).toPrecision(15))
    const near = Math.abs(Number(shown.slice(0, -1).trim() || Number.NaN) - percent) <= 0.5
    return { number, shown: near ? shown : `${percent}%`, date: null }
  }
  const digits = /^[^\d-]*(-?\d[\d,]*(?:\.\d+)?)[^\d.]*$/.exec(shown)?.[1]?.replaceAll(',', '') ?? ''
  const decimals = digits.split('.')[1]?.length ?? 0
  const same =
    digits !== '' && Math.abs(Number(digits) - number) <= (decimals === 0 ? 0 : 0.5 / 10 ** decimals)
  return { number, shown: same ? digits : plain, date: null }
}

const dated = (value: string, shown: string): Cell => {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}))?)?/.exec(value)
  if (found === null) return shown || null
  const [, day = '', clock = '00:00', seconds = '00'] = found
  const time = Date.parse(`${day}T${clock}:${seconds}Z`)
  if (Number.isNaN(time)) return shown || null
  const number = time / (secondsOfDay * 1000) + unixShift
  // 1998年7月 and 1998.7 tell the month alone.
  const date = /^\d{4}\s*[年./-]\s*\d{1,2}\s*月?$/.test(shown) ? day.slice(0, 7) : day
  const withClock = shown.includes(':') && /[1-9]/.test(clock)
  return { number, shown: withClock ? `${date} ${clock}` : date, date }
}

const timed = (value: string, shown: string): Cell => {
  const found = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(value)
  if (found === null) return shown || null
  const [hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0))
  const two = (part: number) => String(part).padStart(2, '0')
  const clock = `${two(hours)}:${two(minutes)}`
  const number = (hours * 3600 + minutes * 60 + seconds) / secondsOfDay
  return { number, shown: /:.*:/.test(shown) ? `${clock}:${two(seconds)}` : clock, date: null }
}
