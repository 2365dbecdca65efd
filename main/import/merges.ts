import { type Cell, limits, type Merge } from './grid.ts'

/** All merged cells of a sheet together span no more filled rows: a damaged file may name the whole sheet a thousand times. */
const mostSpanned = 2_000_000

/** Merged cells that hold something, cut to the rows and columns that do. */
export const usefulMerges = (
  merges: Iterable<Merge>,
  rows: readonly (readonly Cell[] | undefined)[],
): readonly Merge[] => {
  const useful: Merge[] = []
  let left = mostSpanned
  for (const { top, left: first, bottom, right } of merges) {
    if (!(top >= 0 && first >= 0 && bottom >= top && right >= first)) continue
    if ((rows[top]?.[first] ?? null) === null) continue
    const merge = {
      top,
      left: first,
      bottom: Math.min(bottom, rows.length - 1),
      right: Math.min(right, limits.columns - 1),
    }
    left -= merge.bottom - merge.top + 1
    if (left < 0) break
    useful.push(merge)
  }
  return useful
}
