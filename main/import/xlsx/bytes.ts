import { decodeXml } from './xml.ts'

/*
 * The parts that grow with a ledger (cells, shared strings) are scanned as bytes: tags and numbers are ASCII, so no
 * copy of the part as text is made, and only the text of cells is ever decoded.
 */

export const lt = 0x3c
export const gt = 0x3e
export const slash = 0x2f
const quote = 0x22
const apostrophe = 0x27
const exclamation = 0x21

/** Whether a byte ends the name of a tag. */
export const endsName = (byte: number | undefined): boolean =>
  byte === gt || byte === slash || byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/** Place of the `>` that ends a tag, outside quotes, or the length of the bytes. */
export const tagEnd = (bytes: Uint8Array, from: number): number => {
  const length = bytes.length
  let at = from
  while (at < length) {
    const byte = bytes[at]
    if (byte === gt) return at
    if (byte === quote || byte === apostrophe) {
      at += 1
      while (at < length && bytes[at] !== byte) at += 1
    }
    at += 1
  }
  return length
}

/** Whether `word` stands at a place. */
export const standsAt = (bytes: Uint8Array, at: number, word: string): boolean => {
  for (let index = 0; index < word.length; index += 1) {
    if (bytes[at + index] !== word.charCodeAt(index)) return false
  }
  return true
}

/** A tag of a name, with whatever prefix its writer uses. */
export interface FoundTag {
  /** Place of the `<`. */
  readonly start: number
  /** Place of the first byte after the name. */
  readonly after: number
  /** Bytes of the prefix with its colon: 0, or 2 for `<x:row>`. */
  readonly prefix: number
}

const longestPrefix = 22
/** A name that stands in so many other places is there to keep the reader busy. */
const mostTries = 1000

/** The first tag of a name from a place on, outside comments; null when there is none. */
export const findTag = (bytes: Buffer, name: string, from: number): FoundTag | null => {
  let tries = 0
  for (let at = bytes.indexOf(name, from); at >= 0; at = bytes.indexOf(name, at + 1)) {
    tries += 1
    if (tries > mostTries) return null
    const first = Math.max(from, at - longestPrefix)
    const start = first + bytes.subarray(first, at).lastIndexOf(lt)
    if (bytes[start] !== lt || !endsName(bytes[at + name.length])) continue
    const prefix = at - start - 1
    if (prefix !== 0 && bytes[at - 1] !== 0x3a) continue
    if (!inComment(bytes, from, start)) return { start, after: at + name.length, prefix }
  }
  return null
}

const inComment = (bytes: Buffer, from: number, at: number): boolean => {
  const opened = bytes.subarray(from, at).lastIndexOf('<!--')
  return opened >= 0 && bytes.subarray(from + opened, at).indexOf('-->') < 0
}

const ampersand = 0x26
const underscore = 0x5f

/** Whether a byte asks for more than a plain copy of the text: entities, hidden control codes, comments, line ends. */
export const isSpecial = (byte: number): boolean =>
  byte === ampersand || byte === underscore || byte === lt || byte === 0x0d

/**
 * Text of a range, with entities and `_x000D_` decoded. Comments and CDATA sections may stand in it, tags may not.
 * Line ends are `\n`, as XML has it.
 */
export const textOf = (bytes: Buffer, from: number, to: number): string => {
  let high = 0
  let special = false
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number
    high |= byte
    special ||= isSpecial(byte)
  }
  return decoded(bytes, from, to, high >= 0x80, special)
}

/** Text of a range of which is known whether it is more than ASCII, and whether a byte of it is special. */
export const decoded = (bytes: Buffer, from: number, to: number, wide: boolean, special: boolean): string => {
  const text = bytes.toString(wide ? 'utf8' : 'latin1', from, to)
  return special ? decodeSpecial(text) : text
}

const decodeSpecial = (raw: string): string => {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  let decoded = ''
  let from = 0
  for (;;) {
    const at = text.indexOf('<!', from)
    if (at < 0) return decoded + decodeXml(text.slice(from))
    decoded += decodeXml(text.slice(from, at))
    const verbatim = text.startsWith('<![CDATA[', at)
    const close = text.indexOf(verbatim ? ']]>' : '-->', at)
    if (close < 0) return decoded
    if (verbatim) decoded += text.slice(at + 9, close)
    from = close + 3
  }
}

/** Where the text that begins at a place ends: the next tag that is neither a comment nor a CDATA section. */
export const textEnd = (bytes: Buffer, from: number): number => {
  let at = from
  for (;;) {
    while (at < bytes.length && bytes[at] !== lt) at += 1
    if (bytes[at + 1] !== exclamation) return at
    const close = bytes.indexOf(bytes[at + 2] === 0x5b ? ']]>' : '-->', at)
    if (close < 0) return bytes.length
    at = close + 3
  }
}

/** The runs of a string item or inline string joined; phonetic hints (rPh) are no part of the text. */
export const richTextOf = (bytes: Buffer, from: number, to: number, prefix: number): string => {
  let text = ''
  let at = from
  while (at < to) {
    while (at < to && bytes[at] !== lt) at += 1
    if (bytes[at + 1] === exclamation) {
      at = textEnd(bytes, at)
      continue
    }
    const name = at + 1 + prefix
    if (bytes[name] === 0x74 && endsName(bytes[name + 1])) {
      const open = tagEnd(bytes, name + 1)
      if (bytes[open - 1] !== slash) {
        at = Math.min(textEnd(bytes, open + 1), to)
        text += textOf(bytes, open + 1, at)
        continue
      }
      at = open
    } else if (standsAt(bytes, name, 'rPh') && endsName(bytes[name + 3])) {
      const open = tagEnd(bytes, name + 3)
      const close = bytes[open - 1] === slash ? open : bytes.subarray(open, to).indexOf('rPh>')
      at = close === open ? open : close < 0 ? to : open + close + 4
      continue
    }
    at += 1
  }
  return text
}

/** A part in UTF-8: a byte-order mark or a declaration may say that it is written otherwise. */
export const asUtf8 = (part: Buffer): Buffer => {
  if (part[0] === 0xff && part[1] === 0xfe) return Buffer.from(part.toString('utf16le'))
  if (part[0] === 0xfe && part[1] === 0xff) return Buffer.from(new TextDecoder('utf-16be').decode(part))
  return part
}
