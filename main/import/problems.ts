import type { RejectedCell } from '../../shared/models/import.ts'
import type { SheetContext } from './parsed-row.ts'

/** The rejected rows of one sheet as they stood in the file. */
export interface ProblemSheet {
  readonly name: string
  /** What the lines above the table said, so that the mended workbook says it too; null when they said nothing. */
  readonly unitLine: string | null
  readonly headers: readonly string[]
  readonly rows: readonly ProblemRow[]
}

export interface ProblemRow {
  /** Row number in the file. */
  readonly row: number
  readonly texts: readonly string[]
  readonly reason: string
  /** 0-based columns of the bad cells. */
  readonly badColumns: readonly number[]
}

export type Problems = readonly ProblemSheet[]

interface RejectedRow {
  readonly sheet: number
  readonly row: number
  readonly texts: readonly string[]
  readonly refused: readonly RejectedCell[]
}

/** Gathers the rejected rows by sheet, with the reasons in words. */
export const problemsOf = (
  sheets: readonly { readonly name: string; readonly context: SheetContext }[],
  rejected: readonly RejectedRow[],
): Problems =>
  sheets.flatMap(({ name, context }, index) => {
    const rows = rejected.filter((row) => row.sheet === index)
    if (rows.length === 0) return []
    const said = [context.street, context.community].filter((one) => one !== null).join('')
    return [
      {
        name,
        unitLine: said === '' ? null : `填报单位：${said}`,
        headers: context.headers,
        rows: rows.map((row) => ({
          row: row.row,
          texts: row.texts,
          reason: row.refused.map((cell) => `${cell.column}：${cell.reason}`).join('；'),
          badColumns: row.refused.map((cell) => context.headers.indexOf(cell.column)).filter((at) => at >= 0),
        })),
      },
    ]
  })
