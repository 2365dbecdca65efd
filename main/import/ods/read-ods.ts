import { AppError } from '../../../shared/errors.ts'
import type { Cell, Grid, Merge, ReadReport } from '../grid.ts'
import { limits } from '../grid.ts'
import { CellBudget, GridRows } from '../grid-rows.ts'
import { usefulMerges } from '../merges.ts'
import type { Archive } from '../xlsx/archive.ts'
import { asUtf8, lt, slash, tagEnd, textEnd } from '../xlsx/bytes.ts'
import { odsCell } from './ods-cell.ts'
import { tagName, tagValue } from './ods-tag.ts'
import { paragraphText, skipElement } from './ods-text.ts'

/** Bytes between two reports of progress. */
const reportEvery = 2 * 1024 * 1024

/**
 * Reads an .ods straight from its content: repeated rows and cells are counted, not walked, so that formatting to the
 * last row costs nothing. Throws `file.encrypted`, `file.damaged`, `file.too-large`.
 */
export const readOds = (archive: Archive, file: string, report?: ReadReport): readonly Grid[] => {
  const type = archive.text('mimetype') ?? ''
  if (type !== '' && !type.includes('spreadsheet')) throw new AppError('file.not-workbook', { file })
  if (archive.text('META-INF/manifest.xml')?.includes('encryption-data')) {
    throw new AppError('file.encrypted', { file })
  }
  const content = archive.content('content.xml')
  if (content === null) throw new AppError('file.damaged', { file })
  const xml = asUtf8(content)
  if (!xml.includes('<office:spreadsheet')) throw new AppError('file.not-workbook', { file })
  return new OdsReader(xml, new CellBudget(file), report).read()
}

/** Names of the table styles that hide a sheet; they stand before the body. */
const hiddenStyles = (xml: Buffer): ReadonlySet<string> => {
  const body = xml.indexOf('<office:body')
  const head = xml.toString('utf8', 0, Math.min(body < 0 ? 0 : body, 8 * 1024 * 1024))
  const hidden = new Set<string>()
  // A style's name stands in its tag, before the properties that hide.
  for (const piece of head.split('<style:style ').slice(1)) {
    if (piece.includes('table:display="false"')) hidden.add(tagValue(piece, 'style:name') ?? '')
  }
  return hidden
}

class OdsReader {
  private at = 0
  private readonly grids: Grid[] = []
  private readonly hidden: ReadonlySet<string>
  private nextReport = reportEvery

  constructor(
    private readonly xml: Buffer,
    private readonly budget: CellBudget,
    private readonly report?: ReadReport,
  ) {
    this.hidden = hiddenStyles(xml)
  }

  read(): readonly Grid[] {
    this.at = Math.max(0, this.xml.indexOf('<office:spreadsheet'))
    for (let name = this.next(); name !== ''; name = this.next()) {
      if (name === 'table:table') this.readTable()
      else if (name === 'table:tracked-changes' || name === 'table:dde-links') this.skip(name)
    }
    return this.grids
  }

  /** Goes to the next tag that opens; its name, or '' at the end. End tags are named with their slash. */
  private next(): string {
    const { xml } = this
    while (this.at < xml.length) {
      while (this.at < xml.length && xml[this.at] !== lt) this.at += 1
      if (this.at >= xml.length) break
      if (xml[this.at + 1] === 0x21) {
        this.at = textEnd(xml, this.at)
        continue
      }
      const name = tagName(xml, this.at + 1)
      this.at += 1 + name.length
      return name
    }
    return ''
  }

  /** The inside of the tag whose name was read last; goes behind it. */
  private inside(): { readonly text: string; readonly empty: boolean } {
    const end = tagEnd(this.xml, this.at)
    const empty = this.xml[end - 1] === slash
    const text = this.xml.toString('utf8', this.at, empty ? end - 1 : end)
    this.at = end + 1
    return { text, empty }
  }

  private skip(name: string): void {
    this.at = skipElement(this.xml, this.at, name)
  }

  private readTable(): void {
    const head = this.inside()
    if (head.empty) return
    const name = tagValue(head.text, 'table:name') ?? ''
    const style = tagValue(head.text, 'table:style-name') ?? ''
    const collected = new GridRows(this.budget)
    const merges: Merge[] = []
    // What a sheet keeps of other files is no sheet of this one.
    let foreign = style === 'ta_extref'
    let row = 0
    for (let tag = this.next(); tag !== '' && tag !== '/table:table'; tag = this.next()) {
      if (tag === 'table:table-row') row = this.readRow(row, collected, merges)
      else if (tag === 'table:table-source') foreign = true
      else if (tag === 'table:shapes' || tag === 'office:forms' || tag === 'table:table') this.skip(tag)
    }
    this.report?.(Math.min(this.at, this.xml.length), this.xml.length)
    if (foreign) return
    const { rows, hidden } = collected
    this.grids.push({
      name,
      rows,
      merges: usefulMerges(merges, rows),
      hidden: this.hidden.has(style),
      hiddenRows: hidden,
    })
  }

  private readRow(row: number, collected: GridRows, merges: Merge[]): number {
    const head = this.inside()
    const times = repeated(head.text, 'table:number-rows-repeated')
    if (head.empty) return row + times
    const hidden = /table:visibility="(?:collapse|filter)"/.test(head.text)
    const cells: Cell[] = []
    let column = 0
    for (let tag = this.next(); tag !== '' && tag !== '/table:table-row'; tag = this.next()) {
      if (tag === 'table:table-cell' || tag === 'table:covered-table-cell') {
        column = this.readCell(tag, cells, { row, column, merges })
      }
    }
    if (cells.length > 0) {
      const last = Math.min(row + times, limits.rows)
      for (let next = row; next < last; next += 1) collected.add(next, cells, hidden)
    }
    if (this.at >= this.nextReport) {
      this.report?.(this.at, this.xml.length)
      this.nextReport = this.at + reportEvery
    }
    return row + times
  }

  private readCell(
    tag: string,
    cells: Cell[],
    place: { readonly row: number; readonly column: number; readonly merges: Merge[] },
  ): number {
    const { text, empty } = this.inside()
    const times = text.includes('repeated') ? repeated(text, 'table:number-columns-repeated') : 1
    const { row, column, merges } = place
    const shown = empty ? '' : this.paragraphs(`/${tag}`)
    // What a merged cell covers is hidden by it.
    if (tag === 'table:covered-table-cell') return column + times
    if (text.includes('-spanned')) {
      const down = repeated(text, 'table:number-rows-spanned')
      const across = repeated(text, 'table:number-columns-spanned')
      if (down * across > 1)
        merges.push({ top: row, left: column, bottom: row + down - 1, right: column + across - 1 })
    }
    const cell = text.includes('value-type') || shown !== '' ? odsCell(text, shown) : null
    if (cell !== null) {
      const last = Math.min(column + times, limits.columns)
      while (cells.length < Math.min(column, last)) cells.push(null)
      for (let next = column; next < last; next += 1) cells.push(cell)
    }
    return column + times
  }

  /** The paragraphs of a cell as lines; notes and pictures are no text. */
  private paragraphs(end: string): string {
    let shown: string | null = null
    for (let tag = this.next(); tag !== '' && tag !== end; tag = this.next()) {
      if (tag === 'text:p' || tag === 'text:h') {
        const open = tagEnd(this.xml, this.at)
        this.at = open + 1
        let line = ''
        if (this.xml[open - 1] !== slash) {
          const paragraph = paragraphText(this.xml, open + 1, `/${tag}`)
          line = paragraph.text
          this.at = paragraph.end
        }
        shown = shown === null ? line : `${shown}\n${line}`
      } else if (tag === 'office:annotation' || tag.startsWith('draw:') || tag === 'table:table')
        this.skip(tag)
      else if (tag === '/table:table-row' || tag === '/table:table') break
    }
    return shown ?? ''
  }
}

const repeated = (tag: string, name: string): number => {
  const times = Number(tagValue(tag, name) ?? 1)
  return Number.isInteger(times) && times > 0 ? times : 1
}
