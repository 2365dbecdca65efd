import { AppError } from '../../shared/errors.ts'
import { type Cell, limits } from './grid.ts'

/** Counts the filled cells of all sheets of one file. */
export class CellBudget {
  private left: number = limits.cells

  /** `file` is the name for messages. */
  constructor(private readonly file: string) {}

  /** Throws `file.too-large` when there are more cells than memory is for. */
  take(cells: number): void {
    this.left -= cells
    if (this.left >= 0) return
    const reason = `超过 ${limits.cells / 10_000} 万个有内容的单元格`
    throw new AppError('file.too-large', { file: this.file, reason })
  }
}

/** So many empty rows are filled with `undefined`: an array without holes is fast. Beyond, they stay holes. */
const mostFilled = 20_000

/** The rows of one sheet as they are read. */
export class GridRows {
  readonly rows: (Cell[] | undefined)[] = []
  readonly hidden = new Set<number>()

  constructor(private readonly budget: CellBudget) {}

  /** Puts the cells of a row in place; cells of a row that was met before are joined with it. */
  add(row: number, cells: Cell[], hidden: boolean): void {
    if (cells.length === 0 || row < 0 || row >= limits.rows) return
    this.budget.take(cells.length)
    if (hidden) this.hidden.add(row)
    const { rows } = this
    if (row === rows.length) rows.push(cells)
    else if (row > rows.length) {
      if (row - rows.length <= mostFilled) while (rows.length < row) rows.push(undefined)
      rows[row] = cells
    } else {
      const met = rows[row]
      rows[row] = met === undefined ? cells : joined(met, cells)
    }
  }
}

const joined = (first: readonly Cell[], second: readonly Cell[]): Cell[] =>
  Array.from({ length: Math.max(first.length, second.length) }, (_, at) => second[at] ?? first[at] ?? null)
