import { endsName } from '../xlsx/bytes.ts'
import { attribute, decodeEntities } from '../xlsx/xml.ts'

const longestName = 60
const mostKnown = 200

/** Names met before, by their length and two of their bytes: a sheet has a dozen of them, a million times. */
const known = new Map<number, string>()

const isAt = (bytes: Buffer, from: number, name: string): boolean => {
  for (let index = 0; index < name.length; index += 1) {
    if (bytes[from + index] !== name.charCodeAt(index)) return false
  }
  return true
}

/** The name of the tag that begins at a place, with its prefix; the slash of an end tag belongs to it. */
export const tagName = (bytes: Buffer, from: number): string => {
  let end = from + 1
  while (end < bytes.length && end < from + longestName && !endsName(bytes[end])) end += 1
  const length = end - from
  const key = (length << 16) | ((bytes[end - 1] ?? 0) << 8) | (bytes[from + (length >> 1)] ?? 0)
  const met = known.get(key)
  if (met !== undefined && isAt(bytes, from, met)) return met
  const name = bytes.toString('latin1', from, end)
  if (met === undefined && known.size < mostKnown) known.set(key, name)
  return name
}

/** Value of an attribute in the inside of a tag, by its whole name, decoded; null when it is missing. */
export const tagValue = (tag: string, name: string): string | null => {
  const start = tag.indexOf(`${name}="`)
  if (start < 0) return tag.includes("'") ? attribute(tag, name) : null
  const from = start + name.length + 2
  const end = tag.indexOf('"', from)
  return end < 0 ? null : decodeEntities(tag.slice(from, end))
}
