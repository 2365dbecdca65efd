import { accept, type Checked, refuse } from './checked.ts'
import { halfWidth, withoutBlanks } from './text.ts'

const pad = (number: number): string => String(number).padStart(2, '0')

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** True for an ISO day that the calendar has. */
export const isRealDay = (iso: string): boolean => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (parts === null) return false
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number)
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

const build = (year: number, month: number, day: number | null): Checked<string> => {
  if (year < 1850 || year > 2200) return refuse('日期的年份不对')
  if (month < 1 || month > 12) return refuse(`日期里没有 ${month} 月`)
  if (day === null) return accept(`${year}-${pad(month)}`)
  if (day < 1 || day > daysIn(year, month)) return refuse(`${year}年${month}月没有 ${day} 日`)
  return accept(`${year}-${pad(month)}-${pad(day)}`)
}

/**
 * A date as ledgers write it: 1998-7-1, 1998/7/1, 1998.07, 1998年7月, 1998年7月1日, 19980701, 199807.
 * Stored as ISO `YYYY-MM-DD`, or `YYYY-MM` where the day is unknown.
 */
export const checkDate = (text: string): Checked<string> => {
  const typed = withoutBlanks(halfWidth(text)).replace(/(?:T?\d{1,2}:\d{2}(?::\d{2})?)$/, '')
  const parts =
    /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?[日号]?)?$/.exec(typed) ??
    /^(\d{4})(\d{2})(\d{2})?$/.exec(typed)
  if (parts === null) {
    return refuse(/^\d{4}年?$/.test(typed) ? '日期只有年份，请写到月' : '日期认不出来，请写成 1998-07-01')
  }
  const day = parts[3] === undefined ? null : Number(parts[3])
  return build(Number(parts[1]), Number(parts[2]), day)
}

/** `date` is a checked one, `YYYY-MM-DD` or `YYYY-MM`, `today` an ISO day: nobody is born after it. */
export const checkBorn = (date: string, today: string): Checked<string> =>
  date > today.slice(0, date.length) ? refuse('出生日期在今天之后') : accept(date)

/**
 * A date that the spreadsheet keeps as a plain number, e.g. 19980701 or 1988.1. The last is January or October,
 * unless the cell shows both digits (1988.10): then `shown` decides, else the user is asked.
 */
export const checkNumericDate = (number: number, shown: string): Checked<string> => {
  if (Number.isInteger(number)) return checkDate(String(number))
  if (/^\d{4}\.\d{2}$/.test(shown)) return checkDate(shown)
  const text = String(number)
  if (/^\d{4}\.1$/.test(text)) {
    return refuse(
      `${text} 可能是 1 月，也可能是 10 月，请写成 ${text.slice(0, 4)}-01 或 ${text.slice(0, 4)}-10`,
    )
  }
  return /^\d{4}\.\d{1,2}$/.test(text) ? checkDate(text) : refuse('日期认不出来，请写成 1998-07-01')
}
