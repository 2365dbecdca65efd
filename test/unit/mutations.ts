import { CFB } from '@e965/xlsx'
import { unzipSync, zipSync } from 'fflate'

/** Numbers from 0 to `below` − 1, the same for the same seed. */
export type Random = (below: number) => number

/** A generator of numbers by a seed (mulberry32). */
export const randomOf = (seed: number): Random => {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array

const flip: Mutation = (bytes, random) => {
  const out = bytes.slice()
  for (let left = 1 + random(8); left > 0; left -= 1) {
    const at = random(out.length)
    out[at] = (out[at] ?? 0) ^ (1 << random(8))
  }
  return out
}

const overwrite: Mutation = (bytes, random) => {
  const out = bytes.slice()
  for (let left = 1 + random(6); left > 0; left -= 1)
    out[random(out.length)] = [0, 0xff, 0x7f, 0x3c, 0x80][random(5)] ?? 0
  return out
}

const truncate: Mutation = (bytes, random) => bytes.slice(0, random(bytes.length))

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

/** A piece is cut out, doubled, or put elsewhere. */
const move: Mutation = (bytes, random) => {
  const from = random(bytes.length)
  const to = Math.min(bytes.length, from + 1 + random(200))
  const piece = bytes.slice(from, to)
  const rest = random(2) === 0 ? bytes : joined(bytes.slice(0, from), bytes.slice(to))
  const at = random(rest.length + 1)
  return random(3) === 0 ? rest : joined(rest.slice(0, at), piece, rest.slice(at))
}

/** A number of four bytes becomes another: sizes, offsets and counts lie. */
const lie: Mutation = (bytes, random) => {
  const out = Buffer.from(bytes)
  for (let left = 1 + random(3); left > 0 && out.length > 8; left -= 1) {
    const at = random(out.length - 4)
    out.writeUInt32LE([0, 1, 0xffff_ffff, 0x7fff_ffff, 0x0010_0000, 0xffff][random(6)] ?? 0, at)
  }
  return new Uint8Array(out)
}

/** The directory at the end of a ZIP is what every reader trusts. */
const lieInDirectory: Mutation = (bytes, random) => {
  const start = bytes.length - Math.min(bytes.length, 600)
  return joined(bytes.slice(0, start), lie(bytes.slice(start), random))
}

/** Parts change places, or one is broken and packed again with the right sum: the parser meets it. */
const inZip: Mutation = (bytes, random) => {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts)
  const one = names[random(names.length)] ?? ''
  const other = names[random(names.length)] ?? ''
  const first = parts[one] ?? new Uint8Array()
  if (random(4) === 0) {
    parts[one] = parts[other] ?? first
    parts[other] = first
  } else if (random(8) === 0) delete parts[one]
  else parts[one] = first.length === 0 ? first : new Uint8Array(anyOf(plain, first, random))
  return zipSync(parts, { level: 1 })
}

/** The same for the streams of a compound file. */
const inContainer: Mutation = (bytes, random) => {
  const container = CFB.read(bytes, { type: 'array' })
  const out = CFB.utils.cfb_new()
  const entries: readonly { readonly type?: number; readonly content?: unknown }[] = container.FileIndex
  entries.forEach((entry, index) => {
    if (entry.type !== 2) return
    const content = new Uint8Array(entry.content as Uint8Array)
    CFB.utils.cfb_add(
      out,
      (container.FullPaths[index] ?? '').replace(/^[^/]*/, ''),
      content.length === 0 ? content : Buffer.from(anyOf(plain, content, random)),
    )
  })
  return new Uint8Array(CFB.write(out, { type: 'buffer' }) as Buffer)
}

/** A number that is written out becomes another: places, spans, repeats and counts lie. */
const lieInDigits: Mutation = (bytes, random) => {
  const text = Buffer.from(bytes).toString('latin1')
  const found = [...text.matchAll(/\d+/g)]
  const one = found[random(Math.max(found.length, 1))]
  if (one === undefined) return bytes
  const other = ['0', '-1', '999999999999', '1048577', '4294967296', '1e9', '16385', ''][random(8)] ?? ''
  const changed = text.slice(0, one.index) + other + text.slice(one.index + one[0].length)
  return new Uint8Array(Buffer.from(changed, 'latin1'))
}

const plain: readonly Mutation[] = [flip, overwrite, truncate, move, lie, lieInDigits]

const anyOf = (mutations: readonly Mutation[], bytes: Uint8Array, random: Random): Uint8Array =>
  (mutations[random(mutations.length)] ?? flip)(bytes, random)

/** The bytes of a file, broken in one of the ways files break. */
export const broken = (bytes: Uint8Array, random: Random): Uint8Array => {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return anyOf([...plain, lieInDirectory, inZip, inZip, inZip], bytes, random)
  if (bytes[0] === 0xd0) return anyOf([...plain, inContainer, inContainer, inContainer], bytes, random)
  return anyOf(plain, bytes, random)
}
