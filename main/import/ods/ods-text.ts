import { lt, slash, tagEnd, textEnd, textOf } from '../xlsx/bytes.ts'
import { tagName, tagValue } from './ods-tag.ts'

/** Elements in a paragraph whose text is not the paragraph's: notes, pictures, phonetic hints. */
const besides: ReadonlySet<string> = new Set([
  'office:annotation',
  'text:note',
  'text:ruby-text',
  'draw:frame',
  'draw:custom-shape',
  'draw:a',
])

const mostBlanks = 1000

/** Text of a paragraph from the place after its tag on, and where it ends. Blanks in a row are one unless told. */
export const paragraphText = (
  xml: Buffer,
  from: number,
  endName: string,
): { readonly text: string; readonly end: number } => {
  let text = ''
  let at = from
  for (;;) {
    const end = textEnd(xml, at)
    if (end > at) text += textOf(xml, at, end).replace(/[ \t\r\n]+/g, ' ')
    if (end >= xml.length) return { text, end: xml.length }
    const name = tagName(xml, end + 1)
    const close = tagEnd(xml, end + 1 + name.length)
    at = close + 1
    if (name === endName) return { text, end: at }
    if (name === 'text:s') {
      const blanks = Number(tagValue(xml.toString('latin1', end, close), 'text:c') ?? 1)
      text += ' '.repeat(Math.min(Math.max(1, blanks || 1), mostBlanks))
    } else if (name === 'text:tab') text += '\t'
    else if (name === 'text:line-break') text += '\n'
    else if (besides.has(name) && xml[close - 1] !== slash) at = skipElement(xml, end + 1 + name.length, name)
    // A paragraph that is never closed ends with its cell.
    else if (name.startsWith('/table:')) return { text, end }
  }
}

/** Place behind the element whose name was read and ends at `from`; elements of its name inside it are counted. */
export const skipElement = (xml: Buffer, from: number, name: string): number => {
  let depth = 1
  let at = tagEnd(xml, from)
  if (xml[at - 1] === slash) return at + 1
  while (at < xml.length) {
    while (at < xml.length && xml[at] !== lt) at += 1
    if (at >= xml.length) break
    if (xml[at + 1] === 0x21) {
      at = textEnd(xml, at)
      continue
    }
    const met = tagName(xml, at + 1)
    const close = tagEnd(xml, at + 1 + met.length)
    at = close + 1
    if (met === `/${name}`) depth -= 1
    else if (met === name && xml[close - 1] !== slash) depth += 1
    if (depth === 0) return at
  }
  return xml.length
}
