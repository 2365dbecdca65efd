import { endsName, findTag, gt, lt, slash, standsAt, tagEnd, textEnd, textOf } from './bytes.ts'

const letterS = 0x73
const letterI = 0x69
const letterT = 0x74
const letterR = 0x72
const exclamation = 0x21

/** The shared strings of a workbook in their order; each byte is met once. Phonetic hints (rPh) are no text. */
export const readStrings = (xml: Buffer): readonly string[] => {
  const root = findTag(xml, 'sst', 0)
  if (root === null) return []
  const { prefix } = root
  const strings: string[] = []
  const end = xml.lastIndexOf(lt)
  let text = ''
  let at = root.after
  while (at <= end) {
    while (xml[at] !== lt) at += 1
    let name = at + 1
    const byte = xml[name]
    const closes = byte === slash
    name += closes ? 1 + prefix : prefix
    if (byte === exclamation) at = textEnd(xml, at)
    else if (xml[name] === letterT && endsName(xml[name + 1]) && !closes) {
      const open = xml[name + 1] === gt ? name + 1 : tagEnd(xml, name + 1)
      if (xml[open - 1] === slash) at = open
      else {
        at = textEnd(xml, open + 1)
        const piece = textOf(xml, open + 1, at)
        text = text === '' ? piece : text + piece
      }
    } else if (xml[name] === letterS && xml[name + 1] === letterI && endsName(xml[name + 2])) {
      const open = tagEnd(xml, name + 2)
      if (closes || xml[open - 1] === slash) {
        strings.push(text)
        text = ''
      }
      at = open
    } else if (xml[name] === letterR && standsAt(xml, name, 'rPh') && endsName(xml[name + 3]) && !closes) {
      const open = tagEnd(xml, name + 3)
      const close = xml[open - 1] === slash ? open : xml.indexOf('rPh>', open)
      if (close < 0) break
      at = close
    } else at = name
  }
  return strings
}
