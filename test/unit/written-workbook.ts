import { strToU8, zipSync } from 'fflate'

/** A cell of a workbook that a test writes by hand, in the forms that programs write. */
export type WrittenCell =
  | { readonly kind: 'shared' | 'inline' | 'formula'; readonly text: string }
  | { readonly kind: 'rich' | 'inlineRich'; readonly runs: readonly string[]; readonly hint: string | null }
  | { readonly kind: 'number'; readonly number: number; readonly style: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly error: string }
  /** Formatting without a value. */
  | { readonly kind: 'empty' }
  /** No tag at all. */
  | { readonly kind: 'gap' }

export interface WrittenRow {
  readonly cells: readonly WrittenCell[]
  /** Empty rows before it that have no tag. */
  readonly skip: number
  readonly hidden: boolean
}

export interface WrittenSheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly WrittenRow[]
  readonly merges: readonly string[]
}

export interface WrittenWorkbook {
  readonly sheets: readonly WrittenSheet[]
  readonly date1904: boolean
  /** Before every tag of the sheets and shared strings: '' or 'x:'. */
  readonly prefix: string
  /** Whether cells, and rows that follow the one before, name their place. */
  readonly placed: boolean
}

/** Formats by the style that cells name; those from 164 on are written out. */
export const formats: readonly (readonly [id: number, format: string | null])[] = [
  [0, null],
  [14, null],
  [164, 'yyyy\\-mm\\-dd'],
  [165, 'yyyy"年"m"月"d"日";@'],
  [166, '[$-804]yyyy"年"m"月"'],
  [20, null],
  [22, null],
  [167, 'h:mm:ss'],
  [168, '[h]:mm'],
  [2, null],
  [169, '00000'],
  [9, null],
  [10, null],
  [4, null],
  [170, '#,##0.00_);[Red](#,##0.00)'],
  [171, '0.0#'],
  [49, null],
  [172, 'yyyy/m/d h:mm'],
  [11, null],
  [173, '0.0"元"'],
]

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The parts of an .xlsx, by path; tests change one and zip them. */
export const partsOf = (book: WrittenWorkbook): Readonly<Record<string, string>> => {
  const strings: string[] = []
  const p = book.prefix
  const space = p === '' ? `xmlns="${main}"` : `xmlns:x="${main}"`
  const item = (inside: string) => strings.push(`<${p}si>${inside}</${p}si>`) - 1
  const text = (value: string) =>
    `<${p}t${/^\s|\s$/.test(value) ? ' xml:space="preserve"' : ''}>${escaped(value)}</${p}t>`
  const rich = (runs: readonly string[], hint: string | null) =>
    runs.map((run) => `<${p}r><${p}rPr><${p}b/></${p}rPr>${text(run)}</${p}r>`).join('') +
    (hint === null ? '' : `<${p}rPh sb="0" eb="1">${text(hint)}</${p}rPh>`)
  const cell = (one: WrittenCell, place: string): string => {
    const open = (more: string) => `<${p}c${place}${more}>`
    const value = (inside: string | number) => `<${p}v>${inside}</${p}v></${p}c>`
    switch (one.kind) {
      case 'shared':
        return open(' t="s"') + value(item(text(one.text)))
      case 'rich':
        return open(' s="1" t="s"') + value(item(rich(one.runs, one.hint)))
      case 'inline':
        return `${open(' t="inlineStr"')}<${p}is>${text(one.text)}</${p}is></${p}c>`
      case 'inlineRich':
        return `${open(' t="inlineStr"')}<${p}is>${rich(one.runs, one.hint)}</${p}is></${p}c>`
      case 'formula':
        return `${open(' t="str"')}<${p}f>A1&amp;"x"</${p}f>${value(escaped(one.text))}`
      case 'number':
        return open(` s="${one.style}"`) + value(one.number)
      case 'boolean':
        return open(' t="b"') + value(one.value ? 1 : 0)
      case 'error':
        return open(' t="e"') + value(one.error)
      case 'empty':
        return `<${p}c${place} s="1"/>`
      case 'gap':
        return ''
    }
  }
  const sheet = ({ rows, merges }: WrittenSheet): string => {
    let number = 0
    const lines = rows.map((row) => {
      number += 1 + row.skip
      const named = book.placed || row.skip > 0
      const cells = row.cells.map((one, column) =>
        cell(one, book.placed ? ` r="${letters(column)}${number}"` : ''),
      )
      const facts = `${named ? ` r="${number}"` : ''}${row.hidden ? ' hidden="1"' : ''}`
      return `<${p}row${facts}>${cells.join('')}</${p}row>`
    })
    const merged = merges.map((ref) => `<${p}mergeCell ref="${ref}"/>`).join('')
    return `${head}<${p}worksheet ${space}><${p}sheetData>${lines.join('\n')}</${p}sheetData>${
      merged === '' ? '' : `<${p}mergeCells count="${merges.length}">${merged}</${p}mergeCells>`
    }</${p}worksheet>`
  }
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const relations = (inside: string) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
  const sheets = book.sheets.map((one, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet(one)] as const)
  const custom = formats.flatMap(([id, format]) =>
    format === null ? [] : [`<numFmt numFmtId="${id}" formatCode="${escaped(format)}"/>`],
  )
  return {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook', 'sheet.main')}${book.sheets.map((_, index) => type(`worksheets/sheet${index + 1}`, 'worksheet')).join('')}${type('styles', 'styles')}${type('sharedStrings', 'sharedStrings')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${
      book.date1904 ? ' date1904="1"' : ''
    }/><sheets>${book.sheets
      .map(
        ({ name, hidden }, index) =>
          `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      book.sheets
        .map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
        .join('') +
        relation('rId9001', 'styles', 'styles.xml') +
        relation('rId9002', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="${custom.length}">${custom.join('')}</numFmts><fonts count="1"><font/></fonts><cellXfs count="${formats.length}">${formats.map(([id]) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets),
    'xl/sharedStrings.xml': `${head}<${p}sst ${space}>${strings.join('')}</${p}sst>`,
  }
}

/** Parts as the bytes of an archive. */
export const zipped = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )

/** The workbook as the bytes of an .xlsx. */
export const writtenBytes = (book: WrittenWorkbook): Uint8Array => zipped(partsOf(book))
