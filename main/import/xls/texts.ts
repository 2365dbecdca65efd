import { type Records, types } from './records.ts'

type Decoder = InstanceType<typeof TextDecoder>

/** How a workbook keeps text: since 1997 as UTF-16 (or its low bytes), before in the code page of its Windows. */
export interface TextForm {
  readonly unicode: boolean
  readonly decoder: Decoder
}

const encodings: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  65001: 'utf-8',
}

/** The decoder of a code page; for one that is not known that of a Chinese Windows. */
export const decoderOf = (codePage: number): Decoder => {
  const windows =
    codePage === 874 || (codePage >= 1250 && codePage <= 1258) ? `windows-${codePage}` : 'gb18030'
  return new TextDecoder(encodings[codePage] ?? windows)
}

/** Text of so many characters at a place of a record; `wide` tells two bytes from one for each. */
const characters = (records: Records, at: number, count: number, wide: boolean): string => {
  const start = records.start + at
  const end = Math.min(start + (wide ? count * 2 : count), records.end)
  return records.bytes.toString(wide ? 'utf16le' : 'latin1', start, Math.max(start, end))
}

/** A text that stands in a record, with its length before it in one byte or two. It ends with its record. */
export const textAt = (records: Records, at: number, form: TextForm, lengthBytes: 1 | 2): string => {
  const count = lengthBytes === 1 ? records.byte(at) : records.short(at)
  const from = at + lengthBytes
  if (form.unicode)
    return count === 0 ? '' : characters(records, from + 1, count, (records.byte(from) & 1) !== 0)
  const start = records.start + from
  return form.decoder.decode(records.bytes.subarray(start, Math.min(start + count, records.end)))
}

/** The text of a record that may be continued in the next ones; `records` then stands at the last of them. */
export const longText = (records: Records, form: TextForm): string => {
  const count = records.short(0)
  let text = textAt(records, 0, form, 2)
  while (form.unicode && text.length < count && followedByMore(records)) {
    records.next()
    if (records.length === 0) break
    text += characters(records, 1, count - text.length, (records.byte(0) & 1) !== 0)
  }
  return text
}

const followedByMore = ({ bytes, end }: Records): boolean =>
  end + 4 <= bytes.length && bytes.readUInt16LE(end) === types.continued

/** The table of shared strings, which runs over as many records as it needs; `records` stands at the first. */
export const sharedTexts = (records: Records): readonly string[] => {
  const cursor = new Cursor(records)
  const count = records.long(4)
  cursor.skip(8)
  const texts: string[] = []
  while (texts.length < count && !cursor.ended) texts.push(cursor.richText())
  return texts
}

/** Reads on over the ends of records. */
class Cursor {
  private at: number
  ended = false

  constructor(private readonly records: Records) {
    this.at = records.start
  }

  /** One string: its length, what it consists of, its characters, then runs and hints, which are passed over. */
  richText(): string {
    const count = this.short()
    const flags = this.byte()
    const runs = (flags & 8) !== 0 ? this.short() : 0
    const hints = (flags & 4) !== 0 ? this.short() + this.short() * 65_536 : 0
    let text = ''
    let left = count
    let wide = (flags & 1) !== 0
    while (left > 0 && !this.ended) {
      const { records } = this
      const size = wide ? 2 : 1
      const fits = Math.min(left, Math.floor((records.end - this.at) / size))
      text += records.bytes.toString(wide ? 'utf16le' : 'latin1', this.at, this.at + fits * size)
      this.at += fits * size
      left -= fits
      // Where a text goes on in the next record, it says anew how many bytes a character has.
      if (left > 0 && this.nextRecord()) wide = (this.byte() & 1) !== 0
    }
    this.skip(runs * 4 + hints)
    return text
  }

  skip(bytes: number): void {
    let left = bytes
    for (;;) {
      const here = Math.min(left, this.records.end - this.at)
      this.at += here
      left -= here
      if (left === 0 || !this.nextRecord()) break
    }
    if (this.at >= this.records.end) this.nextRecord()
  }

  private byte(): number {
    if (this.at >= this.records.end && !this.nextRecord()) return 0
    this.at += 1
    return this.records.bytes[this.at - 1] ?? 0
  }

  private short(): number {
    const low = this.byte()
    return low + this.byte() * 256
  }

  private nextRecord(): boolean {
    if (!followedByMore(this.records)) {
      this.ended = true
      return false
    }
    this.records.next()
    this.at = this.records.start
    return true
  }
}
