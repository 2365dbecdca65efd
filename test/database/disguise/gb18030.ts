const decoder = new TextDecoder('gb18030')

/** Every character of two bytes, as the decoder knows them. */
const pairs = new Map<string, readonly number[]>()
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    if (trail === 0x7f) continue
    const text = decoder.decode(Uint8Array.of(lead, trail))
    if ([...text].length === 1 && text !== '\ufffd' && !pairs.has(text)) pairs.set(text, [lead, trail])
  }
}

/** The four bytes of a place in the linear order of the standard. */
const four = (linear: number): readonly number[] => [
  0x81 + Math.floor(linear / 12_600),
  0x30 + (Math.floor(linear / 1260) % 10),
  0x81 + (Math.floor(linear / 10) % 126),
  0x30 + (linear % 10),
]

const searched = new Map<string, readonly number[]>()
const search = (character: string): readonly number[] => {
  const before = searched.get(character)
  if (before !== undefined) return before
  for (let linear = 0; linear < 39_420; linear += 1) {
    const bytes = four(linear)
    if (decoder.decode(Uint8Array.from(bytes)) !== character) continue
    searched.set(character, bytes)
    return bytes
  }
  throw new Error(`not in GB18030: ${character}`)
}

const bytesOf = (character: string): readonly number[] => {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return [point]
  // Beyond the first plane every character has four bytes, in the order of Unicode.
  if (point >= 0x1_0000) return four(point - 0x1_0000 + 189_000)
  return pairs.get(character) ?? search(character)
}

/** A text in GB18030, rare characters too: the inverse of the decoder. */
export const encodeGb18030 = (text: string): Uint8Array => Uint8Array.from([...text].flatMap(bytesOf))
