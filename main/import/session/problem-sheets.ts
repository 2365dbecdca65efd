import { shownText } from '../grid.ts'
import type { ParsedRow } from '../parsed-row.ts'
import { problemSheetOf } from '../problems.ts'
import type { SessionState } from './session-state.ts'

/** The rejected rows of one file, in its own layout, as a workbook that can be mended and imported again. */
export const problemsWorkbookOf = async (
  state: SessionState,
  rejected: readonly ParsedRow[],
  file: number,
): Promise<{ readonly bytes: Uint8Array; readonly rows: number }> => {
  const { problemsWorkbook } = await import('../../export/problems-workbook.ts')
  const own = rejected.filter((row) => state.sheets[row.sheet]?.file === file)
  const problems = state.sheets.flatMap(({ grid, table, context, index, rows }) => {
    if (table === null) return []
    const refused = own
      .filter((row) => row.sheet === index)
      .map(({ row, cells, refused: why }) => ({ row, texts: cells.map(shownText), refused: why }))
    const first = rows[0]?.index ?? 0
    // Without a header, what stands above the first row of data is kept.
    const [headerTop, headerBottom] =
      table.headerTop < 0 ? [first, first - 1] : [table.headerTop, table.headerBottom]
    return problemSheetOf({ grid, headerTop, headerBottom, context, rows: refused }) ?? []
  })
  return { bytes: await problemsWorkbook(problems), rows: own.length }
}
