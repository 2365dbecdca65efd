import { gt, slash, standsAt, tagEnd } from './bytes.ts'
import { attribute } from './xml.ts'

/** What the value of a cell is; `text` covers formulas with a text and inline strings. */
export type CellType = 'shared' | 'text' | 'boolean' | 'error' | 'date' | 'number'

const equals = 0x3d
const quote = 0x22
const apostrophe = 0x27
const letterH = 0x68
const letterR = 0x72
const letterS = 0x73
const letterT = 0x74

/** The attributes of `<c …>` and `<row …>` that count. One object is used for all tags, so that none is made for each. */
export class CellTag {
  /** 0-based; -1 when the tag names no place. */
  column = -1
  /** 0-based; -1 when the tag names no place. */
  row = -1
  style = 0
  /** Of a row. */
  hidden = false
  type: CellType = 'number'

  constructor(private readonly xml: Buffer) {}

  /** Reads the tag whose name ends at a place; answers the place of its `>`. */
  read(from: number): number {
    const { xml } = this
    this.column = -1
    this.row = -1
    this.style = 0
    this.hidden = false
    this.type = 'number'
    let at = from
    for (;;) {
      const byte = xml[at]
      if (byte === gt) return at
      if (byte === undefined) return at
      if (byte <= 0x20 || byte === slash) {
        at += 1
        continue
      }
      let value = at + 1
      while (
        value < xml.length &&
        xml[value] !== equals &&
        (xml[value] as number) > 0x20 &&
        xml[value] !== gt
      )
        value += 1
      const mark = xml[value + 1]
      // Blanks around the equals sign are allowed, but nobody writes them.
      if (xml[value] !== equals || (mark !== quote && mark !== apostrophe)) return this.readSlowly(from)
      if (value === at + 1) this.take(byte, value + 2)
      else if (byte === letterH && standsAt(xml, at, 'hidden=')) this.hidden = isTrue(xml, value + 2)
      at = value + 2
      while (at < xml.length && xml[at] !== mark) at += 1
      at += 1
    }
  }

  private take(name: number, at: number): void {
    const { xml } = this
    if (name === letterR) this.takePlace(at)
    else if (name === letterS) this.style = this.digits(at)
    else if (name === letterT) this.type = typeOf(xml[at], xml[at + 1])
  }

  private takePlace(from: number): void {
    const { xml } = this
    let at = from
    let column = 0
    for (let byte = xml[at] as number; byte >= 0x41 && at < from + 4; byte = xml[at] as number) {
      column = column * 26 + (byte & 0x5f) - 0x40
      at += 1
    }
    this.column = column - 1
    this.row = this.digits(at) - 1
  }

  private digits(from: number): number {
    let number = 0
    for (let at = from; at < from + 10; at += 1) {
      const digit = (this.xml[at] as number) - 0x30
      if (!(digit >= 0 && digit <= 9)) break
      number = number * 10 + digit
    }
    return number
  }

  private readSlowly(from: number): number {
    const end = tagEnd(this.xml, from)
    const inside = this.xml.toString('latin1', from, end)
    const place = /^([A-Z]{0,4})(\d{0,9})/i.exec(attribute(inside, 'r') ?? '')
    this.column = -1
    if (place !== null) {
      let column = 0
      for (const letter of (place[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 0x40
      this.column = column - 1
      this.row = Number(place[2]) - 1
    }
    this.style = Number(attribute(inside, 's') ?? 0) || 0
    this.hidden = /^(?:1|true|on)$/.test(attribute(inside, 'hidden') ?? '')
    const type = attribute(inside, 't') ?? 'n'
    this.type = typeOf(type.charCodeAt(0), type.charCodeAt(1))
    return end
  }
}

/** `1`, `true` or `on`. */
const isTrue = (xml: Buffer, at: number): boolean =>
  xml[at] === 0x31 || xml[at] === letterT || (xml[at] === 0x6f && xml[at + 1] === 0x6e)

/** s, str, inlineStr, b, e, d, n by their first two letters. */
const typeOf = (first: number | undefined, second: number | undefined): CellType => {
  switch (first) {
    case letterS:
      return second === letterT ? 'text' : 'shared'
    case 0x69:
      return 'text'
    case 0x62:
      return 'boolean'
    case 0x65:
      return 'error'
    case 0x64:
      return 'date'
    default:
      return 'number'
  }
}
