import type { Cell, Grid, Merge } from './grid.ts'

type Rows = readonly (readonly Cell[] | undefined)[]

const put = (rows: (Cell[] | undefined)[], merge: Merge, right: number): void => {
  const value = rows[merge.top]?.[merge.left] ?? null
  if (value === null) return
  const bottom = Math.min(merge.bottom, rows.length - 1)
  for (let row = merge.top; row <= bottom; row += 1) {
    const cells = rows[row]
    if (cells === undefined) continue
    for (let column = merge.left; column <= right; column += 1) {
      while (cells.length <= column) cells.push(null)
      cells[column] ??= value
    }
  }
}

/**
 * The rows with merged cells filled in. In data a merged cell applies to every row it spans, downwards only; in a
 * header, a heading spans its columns too. Rows that hold nothing of their own stay empty.
 */
export const spread = (grid: Grid, across: boolean): Rows => {
  if (grid.merges.length === 0) return grid.rows
  const rows: (Cell[] | undefined)[] = []
  grid.rows.forEach((row, index) => {
    if (row !== undefined) rows[index] = [...row]
  })
  for (const merge of grid.merges) put(rows, merge, across ? merge.right : merge.left)
  return rows
}
