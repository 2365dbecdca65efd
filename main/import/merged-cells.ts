import type { Cell, Grid, Merge } from './grid.ts'

/** A title merged over all sixteen thousand columns spans no more than a ledger has. */
const widest = 255

type Rows = readonly (readonly Cell[] | undefined)[]

/**
 * The rows with merged cells filled in. In data a merged cell applies to every row it spans, downwards only; in a
 * header, a heading spans its columns too (`across`). Rows that hold nothing of their own stay empty. Only rows that
 * a merged cell reaches are copied; rows from `to` on are not looked at.
 */
export const spread = (grid: Grid, across: boolean, to = Number.POSITIVE_INFINITY): Rows => {
  const rows = grid.rows.slice(0, Math.min(to, grid.rows.length))
  if (grid.merges.length === 0) return rows
  const own = new Map<number, Cell[]>()
  const put = (row: number, merge: Merge, value: Cell, right: number): void => {
    const before = rows[row]
    if (before === undefined) return
    const cells = own.get(row) ?? [...before]
    own.set(row, cells)
    for (let column = merge.left; column <= right; column += 1) {
      while (cells.length <= column) cells.push(null)
      // A writer may leave empty texts in the covered cells.
      if (cells[column] === null || cells[column] === '') cells[column] = value
    }
  }
  for (const merge of grid.merges) {
    const right = across ? Math.min(merge.right, widest) : merge.left
    const value = grid.rows[merge.top]?.[merge.left] ?? null
    if (value === null || value === '' || (merge.top === merge.bottom && right === merge.left)) continue
    const bottom = Math.min(merge.bottom, rows.length - 1)
    for (let row = merge.top; row <= bottom; row += 1) put(row, merge, value, right)
  }
  for (const [row, cells] of own) rows[row] = cells
  return rows
}
