import type { Cell } from '../grid.ts'
import { decoded, isSpecial, textOf } from './bytes.ts'
import { numberCell } from './number-cell.ts'
import type { SheetParts } from './sheet-parts.ts'

/** Slots of the table of texts that stand in many cells (汉族, 大专); a power of two. */
const slots = 1 << 14
/** Longer texts are seldom repeated. */
const longestKept = 60
/** Numbers with a format (dates) that are kept to be used again; beyond that each is made anew. */
const mostKept = 20_000
/** A number of so many digits is exact when it is added up digit by digit. */
const mostDigits = 15

/** Turns the bytes of a sheet into values. Equal texts and dates become one object: half the time and memory. */
export class CellValues {
  private readonly starts = new Int32Array(slots)
  private readonly lengths = new Int32Array(slots)
  private readonly texts: string[] = new Array<string>(slots)
  private readonly numbers: (Map<number, Cell> | undefined)[] = []

  constructor(
    private readonly xml: Buffer,
    private readonly parts: SheetParts,
  ) {}

  /** A text of the sheet itself. */
  text(from: number, to: number): string | null {
    const { xml } = this
    const length = to - from
    if (length === 0) return null
    if (length > longestKept) return textOf(xml, from, to) || null
    let hash = length
    let high = 0
    let special = false
    for (let at = from; at < to; at += 1) {
      const byte = xml[at] as number
      hash = Math.imul(hash ^ byte, 0x01000193)
      high |= byte
      special ||= isSpecial(byte)
    }
    const slot = (hash ^ (hash >>> 15)) & (slots - 1)
    if (this.lengths[slot] === length) {
      const start = this.starts[slot] as number
      let same = 0
      while (same < length && xml[start + same] === xml[from + same]) same += 1
      if (same === length) return this.texts[slot] as string
    }
    const text = decoded(xml, from, to, high >= 0x80, special)
    if (text === '') return null
    this.starts[slot] = from
    this.lengths[slot] = length
    this.texts[slot] = text
    return text
  }

  /** The shared string whose number stands in a range. */
  shared(from: number, to: number): string | null {
    return this.parts.strings[this.numberAt(from, to)] || null
  }

  /** A number with the style of its cell. */
  number(from: number, to: number, style: number): Cell {
    const number = this.numberAt(from, to)
    const { styles, date1904 } = this.parts
    const numberStyle = styles[style]
    if (numberStyle === undefined || numberStyle.kind === 'number')
      return numberCell(number, numberStyle, date1904)
    let kept = this.numbers[style]
    if (kept === undefined) {
      kept = new Map()
      this.numbers[style] = kept
    }
    let cell = kept.get(number)
    if (cell === undefined) {
      cell = numberCell(number, numberStyle, date1904)
      if (kept.size < mostKept) kept.set(number, cell)
    }
    return cell
  }

  /** A date that is written out, as some programs do: 2026-01-01T08:30:00. */
  isoDate(from: number, to: number): Cell {
    const text = textOf(this.xml, from, to).trim()
    const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?)?/.exec(text)
    if (found === null) return text || null
    const [, date = '', clock = '', seconds = ''] = found
    const number = (Date.parse(`${date}T${clock || '00:00'}${seconds}Z`) / 86_400_000 || 0) + 25_569
    const shown = /[1-9]/.test(clock) ? `${date} ${clock}` : date
    return { number, shown, date }
  }

  private numberAt(from: number, to: number): number {
    const { xml } = this
    let number = 0
    if (to - from <= mostDigits) {
      let at = from
      for (; at < to; at += 1) {
        const digit = (xml[at] as number) - 0x30
        if (digit < 0 || digit > 9) break
        number = number * 10 + digit
      }
      if (at === to) return number
    }
    const text = textOf(xml, from, to).trim()
    return text === '' ? Number.NaN : Number(text)
  }
}
