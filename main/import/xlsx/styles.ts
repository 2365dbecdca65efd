import { attribute, section, tags } from './xml.ts'

/** How cells of one style show a number. */
export interface NumberStyle {
  /** `elapsed` counts hours beyond a day, as in [h]:mm. */
  readonly kind: 'number' | 'percent' | 'date' | 'dateTime' | 'time' | 'elapsed'
  /** A date format without a day (1998年7月) tells the month alone. */
  readonly showsDay: boolean
  readonly showsSeconds: boolean
  /** Digits after the point that are always shown; null: as many as there are. */
  readonly decimals: number | null
  /** Digits before the point that are always shown, for codes such as 00123. */
  readonly digits: number
}

/** The built-in formats that files name by number alone (ECMA-376 18.8.30, with the forms of zh-CN). */
const builtIn: Readonly<Record<string, string>> = {
  1: '0',
  2: '0.00',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-m-d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-m-d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  39: '#,##0.00',
  40: '#,##0.00',
  43: '#,##0.00',
  44: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

const plain: NumberStyle = { kind: 'number', showsDay: false, showsSeconds: false, decimals: null, digits: 0 }

/** No more digits are padded than a ledger's code may have; a format may ask for thousands. */
const mostDigits = 20

const known = new Map<string, NumberStyle>()

/** What a number format says; the part for positive numbers counts. Empty and “General” show a number as it is. */
export const styleOf = (format: string): NumberStyle => {
  const found = known.get(format)
  if (found !== undefined) return found
  const style = parseFormat(format.slice(0, 255))
  if (known.size < 2000) known.set(format, style)
  return style
}

/** The style of a format that files name by number alone; null when the number says nothing. */
export const builtInStyle = (id: number): NumberStyle | null => {
  const format = builtIn[id]
  return format === undefined ? null : styleOf(format)
}

const parseFormat = (format: string): NumberStyle => {
  // Quoted and escaped text, fill and space characters (*x, _x) are no part of the pattern.
  const text = format.replace(/"[^"]*"|[\\!_*]./g, '')
  const first = text.split(';')[0] ?? ''
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(first)
  const bare = first.replace(/\[[^\]]*\]/g, '')
  if (elapsed) return { ...plain, kind: 'elapsed', showsSeconds: /s/i.test(bare) || /\[s+\]/i.test(first) }
  if (bare === '' || bare === '@' || /general|通用格式/i.test(bare)) return plain
  const clock = /[hs]/i.test(bare)
  const day = /[yd]|aaa/i.test(bare) || (/m/i.test(bare) && !clock)
  if (clock || day) {
    const kind = day ? (clock ? 'dateTime' : 'date') : 'time'
    return { ...plain, kind, showsDay: /d|aaa/i.test(bare), showsSeconds: /s/i.test(bare) }
  }
  // Exponents, fractions and thousands left out: the full number says more.
  if (/e[+-]|\/|,\s*(?:\.|$)|,\./i.test(bare)) return plain
  // 0.0# shows as many digits as there are.
  const fraction = /\.([0#?]*)/.exec(bare)?.[1] ?? ''
  const decimals = /^0+$/.test(fraction) ? Math.min(fraction.length, mostDigits) : null
  if (bare.includes('%')) return { ...plain, kind: 'percent', decimals: fraction === '' ? 0 : decimals }
  // A whole-number format (0, #,##0) hides digits that the ledger may need: they are kept.
  return {
    ...plain,
    decimals,
    digits: Math.min(/^\s*(0+)(?:\.|\s|$)/.exec(bare)?.[1]?.length ?? 0, mostDigits),
  }
}

/** The number styles of a workbook, by the index that cells name. */
export const readStyles = (xml: string | null): readonly NumberStyle[] => {
  if (xml === null) return []
  const formats = new Map(
    tags(section(xml, 'numFmts'), 'numFmt').map((tag) => [
      attribute(tag, 'numFmtId'),
      attribute(tag, 'formatCode') ?? '',
    ]),
  )
  return tags(section(xml, 'cellXfs'), 'xf').map((tag) => {
    const id = attribute(tag, 'numFmtId') ?? '0'
    return styleOf(formats.get(id) ?? builtIn[id] ?? '')
  })
}
