import type { Cell } from './grid.ts'

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A text file has no control characters but tab, line feed and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/

/**
 * Text of a file: by its byte-order mark (UTF-8, UTF-16), else strict UTF-8, else GB18030, which Excel writes on a
 * Chinese Windows. Null when it is no text. Guessing character sets is avoided: guessers call short GBK text Big5.
 */
export const decodeText = (bytes: Uint8Array): string | null => {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return decode(bytes, 'utf-16le')
  if (a === 0xfe && b === 0xff) return decode(bytes, 'utf-16be')
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030')
  return text === null || control.test(text) ? null : text
}

/** The separator that the first lines have most of. */
const separatorOf = (text: string): string => {
  const head = text.slice(0, 4000)
  const count = (separator: string) => head.split(separator).length
  return ['\t', ',', ';', '，'].reduce((best, next) => (count(next) > count(best) ? next : best), ',')
}

/**
 * Rows of a CSV or tab-separated text. Every cell stays the text it is: casting would cost an ID number its last
 * digits and 1988.10 its zero. Quoted cells may hold separators, line breaks and doubled quotes.
 */
export const parseDelimited = (text: string): readonly (readonly Cell[] | undefined)[] => {
  const separator = separatorOf(text)
  const rows: (readonly Cell[] | undefined)[] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push(row.some((one) => one !== '') ? row : undefined)
    row = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at]
    if (quoted) {
      if (c !== '"') cell += c
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (c === '"' && cell === '') quoted = true
    else if (c === separator) endCell()
    else if (c === '\n') endRow()
    else if (c !== '\r') cell += c
    else if (text[at + 1] !== '\n') endRow()
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}
