import { shownText } from '../grid.ts'
import type { ParsedRow } from '../parsed-row.ts'
import { problemsOf } from '../problems.ts'
import type { SessionState } from './session-state.ts'

/** The rejected rows of one file as a workbook that can be mended and imported again. */
export const problemsWorkbookOf = async (
  state: SessionState,
  rejected: readonly ParsedRow[],
  file: number,
): Promise<{ readonly bytes: Uint8Array; readonly rows: number }> => {
  const { problemsWorkbook } = await import('../../export/problems-workbook.ts')
  const own = rejected.filter((row) => state.sheets[row.sheet]?.file === file)
  const problems = problemsOf(
    state.sheets.map(({ grid, context }) => ({ name: grid.name, context })),
    own.map((row) => ({ ...row, texts: row.cells.map(shownText) })),
  )
  return { bytes: await problemsWorkbook(problems), rows: own.length }
}
