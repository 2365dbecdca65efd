import { builtInStyle, type NumberStyle, styleOf } from '../xlsx/styles.ts'
import { Records, types } from './records.ts'
import { decoderOf, sharedTexts, type TextForm, textAt } from './texts.ts'

export interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  /** Place of its first record in the stream. */
  readonly offset: number
}

/** What the sheets of a workbook refer to. */
export interface Globals {
  readonly form: TextForm
  readonly date1904: boolean
  readonly styles: readonly NumberStyle[]
  readonly strings: readonly string[]
  /** Sheets of cells, in their order; charts and macros are left out. */
  readonly sheets: readonly SheetEntry[]
}

const version5 = 0x500
const version8 = 0x600

/**
 * Reads what stands before the sheets; null for a version before Excel 5, 'locked' when a password is set. Throws a
 * `RangeError` when it is damaged.
 */
export const readGlobals = (stream: Buffer): Globals | 'locked' | null => {
  const records = new Records(stream, 0)
  const begins = records.next() && records.type === types.begin
  if (!begins) return null
  const version = records.short(0)
  if (version !== version5 && version !== version8) return null
  let form: TextForm = { unicode: version === version8, decoder: decoderOf(936) }
  let date1904 = false
  let strings: readonly string[] = []
  const formats = new Map<number, string>()
  const formatIds: number[] = []
  const sheets: SheetEntry[] = []
  while (records.next() && records.type !== types.end) {
    switch (records.type) {
      case types.password:
        return 'locked'
      case types.codePage:
        form = { ...form, decoder: decoderOf(records.short(0)) }
        break
      case types.date1904:
        date1904 = records.short(0) === 1
        break
      case types.format:
        formats.set(records.short(0), textAt(records, 2, form, form.unicode ? 2 : 1))
        break
      case types.style:
        formatIds.push(records.short(2))
        break
      case types.sheet:
        if (records.byte(5) === 0) {
          const hidden = (records.byte(4) & 3) !== 0
          sheets.push({ name: textAt(records, 6, form, 1), hidden, offset: records.long(0) })
        }
        break
      case types.strings:
        strings = sharedTexts(records)
        break
    }
  }
  const styles = formatIds.map((id) => {
    const format = formats.get(id)
    return format === undefined ? (builtInStyle(id) ?? styleOf('')) : styleOf(format)
  })
  return { form, date1904, styles, strings, sheets }
}
