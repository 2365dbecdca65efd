import type { Column } from '../../../shared/sheets/sheet.ts'
import type { DataRow } from '../data-rows.ts'
import type { Cell } from '../grid.ts'
import { fillDown, parseRow, type RowSource, sayAgain } from '../parse-rows.ts'
import type { ParsedRow } from '../parsed-row.ts'
import { repeatFinder } from '../repeated-rows.ts'
import type { SessionChannel } from './session-channel.ts'
import { type ArrangedSheet, rowKey, type SessionState } from './session-state.ts'

const stride = 500

/** Checks every row of the used sheets by itself. Throws `job.cancelled`. */
export const parseSession = (state: SessionState, today: string, channel: SessionChannel): ParsedRow[] => {
  const used = state.sheets.filter((sheet) => sheet.used)
  const total = used.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  const rows: ParsedRow[] = []
  for (const sheet of used) {
    const source = sourceOf(sheet, today)
    const fill = fillDown(source.columns)
    const again = sayAgain(source.columns)
    for (const data of sheet.rows) {
      if (rows.length % stride === 0) {
        channel.check()
        channel.report({ kind: 'checking', done: rows.length, total })
      }
      rows.push(parseOne(state, sheet, source, data, fill(again(data.cells)), rows.length))
    }
  }
  return rows
}

/** Checks one row again after a mend. */
export const parseAgain = (state: SessionState, row: ParsedRow, today: string): ParsedRow => {
  const sheet = state.sheets[row.sheet]
  if (sheet === undefined) return row
  const source = sourceOf(sheet, today)
  const cells = mendedCells(row.cells, state.mends.get(rowKey(row)))
  return { ...row, cells, ...parseRow(row.row, cells, source, row.given) }
}

export const sourceOf = (sheet: ArrangedSheet, today: string): RowSource => {
  const columns = sheet.table?.columns ?? []
  const taken = new Set(columns.map(({ column }) => column.field))
  const lacking = (sheet.table?.sheet.columns ?? []).filter((column) => !taken.has(column.field))
  const constants = lacking.flatMap((column) => {
    const text = sheet.constants[column.field]
    return text === undefined || text.trim() === '' ? [] : [{ column, text }]
  })
  return {
    sheetName: sheet.grid.name,
    columns,
    constants,
    missing: missingColumns(sheet, lacking),
    today,
    yuan: sheet.context.yuan,
    plainText: sheet.plainText,
  }
}

/** Required columns that neither the table nor a constant nor the sheet's title gives. */
export const missingColumns = (sheet: ArrangedSheet, lacking: readonly Column[]): readonly Column[] =>
  lacking.filter((column) => {
    if (column.required !== true) return false
    if ((sheet.constants[column.field] ?? '').trim() !== '') return false
    if (column.type === 'community')
      return sheet.context.community === null && !sheet.rows.some((row) => row.community)
    if (column.type === 'branch') return !sheet.rows.some((row) => row.branch)
    if (column.type === 'estate') return !sheet.rows.some((row) => row.estate)
    return column.type !== 'street' || sheet.context.street === null
  })

const parseOne = (
  state: SessionState,
  sheet: ArrangedSheet,
  source: RowSource,
  data: DataRow,
  filled: readonly Cell[],
  index: number,
): ParsedRow => {
  const row = data.index + 1
  const cells = mendedCells(
    filled,
    state.mends.size === 0 ? undefined : state.mends.get(`${sheet.index}/${row}`),
  )
  const given = underHeadings(data)
  const { values, refused } = parseRow(row, cells, source, given)
  return { index, sheet: sheet.index, row, values, cells, refused, ...(given === undefined ? {} : { given }) }
}

/** What headings inside the table say of the rows below them. */
const underHeadings = ({ community, branch, estate }: DataRow): ParsedRow['values'] | undefined => {
  if (community === undefined && branch === undefined && estate === undefined) return undefined
  return {
    ...(community === undefined ? {} : { community }),
    ...(branch === undefined ? {} : { branch }),
    ...(estate === undefined ? {} : { estate }),
  }
}

const mendedCells = (
  cells: readonly Cell[],
  mends: ReadonlyMap<number, string> | undefined,
): readonly Cell[] => {
  if (mends === undefined) return cells
  const mended = [...cells]
  for (const [column, text] of mends) {
    while (mended.length < column) mended.push(null)
    mended[column] = text.trim() === '' ? null : text
  }
  return mended
}

/** The rows that are not left out, each refused if it says again what an earlier one said. */
export const rowsToPlan = (state: SessionState): readonly ParsedRow[] => {
  const finders = new Map(state.columnTables.map((sheet) => [sheet.table, repeatFinder(sheet, state.sheets)]))
  const rows: ParsedRow[] = []
  for (const row of state.rows) {
    if (state.out.size > 0 && state.out.has(rowKey(row))) continue
    const sheet = state.sheets[row.sheet]
    const find = sheet?.table == null ? undefined : finders.get(sheet.table.sheet.table)
    rows.push(find === undefined || sheet === undefined ? row : find(row, sheet.context))
  }
  return rows
}
