import type { Cell, ReadReport } from './grid.ts'
import { CellBudget, GridRows } from './grid-rows.ts'

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A text file has no control characters but tab, line feed, carriage return and, at its end, the old mark of MS-DOS. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u0019\u001b-\u001f]|\u001a(?!\s*$)/

const asText = (text: string | null): string | null => (text === null || control.test(text) ? null : text)

/**
 * Text of a file: by its byte-order mark (UTF-8, UTF-16), else strict UTF-8, else GB18030, which Excel writes on a
 * Chinese Windows, else UTF-16 where nothing else is possible. Null when it is no text. Guessing character sets is
 * avoided: guessers call short GBK text Big5.
 */
export const decodeText = (bytes: Uint8Array): string | null => {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return asText(decode(even(bytes), 'utf-16le'))
  if (a === 0xfe && b === 0xff) return asText(decode(even(bytes), 'utf-16be'))
  // Text in UTF-8 and GB18030 holds no zero byte, text in UTF-16 one at every line end and separator.
  if (bytes.includes(0)) return withoutMark(bytes)
  const utf8 = decode(bytes, 'utf-8') ?? cutUtf8(bytes)
  if (utf8 !== null) return asText(utf8)
  // With its mark it is UTF-8, however broken; as GB18030 every character would be another.
  const marked = a === 0xef && b === 0xbb && bytes[2] === 0xbf
  return asText(marked ? new TextDecoder().decode(bytes) : decode(bytes, 'gb18030'))
}

/** UTF-8 whose last character was cut in two, as happens to copied files; null unless other characters prove it. */
const cutUtf8 = (bytes: Uint8Array): string | null => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte < 0xc2) continue
    const text = decode(bytes.subarray(0, bytes.length - back), 'utf-8')
    return text !== null && /[^ -~\s]/.test(text) ? text : null
  }
  return null
}

/** An odd last byte is the half of a character that was cut off. */
const even = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length - (bytes.length % 2))

/** Characters of a Chinese office: ASCII, punctuation, full-width forms, Chinese characters and halves of rare ones. */
const expected =
  /[^\t\n\r -~\u00a0-\u00ff\u2000-\u2fff\u3000-\u30ff\u3100-\u9fff\ud800-\udfff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/

/** UTF-16 without its mark, where one order of bytes gives only expected characters, in lines, and the other does not. */
const withoutMark = (bytes: Uint8Array): string | null => {
  if (bytes.length % 2 !== 0) return null
  const found = ['utf-16le', 'utf-16be'].flatMap((encoding) => {
    const text = asText(decode(bytes, encoding))
    return text !== null && !expected.test(text) && /[\n\r\t,;]/.test(text) ? [text] : []
  })
  return found.length === 1 ? (found[0] ?? null) : null
}

const separators = ['\t', ',', ';', '，', '；', '|'] as const

/** The separator that divides the first lines most evenly; what stands in quotes does not count. */
const separatorOf = (text: string): string => {
  const head = text.slice(0, 8000).replace(/"[^"]*"/g, '""')
  const lines = head
    .split(/[\r\n]+/)
    .filter((line) => line !== '')
    .slice(0, 20)
  const score = (separator: string) => {
    const counts = lines.map((line) => line.split(separator).length - 1)
    const total = counts.reduce((sum, count) => sum + count, 0)
    return total === 0 ? 0 : counts.filter((count) => count > 0).length * 1000 + total
  }
  return separators.reduce<string>((best, next) => (score(next) > score(best) ? next : best), ',')
}

/** Characters between two reports of progress. */
const reportEvery = 1 << 20

/**
 * Rows of a CSV or tab-separated text. Every cell stays the text it is: casting would cost an ID number its last
 * digits and 1988.10 its zero. Quoted cells may hold separators, line breaks and doubled quotes. `="0012"` is how
 * programs keep Excel from casting. `file` is the name for messages. Throws `file.too-large`.
 */
export const parseDelimited = (
  text: string,
  file = '',
  report?: ReadReport,
): readonly (readonly Cell[] | undefined)[] => {
  // Excel's own line that names the separator.
  const named = /^sep=(.)\r?\n/i.exec(text)
  const separator = named?.[1] ?? separatorOf(text)
  const mark = separator.charCodeAt(0)
  const collected = new GridRows(new CellBudget(file))
  let cells: Cell[] = []
  let row = 0
  let column = 0
  let nextReport = reportEvery
  let quotes = true
  let vain = 0
  let at = named?.[0].length ?? 0
  const { length } = text
  const put = (value: string) => {
    if (value !== '') {
      while (cells.length < column) cells.push(null)
      cells.push(value)
    }
    column += 1
  }
  const endRow = () => {
    collected.add(row, cells, false)
    row += 1
    column = 0
    cells = []
    if (at < nextReport) return
    report?.(at, text.length)
    nextReport = at + reportEvery
  }
  while (at < length) {
    const quoted = quotes && text.charCodeAt(at) === 0x22 ? readQuoted(text, at, mark) : null
    if (quoted !== null && quoted.value !== null) {
      put(quoted.value)
      at = quoted.end
    } else {
      // A quote without a second is a sign like any other (an inch), and so are those after it. Looking for seconds
      // in vain must not take longer than reading the text a few times over.
      vain += quoted === null ? 0 : quoted.end - at
      if (text.charCodeAt(at) === 0x22 && (quoted === null || vain > 4 * length)) quotes = false
      const start = at
      let code = text.charCodeAt(at)
      while (at < length && code !== mark && code !== 0x0a && code !== 0x0d) {
        at += 1
        code = text.charCodeAt(at)
      }
      put(plainValue(text.slice(start, at)))
    }
    const code = text.charCodeAt(at)
    at += 1
    if (code === mark) {
      if (at < length) continue
      break
    }
    if (code === 0x0d && text.charCodeAt(at) === 0x0a) at += 1
    endRow()
  }
  collected.add(row, cells, false)
  return collected.rows
}

const plainValue = (raw: string): string => {
  const forced = raw.charCodeAt(0) === 0x3d ? /^="([^"]*)"$/.exec(raw) : null
  const value = forced?.[1] ?? raw
  return value.includes('\u001a') ? value.replaceAll('\u001a', '') : value
}

/**
 * A quoted cell from its first quote on; what follows its last quote up to the separator belongs to it. Null when it is
 * never closed; no value when it would end in a later line, and not where a cell ends: then the first quote is a sign
 * like any other, and the lines between are rows.
 */
const readQuoted = (
  text: string,
  from: number,
  mark: number,
): { readonly value: string | null; readonly end: number } | null => {
  const { length } = text
  let value = ''
  let start = from + 1
  let close = text.indexOf('"', start)
  while (close >= 0 && text.charCodeAt(close + 1) === 0x22) {
    value += text.slice(start, close + 1)
    start = close + 2
    close = text.indexOf('"', start)
  }
  if (close < 0) return null
  value += text.slice(start, close)
  let end = close + 1
  while (end < length) {
    const code = text.charCodeAt(end)
    if (code === mark || code === 0x0a || code === 0x0d) break
    end += 1
  }
  if (end === close + 1) return { value, end }
  return { value: /[\r\n]/.test(value) ? null : value + text.slice(close + 1, end), end }
}
