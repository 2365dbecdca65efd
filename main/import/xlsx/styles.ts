import { SSF } from '@e965/xlsx'
import { attribute, tags } from './xml.ts'

/** How cells of one style show a number. */
export interface NumberStyle {
  /** Shown as it is: no format, or “General”. */
  readonly general: boolean
  readonly format: string
  readonly date: boolean
  /** A date format without a day (1998年7月) tells the month alone. */
  readonly showsDay: boolean
}

const builtIn: Readonly<Record<string, string>> = SSF.get_table()

/** Zh-CN forms of the built-in date formats, which the library's table leaves out. */
const chineseBuiltIn: Readonly<Record<number, string>> = {
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

/** What a number format says. */
export const styleOf = (format: string): NumberStyle => {
  const general = format === '' || /^general$/i.test(format)
  const date = !general && SSF.is_date(format)
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return { general, format, date, showsDay: /d/i.test(bare) }
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
    return styleOf(formats.get(id) ?? chineseBuiltIn[Number(id)] ?? builtIn[id] ?? '')
  })
}
