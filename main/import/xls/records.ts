/** Types of the records that a reader of cells needs. */
export const types = {
  formula: 0x06,
  end: 0x0a,
  date1904: 0x22,
  password: 0x2f,
  continued: 0x3c,
  codePage: 0x42,
  sheet: 0x85,
  manyNumbers: 0xbd,
  richLabel: 0xd6,
  style: 0xe0,
  merges: 0xe5,
  strings: 0xfc,
  sharedLabel: 0xfd,
  number: 0x203,
  label: 0x204,
  truth: 0x205,
  text: 0x207,
  row: 0x208,
  shortNumber: 0x27e,
  format: 0x41e,
  begin: 0x809,
} as const

/** Walks the records of a stream. One object stands for each record in turn, so that none is made for each. */
export class Records {
  type = 0
  /** Place of the data of the record, and of the byte behind it. */
  start = 0
  end = 0

  constructor(
    readonly bytes: Buffer,
    from: number,
  ) {
    this.end = from
  }

  /** Goes to the next record; false at the end. Throws a `RangeError` when it is cut short. */
  next(): boolean {
    const { bytes, end } = this
    if (end + 4 > bytes.length) return false
    this.type = bytes.readUInt16LE(end)
    this.start = end + 4
    this.end = this.start + bytes.readUInt16LE(end + 2)
    if (this.end > bytes.length) throw new RangeError('record cut short')
    return true
  }

  get length(): number {
    return this.end - this.start
  }

  /** Numbers of the data, by their place in it. A `RangeError` when they are beyond it. */
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

  private within(at: number, size: number): number {
    if (at + size > this.length) throw new RangeError('value beyond its record')
    return this.start + at
  }
}

/** A number that is packed into four bytes: 30 bits of a float or an integer, perhaps in hundredths. */
export const packedNumber = (packed: number): number => {
  let number: number
  if ((packed & 2) !== 0) number = packed >> 2
  else {
    scratch.setUint32(4, packed & 0xffff_fffc, true)
    number = scratch.getFloat64(0, true)
  }
  return (packed & 1) !== 0 ? number / 100 : number
}

const scratch = new DataView(new ArrayBuffer(8))
