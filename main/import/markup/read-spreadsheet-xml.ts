import { type Cell, type Grid, limits, type Merge, type ReadReport } from '../grid.ts'
import { type CellBudget, GridRows } from '../grid-rows.ts'
import { usefulMerges } from '../merges.ts'
import { numberCell } from '../xlsx/number-cell.ts'
import { type NumberStyle, styleOf } from '../xlsx/styles.ts'
import { attribute, decodeEntities } from '../xlsx/xml.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Tokens between two reports of progress. */
const reportEvery = 20_000

/** Formats that “XML Spreadsheet 2003” names by a word. */
const words: Readonly<Record<string, string>> = {
  'General Number': 'General',
  'General Date': 'yyyy-m-d h:mm',
  'Long Date': 'yyyy-m-d',
  'Medium Date': 'd-mmm-yy',
  'Short Date': 'yyyy-m-d',
  'Long Time': 'h:mm:ss',
  'Medium Time': 'h:mm',
  'Short Time': 'h:mm',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
}

/** The sheets of an “XML Spreadsheet 2003”, which report systems save as .xls. */
export const readSpreadsheetXml = (
  text: string,
  budget: CellBudget,
  report?: ReadReport,
): readonly Grid[] => {
  const reader = new SpreadsheetReader(budget)
  let met = 0
  for (const token of tokensOf(text)) {
    met += 1
    if (met % reportEvery === 0) report?.(token.end, text.length)
    reader.add(token)
  }
  return reader.grids
}

const whole = (inside: string, name: string): number | null => {
  const number = Number(attribute(inside, name) ?? Number.NaN)
  return Number.isInteger(number) && number >= 0 ? number : null
}

class SpreadsheetReader {
  readonly grids: Grid[] = []
  private readonly styles = new Map<string, NumberStyle>()
  private styleId = ''
  private collected: GridRows
  private merges: Merge[] = []
  private name = ''
  private sheetHidden = false
  private row = -1
  private rowHidden = false
  private cells: Cell[] = []
  private column = -1
  private style = ''
  /** Last column that the cell before is merged with. */
  private mergedUntil = -1
  private type = ''
  /** Text of the value that is open; null outside one. */
  private text: string | null = null
  private inComment = false
  private visible = false

  constructor(private readonly budget: CellBudget) {
    this.collected = new GridRows(budget)
  }

  add(token: Token): void {
    const { name, closes, empty, inside } = token
    if (this.text !== null) this.text += decodeEntities(token.before)
    if (this.visible && name === 'visible') this.sheetHidden = token.before.includes('Hidden')
    this.visible = name === 'visible' && !closes
    switch (name) {
      case 'style':
        if (!closes) this.styleId = attribute(inside, 'ID') ?? ''
        break
      case 'numberformat': {
        const format = attribute(inside, 'Format') ?? ''
        this.styles.set(this.styleId, styleOf(Object.hasOwn(words, format) ? (words[format] ?? '') : format))
        break
      }
      case 'worksheet':
        if (closes) this.endSheet()
        else this.startSheet(inside)
        break
      case 'row':
        this.endRow()
        if (!closes) this.startRow(inside, empty)
        break
      case 'cell':
        if (!closes) this.startCell(inside)
        break
      case 'comment':
        this.inComment = !closes && !empty
        break
      case 'data':
        if (closes) this.endValue()
        else if (!this.inComment && !empty) {
          this.type = attribute(inside, 'Type') ?? 'String'
          this.text = ''
        }
    }
  }

  private startSheet(inside: string): void {
    this.name = attribute(inside, 'Name') ?? ''
    this.collected = new GridRows(this.budget)
    this.merges = []
    this.sheetHidden = false
    this.row = -1
  }

  private endSheet(): void {
    this.endRow()
    const { rows, hidden } = this.collected
    this.grids.push({
      name: this.name,
      rows,
      merges: usefulMerges(this.merges, rows),
      hidden: this.sheetHidden,
      hiddenRows: hidden,
    })
  }

  private startRow(inside: string, empty: boolean): void {
    const index = whole(inside, 'Index')
    this.row = index === null ? this.row + 1 : index - 1
    this.rowHidden = attribute(inside, 'Hidden') === '1'
    this.column = -1
    this.mergedUntil = -1
    // An empty row may stand for many.
    if (empty) this.row += whole(inside, 'Span') ?? 0
  }

  private endRow(): void {
    this.collected.add(this.row, this.cells, this.rowHidden)
    this.cells = []
  }

  private startCell(inside: string): void {
    const index = whole(inside, 'Index')
    // The next cell stands behind those that this one was merged with.
    this.column = index === null ? Math.max(this.column, this.mergedUntil) + 1 : index - 1
    this.mergedUntil = -1
    this.style = attribute(inside, 'StyleID') ?? ''
    const across = whole(inside, 'MergeAcross') ?? 0
    const down = whole(inside, 'MergeDown') ?? 0
    if (across + down === 0) return
    const { row: top, column: left } = this
    this.merges.push({ top, left, bottom: top + down, right: left + across })
    this.mergedUntil = left + across
  }

  private endValue(): void {
    const { text, column } = this
    this.text = null
    if (text === null || text === '' || column < 0 || column >= limits.columns) return
    const cell = this.valueOf(text)
    if (cell === null) return
    while (this.cells.length < column) this.cells.push(null)
    this.cells[column] = cell
  }

  private valueOf(text: string): Cell {
    const style = this.styles.get(this.style)
    switch (this.type) {
      case 'Number':
        return numberCell(Number(text), style, false)
      case 'DateTime': {
        const days = Date.parse(/Z$/.test(text) ? text : `${text}Z`) / 86_400_000 + 25_569
        return numberCell(days, style?.kind === 'number' ? dateStyle : (style ?? dateStyle), false) ?? text
      }
      case 'Boolean':
        return text.trim() === '1' ? '是' : '否'
      case 'Error':
        return { error: text }
      default:
        return text
    }
  }
}

const dateStyle = styleOf('yyyy-m-d h:mm')
