/** One part of a ZIP, as its central directory tells. */
export interface Entry {
  readonly offset: number
  readonly packedBytes: number
  readonly inflatedBytes: number
  readonly crc: number
  readonly flags: number
  /** 0 stored, 8 deflated. */
  readonly method: number
}

export const localSignature = 0x04034b50
const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const wideLocatorSignature = 0x07064b50
const wideEndSignature = 0x06064b50
/** A 32-bit field that says: look into the 64-bit extra field. */
const wide = 0xffff_ffff

interface End {
  /** Where the directory begins, as the file says. */
  readonly start: number
  readonly count: number
  /** Bytes before the archive, e.g. a mail header that was left on: every offset is short by them. */
  readonly shift: number
}

/** A 64-bit number; no file of ours needs more than 53 bits. */
const long = (view: DataView, at: number): number => Number(view.getBigUint64(at, true))

const endOf = (view: DataView): End | null => {
  let at = view.byteLength - 22
  const first = Math.max(0, at - 0xffff)
  while (at >= first && view.getUint32(at, true) !== endSignature) at -= 1
  if (at < first || at < 0) return null
  const wideEnd = wideEndOf(view, at - 20)
  if (wideEnd !== null) return wideEnd
  const start = view.getUint32(at + 16, true)
  const count = view.getUint16(at + 10, true)
  const isThere = start + 4 <= at && view.getUint32(start, true) === entrySignature
  return { start, count, shift: isThere ? 0 : Math.max(0, at - view.getUint32(at + 12, true) - start) }
}

/** The end record of the 64-bit form, which some programs write for large sheets. */
const wideEndOf = (view: DataView, locator: number): End | null => {
  if (locator < 0 || view.getUint32(locator, true) !== wideLocatorSignature) return null
  const at = long(view, locator + 8)
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== wideEndSignature) return null
  return { start: long(view, at + 48), count: long(view, at + 32), shift: 0 }
}

/** Sizes and offset of an entry; those of 64 bits stand in an extra field, in this order. */
const placeOf = (view: DataView, at: number, extra: number, extraEnd: number): readonly number[] => {
  const fields = [at + 24, at + 20, at + 42].map((field) => view.getUint32(field, true))
  if (!fields.includes(wide)) return fields
  let next = extra
  while (next + 4 <= extraEnd && view.getUint16(next, true) !== 1) next += 4 + view.getUint16(next + 2, true)
  next += 4
  return fields.map((field) => {
    if (field !== wide || next + 8 > Math.min(extraEnd, view.byteLength)) return field
    next += 8
    return long(view, next - 8)
  })
}

/**
 * The entries of a ZIP's central directory by name (in lower case, forward slashes), or null when there is none: the
 * file was cut short, or it is no ZIP. Of two entries of one name the last counts, as for every unpacker.
 */
export const directory = (bytes: Uint8Array): ReadonlyMap<string, Entry> | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const decoder = new TextDecoder()
  const entries = new Map<string, Entry>()
  let at = end.start + end.shift
  for (let left = end.count; left > 0; left -= 1) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== entrySignature) return null
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    if (extraEnd > bytes.byteLength) return null
    const name = decoder
      .decode(bytes.subarray(at + 46, nameEnd))
      .replaceAll('\\', '/')
      .replace(/^\/+/, '')
    const [inflatedBytes = 0, packedBytes = 0, offset = 0] = placeOf(view, at, nameEnd, extraEnd)
    entries.set(name.toLowerCase(), {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes,
      inflatedBytes,
      offset: offset + end.shift,
    })
    at = extraEnd + view.getUint16(at + 32, true)
  }
  return entries
}
