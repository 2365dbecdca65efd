const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decodeEntity = (whole: string, body: string): string => {
  if (!body.startsWith('#')) return entities[body] ?? whole
  const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10)
  return Number.isInteger(code) && code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

/** Text of an XML node or attribute; most hold nothing to decode. `_x000D_` is how a spreadsheet hides control codes. */
export const decodeXml = (text: string): string => {
  const plain = text.includes('&') ? text.replace(/&(#?\w+);/g, decodeEntity) : text
  if (!plain.includes('_x')) return plain
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** Value of an attribute in the inside of a tag, decoded; null when it is missing. */
export const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found === null ? null : decodeXml(found[1] ?? found[2] ?? '')
}

/** The inside of every tag of a name: `tags(xml, 'sheet')`. Prefixed names are not met. */
export const tags = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?=[\\s/>])([^>]*)>`, 'g'))].map((match) => match[1] ?? '')

/** The runs of a string item or inline string joined; phonetic hints (rPh) are no part of the text. */
export const richText = (xml: string): string => {
  const plain = xml.includes('<rPh') ? xml.replace(/<rPh[\s>][\s\S]*?<\/rPh>/g, '') : xml
  let text = ''
  for (const match of plain.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)) text += decodeXml(match[1] ?? '')
  return text
}
