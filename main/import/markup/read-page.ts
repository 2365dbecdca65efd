import { type Cell, type Grid, limits, type Merge, type ReadReport } from '../grid.ts'
import { type CellBudget, GridRows } from '../grid-rows.ts'
import { usefulMerges } from '../merges.ts'
import { pageText, type Token, tokensOf } from './tokens.ts'

/** Tokens between two reports of progress. */
const reportEvery = 20_000
/** Tables may stand in cells of tables; deeper ones are read as text of their cell. */
const deepest = 20

/** The tables of a web page that a system saved as a workbook. Every cell stays the text it is. */
export const readPage = (text: string, budget: CellBudget, report?: ReadReport): readonly Grid[] => {
  const grids: Grid[] = []
  const open: TableReader[] = []
  let met = 0
  for (const token of tokensOf(text)) {
    met += 1
    if (met % reportEvery === 0) report?.(token.end, text.length)
    const table = open.at(-1)
    table?.addText(pageText(token.before))
    if (token.name === 'table' || token.name === '') {
      if (token.closes) {
        // The end of the page closes every table.
        for (const ended of open.splice(token.name === '' ? 0 : -1)) {
          grids.push(ended.grid(`Sheet${grids.length + 1}`))
        }
      } else if (open.length < deepest) open.push(new TableReader(budget))
    } else table?.addTag(token)
  }
  return grids
}

/** Columns or rows that a cell spans; pages write the number with quotes or without. */
const spanOf = (inside: string, name: 'colspan' | 'rowspan', most: number): number => {
  if (!/span/i.test(inside)) return 1
  const found = (name === 'colspan' ? colspan : rowspan).exec(inside)?.[1]
  const span = Number(found ?? 1)
  return span > 0 ? Math.min(span, most) : 1
}

const colspan = /\scolspan\s*=\s*["']?(\d+)/i
const rowspan = /\srowspan\s*=\s*["']?(\d+)/i

const isHidden = (inside: string): boolean =>
  /display\s*:\s*none/i.test(inside) || /\shidden(?:[\s=]|$)/i.test(inside)

class TableReader {
  private readonly collected: GridRows
  private readonly merges: Merge[] = []
  /** The last row that a cell from above spans, by column. */
  private readonly spannedTo: number[] = []
  private row = -1
  private hidden = false
  private cells: Cell[] = []
  private column = 0
  /** Text of the cell that is open; null between cells. */
  private text: string | null = null
  private across = 1

  constructor(budget: CellBudget) {
    this.collected = new GridRows(budget)
  }

  grid(name: string): Grid {
    this.endRow()
    const { rows, hidden } = this.collected
    return { name, rows, merges: usefulMerges(this.merges, rows), hiddenRows: hidden }
  }

  addText(text: string): void {
    if (this.text !== null) this.text += text
  }

  addTag({ name, closes, inside, empty }: Token): void {
    switch (name) {
      case 'tr':
        this.endRow()
        if (closes) break
        this.row += 1
        this.column = 0
        this.hidden = isHidden(inside)
        break
      case 'td':
      case 'th':
        this.endCell()
        if (!closes) this.startCell(inside)
        if (empty) this.endCell()
        break
      case 'br':
        this.addText('\n')
        break
      case 'p':
      case 'div':
        if (closes) this.addText('\n')
    }
  }

  private startCell(inside: string): void {
    if (this.row < 0) this.row = 0
    while ((this.spannedTo[this.column] ?? -1) >= this.row) this.column += 1
    this.across = spanOf(inside, 'colspan', limits.columns)
    const down = spanOf(inside, 'rowspan', limits.rows)
    this.text = ''
    if (down === 1 && this.across === 1) return
    const bottom = this.row + down - 1
    const right = this.column + this.across - 1
    this.merges.push({ top: this.row, left: this.column, bottom, right })
    const last = Math.min(right, limits.columns)
    for (let column = this.column; column <= last; column += 1) this.spannedTo[column] = bottom
  }

  private endCell(): void {
    if (this.text === null) return
    const lines = this.text.replaceAll('\u00a0', ' ').split('\n')
    const text = lines
      .map((line) => line.trim())
      .join('\n')
      .trim()
    this.text = null
    if (text !== '' && this.column < limits.columns) {
      while (this.cells.length < this.column) this.cells.push(null)
      this.cells[this.column] = text
    }
    this.column += this.across
    this.across = 1
  }

  private endRow(): void {
    this.endCell()
    this.collected.add(this.row, this.cells, this.hidden)
    this.cells = []
    this.hidden = false
  }
}
