import type { Cell } from './grid.ts'

/** Text of a cell; a plain number is written out in full, never as 1.5E+10. */
export const textOf = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if ('error' in cell) return cell.error
  return cell.date ?? (/e[+-]/i.test(cell.shown) ? String(cell.number) : cell.shown)
}
