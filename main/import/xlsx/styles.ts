import { attribute, tags } from './xml.ts'

/** How cells of one style show a number. */
export interface NumberStyle {
  readonly date: boolean
  /** A date format without a day (1998年7月) tells the month alone. */
  readonly showsDay: boolean
  /** Digits after the point that are always shown; null: as many as there are. */
  readonly decimals: number | null
  /** Digits before the point that are always shown, for codes such as 00123. */
  readonly digits: number
}

/** The built-in formats that files name by number alone (ECMA-376 18.8.30, with the forms of zh-CN). */
const builtIn: Readonly<Record<string, string>> = {
  2: '0.00',
  4: '#,##0.00',
  10: '0.00%',
  14: 'yyyy-m-d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'yyyy-m-d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

const plain: NumberStyle = { date: false, showsDay: false, decimals: null, digits: 0 }

/** What a number format says; the part for positive numbers counts. Empty and “General” show a number as it is. */
export const styleOf = (format: string): NumberStyle => {
  const bare = (format.split(';')[0] ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  if (bare === '' || /general/i.test(bare)) return plain
  const time = /[hs]/i.test(bare)
  if (/[yd]/i.test(bare) || (/m/i.test(bare) && !time))
    return { ...plain, date: true, showsDay: /d/i.test(bare) }
  return {
    ...plain,
    decimals: /\.(0+)/.exec(bare)?.[1]?.length ?? null,
    digits: /^(0+)(?:\.|$)/.exec(bare)?.[1]?.length ?? 0,
  }
}

/** The number styles of a workbook, by the index that cells name. */
export const readStyles = (xml: string | null): readonly NumberStyle[] => {
  if (xml === null) return []
  const formats = new Map(
    tags(xml, 'numFmt').map((tag) => [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode') ?? '']),
  )
  const cellStyles = /<cellXfs[\s>][\s\S]*?<\/cellXfs>/.exec(xml)?.[0] ?? ''
  return tags(cellStyles, 'xf').map((tag) => {
    const id = attribute(tag, 'numFmtId') ?? '0'
    return styleOf(formats.get(id) ?? builtIn[id] ?? '')
  })
}
