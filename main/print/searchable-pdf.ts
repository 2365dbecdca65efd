import { deflateSync, inflateSync } from 'node:zlib'

/*
 * In Noto Sans SC some characters share their glyph with a radical (小 U+5C0F with ⼩ U+2F29), and Chromium writes the
 * lower code of the two into the PDF: 党支部 could be neither found nor copied. Here the tables that say what each
 * glyph means are written once more with the characters themselves, as an update at the end of the file.
 */

/** Radicals that Unicode does not itself call the same as a character; the Kangxi radicals are (NFKC). */
const supplement =
  '⺂乛⺃乚⺅亻⺉刂⺋㔾⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺞歺⺟母⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺫罒⺭礻⺯糹⺰纟⺱罓⺳㓁⺹耂⺺肀⺾艹⻂衤⻅见⻆角' +
  '⻈讠⻉贝⻋车⻌辶⻐钅⻑長⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼾户'

const characters = new Map<string, string>()
for (let code = 0x2f00; code <= 0x2fd5; code++) {
  const radical = String.fromCharCode(code)
  characters.set(radical, radical.normalize('NFKC'))
}
for (let at = 0; at < supplement.length; at += 2) {
  characters.set(supplement.charAt(at), supplement.charAt(at + 1))
}

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0')

/** UTF-16 in hexadecimal, with a character in the place of a radical. */
const meant = (units: string): string => {
  const found =
    units.length === 4 ? characters.get(String.fromCharCode(Number.parseInt(units, 16))) : undefined
  return found === undefined ? units : hex(found.charCodeAt(0))
}

/** A table of glyphs, every glyph on a line of its own, with the characters that are meant. */
const corrected = (table: string): string => {
  const lines: string[] = []
  for (const [, part = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', units = ''] of part.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      lines.push(`<${glyph}> <${meant(units)}>`)
    }
  }
  for (const [, part = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', units = ''] of part.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)]
      const [before, low] = [units.slice(0, -4), Number.parseInt(units.slice(-4), 16)]
      for (let glyph = first; glyph <= last; glyph++) {
        lines.push(`<${hex(glyph)}> <${meant(before + hex(low + glyph - first))}>`)
      }
    }
  }
  const blocks: string[] = []
  // One block takes at most a hundred lines.
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`)
  }
  const head = table.slice(0, table.indexOf('endcodespacerange')).concat('endcodespacerange\n')
  return `${head}${blocks.join('')}${table.slice(table.lastIndexOf('endcmap'))}`
}

/** The content of the stream of an object, unpacked; null when it is not as Chromium writes it. */
const streamOf = (pdf: Buffer, text: string, object: string): string | null => {
  const start = text.indexOf(`\n${object} 0 obj`)
  const found = /^\n\d+ 0 obj\s*<<([^>]*)>>\s*stream\r?\n/.exec(text.slice(start, start + 300))
  const length = /\/Length (\d+)/.exec(found?.[1] ?? '')?.[1]
  if (start < 0 || found === null || length === undefined || !found[1]?.includes('/FlateDecode')) return null
  const from = start + found[0].length
  return inflateSync(pdf.subarray(from, from + Number(length))).toString('latin1')
}

/** Null when the file is not as Chromium writes it. */
const updated = (pdf: Buffer): Buffer | null => {
  const text = pdf.toString('latin1')
  const objects = [...new Set([...text.matchAll(/\/ToUnicode (\d+) 0 R/g)].map((found) => found[1] ?? ''))]
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)
  if (objects.length === 0 || trailer === null) return null
  const parts = [pdf, Buffer.from('\n')]
  let length = pdf.length + 1
  let places = ''
  for (const object of objects) {
    const table = streamOf(pdf, text, object)
    if (table === null) return null
    const packed = deflateSync(Buffer.from(corrected(table), 'latin1'))
    const head = Buffer.from(`${object} 0 obj\n<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n`)
    const tail = Buffer.from('\nendstream\nendobj\n')
    places += `${object} 1\n${String(length).padStart(10, '0')} 00000 n \n`
    parts.push(head, packed, tail)
    length += head.length + packed.length + tail.length
  }
  const end = `xref\n${places}trailer\n<<${trailer[1]}\n/Prev ${trailer[2]}>>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}

/** The PDF with text that can be found and copied; the file as it was where it is not as Chromium writes it. */
export const searchablePdf = (pdf: Uint8Array): Uint8Array => {
  try {
    return updated(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)) ?? pdf
  } catch {
    // A PDF that cannot be searched is better than none.
    return pdf
  }
}
