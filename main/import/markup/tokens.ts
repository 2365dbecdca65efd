import { decodeEntities } from '../xlsx/xml.ts'

/** A tag, with the raw text that stands before it. */
export interface Token {
  readonly before: string
  /** In lower case, without prefix; '' after the last tag. */
  readonly name: string
  readonly closes: boolean
  /** `<td/>`. */
  readonly empty: boolean
  /** What stands in the tag after its name. */
  readonly inside: string
  /** Place in the text behind the tag. */
  readonly end: number
}

/** Elements whose content is no text of the page. */
const opaque = /^(?:script|style|title|xml)$/

/** Walks the tags of a page or XML; comments, declarations and scripts are left out. Each character is met once. */
export function* tokensOf(text: string): Generator<Token> {
  let at = 0
  let before = ''
  for (;;) {
    const start = text.indexOf('<', at)
    if (start < 0) break
    before += text.slice(at, start)
    if (text.startsWith('<!--', start)) {
      const close = text.indexOf('-->', start + 4)
      at = close < 0 ? text.length : close + 3
      continue
    }
    if (text.startsWith('<![CDATA[', start)) {
      const close = text.indexOf(']]>', start)
      before += (close < 0 ? '' : text.slice(start + 9, close)).replaceAll('&', '&amp;')
      at = close < 0 ? text.length : close + 3
      continue
    }
    const end = endOfTag(text, start + 1)
    if (end < 0) break
    at = end + 1
    const found = /^(\/?)([\w.-]+:)?([\w.-]+)/.exec(text.slice(start + 1, Math.min(end, start + 80)))
    if (found === null) {
      // <!doctype>, <?xml?>, and a < that begins no tag.
      if (!/[!?/]/.test(text[start + 1] ?? '')) {
        before += '&lt;'
        at = start + 1
      }
      continue
    }
    const name = (found[3] ?? '').toLowerCase()
    const closes = found[1] === '/'
    yield {
      before,
      name,
      closes,
      empty: text[end - 1] === '/',
      inside: text.slice(start + 1 + found[0].length, end),
      end: at,
    }
    before = ''
    if (!closes && opaque.test(name) && text[end - 1] !== '/') {
      const close = text.slice(at).search(new RegExp(`</${name}`, 'i'))
      at = close < 0 ? text.length : at + close
    }
  }
  yield {
    before: before + text.slice(at),
    name: '',
    closes: true,
    empty: false,
    inside: '',
    end: text.length,
  }
}

/** Place of the `>` outside quotes; a quote that is never closed ends at the first `>`. */
const endOfTag = (text: string, from: number): number => {
  const first = text.indexOf('>', from)
  if (first < 0) return -1
  let at = from
  while (at < text.length) {
    const c = text[at]
    if (c === '>') return at
    if (c === '"' || c === "'") {
      const close = text.indexOf(c, at + 1)
      if (close < 0 || close - at > mostQuoted) return first
      at = close
    }
    at += 1
  }
  return first
}

const mostQuoted = 32_768

const named: ReadonlyMap<string, string> = new Map([
  ['nbsp', '\u00a0'],
  ['middot', '·'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['hellip', '…'],
  ['times', '×'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
])

/** Text of a page: entities decoded, blanks and line ends in a row made one blank. */
export const pageText = (raw: string): string => {
  const plain = raw.replace(/[ \t\r\n]+/g, ' ')
  return decodeEntities(
    plain.includes('&')
      ? plain.replace(/&([a-z]{1,8});/g, (whole, name: string) => named.get(name) ?? whole)
      : plain,
  )
}
