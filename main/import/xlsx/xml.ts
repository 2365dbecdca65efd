const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

const decodeEntity = (whole: string, body: string): string => {
  if (!body.startsWith('#')) return entities.get(body) ?? whole
  const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10)
  return Number.isInteger(code) && code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

/** Text of an XML node or attribute; most hold nothing to decode. */
export const decodeEntities = (text: string): string =>
  text.includes('&') ? text.replace(/&(#?\w{1,10});/g, decodeEntity) : text

/** As `decodeEntities`; `_x000D_` is how a spreadsheet hides control codes in the text of a cell. */
export const decodeXml = (text: string): string => {
  const plain = decodeEntities(text)
  if (!plain.includes('_x')) return plain
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** Value of an attribute in the inside of a tag, decoded, whatever prefix it has; null when it is missing. */
export const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found === null ? null : decodeEntities(found[1] ?? found[2] ?? '')
}

/** Where a tag that begins before `at` ends: its `>` outside quotes, or -1. */
const endOfTag = (xml: string, at: number): number => {
  let quote = ''
  for (let next = at; next < xml.length; next += 1) {
    const c = xml[next] as string
    if (quote !== '') {
      if (c === quote) quote = ''
    } else if (c === '"' || c === "'") quote = c
    else if (c === '>') return next
  }
  return -1
}

const isNameEnd = (c: string | undefined): boolean =>
  c === '>' || c === '/' || c === ' ' || c === '\n' || c === '\t' || c === '\r'

/** The inside of every tag of a name, with a prefix or without: `tags(xml, 'sheet')`. Each character is met once. */
export const tags = (xml: string, name: string): readonly string[] => {
  const found: string[] = []
  for (let at = xml.indexOf(name); at >= 0; at = xml.indexOf(name, at)) {
    const after = at + name.length
    const opens = xml[at - 1] === '<' || (xml[at - 1] === ':' && /<\w{1,20}:$/.test(xml.slice(at - 22, at)))
    at = after
    if (!opens || !isNameEnd(xml[after])) continue
    const end = endOfTag(xml, after)
    if (end < 0) break
    found.push(xml.slice(after, end))
    at = end
  }
  return found
}

/** What stands between the first tag of a name and its end tag; empty when there is none. */
export const section = (xml: string, name: string): string => {
  const start = new RegExp(`<(?:\\w+:)?${name}[\\s>]`).exec(xml)?.index ?? -1
  if (start < 0) return ''
  const rest = xml.slice(start)
  const end = new RegExp(`</(?:\\w+:)?${name}\\s*>`).exec(rest)?.index ?? -1
  return end < 0 ? '' : rest.slice(0, end)
}
