/** Types of the records of an .xlsb that a reader of cells needs. */
export const types = {
  row: 0x00,
  blank: 0x01,
  packed: 0x02,
  error: 0x03,
  truth: 0x04,
  number: 0x05,
  text: 0x06,
  shared: 0x07,
  formulaText: 0x08,
  formulaNumber: 0x09,
  formulaTruth: 0x0a,
  formulaError: 0x0b,
  firstShort: 0x0c,
  lastShort: 0x12,
  sharedItem: 0x13,
  format: 0x2c,
  style: 0x2f,
  richText: 0x3e,
  workbook: 0x99,
  sheet: 0x9c,
  merge: 0xb0,
  beginStyles: 0x269,
  endStyles: 0x26a,
} as const

/** Walks the records of a part. One object stands for each record in turn, so that none is made for each. */
export class BinaryRecords {
  type = -1
  start = 0
  end = 0

  constructor(readonly bytes: Buffer) {}

  /** Goes to the next record; false at the end. Throws a `RangeError` when it is cut short. */
  next(): boolean {
    const { bytes } = this
    let at = this.end
    if (at >= bytes.length) return false
    const first = bytes.readUInt8(at)
    at += 1
    this.type = first
    if ((first & 0x80) !== 0) {
      this.type = (first & 0x7f) | ((bytes.readUInt8(at) & 0x7f) << 7)
      at += 1
    }
    let length = 0
    for (let index = 0; index < 4; index += 1) {
      const byte = bytes.readUInt8(at)
      at += 1
      length |= (byte & 0x7f) << (7 * index)
      if ((byte & 0x80) === 0) break
    }
    this.start = at
    this.end = at + length
    if (this.end > bytes.length) throw new RangeError('record cut short')
    return true
  }

  byte(at: number): number {
    return this.bytes.readUInt8(this.within(at, 1))
  }

  short(at: number): number {
    return this.bytes.readUInt16LE(this.within(at, 2))
  }

  long(at: number): number {
    return this.bytes.readUInt32LE(this.within(at, 4))
  }

  double(at: number): number {
    return this.bytes.readDoubleLE(this.within(at, 8))
  }

  /** A text with its length before it; a missing one is empty. */
  text(at: number): string {
    const count = this.long(at)
    if (count === 0xffff_ffff) return ''
    const start = this.within(at + 4, count * 2)
    return this.bytes.toString('utf16le', start, start + count * 2)
  }

  private within(at: number, size: number): number {
    if (this.start + at + size > this.end) throw new RangeError('value beyond its record')
    return this.start + at
  }
}
