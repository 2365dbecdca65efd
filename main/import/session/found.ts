import type { ColumnFound, ImportFound, SheetFound } from '../../../shared/models/import.ts'
import { isEmptyText } from '../../../shared/rules/empty.ts'
import { columnTitle } from '../../../shared/sheets/sheet.ts'
import { shownText } from '../grid.ts'
import { masked } from './masked.ts'
import { missingColumns } from './parse-session.ts'
import type { ArrangedSheet, SessionState } from './session-state.ts'

const mostSamples = 5
const headRows = 15
const headColumns = 20
/** Rows looked at for samples. */
const sampleRows = 60

/** What the window shows of what was found. */
export const foundIn = (state: SessionState): Omit<ImportFound, 'sessionId' | 'importedBefore'> => ({
  files: state.files,
  failed: state.failed,
  sheets: state.sheets.map(describe),
  rows: state.rows.length,
})

const describe = (sheet: ArrangedSheet): SheetFound => {
  const { table, grid, context } = sheet
  const taken = new Set(table?.columns.map(({ column }) => column.field))
  const lacking = (table?.sheet.columns ?? []).filter((column) => !taken.has(column.field))
  return {
    index: sheet.index,
    file: sheet.file,
    sheet: grid.name,
    hidden: grid.hidden === true,
    table: table?.sheet.table ?? null,
    ledger: table?.sheet.ledger ?? null,
    sure: table?.sure ?? 0,
    used: sheet.used,
    group: sheet.group,
    headerRows:
      table === null || table.headerTop < 0
        ? []
        : Array.from({ length: table.headerBottom - table.headerTop + 1 }, (_, i) => table.headerTop + i + 1),
    columns: columnsOf(sheet),
    missing: missingColumns(sheet, lacking).map(({ field, label }) => ({ field, label })),
    constants: sheet.constants,
    community: context.community,
    dataRows: sheet.rows.length,
    head: table === null ? headOf(sheet) : [],
    hiddenRows:
      grid.hiddenRows === undefined ? 0 : sheet.rows.filter((row) => grid.hiddenRows?.has(row.index)).length,
  }
}

/** The first rows and columns, for the user to say where the header stands. */
const headOf = ({ grid }: ArrangedSheet): readonly (readonly string[])[] =>
  Array.from({ length: Math.min(headRows, grid.rows.length) }, (_, row) =>
    (grid.rows[row] ?? []).slice(0, headColumns).map((cell) => masked(null, shownText(cell))),
  )

/** Every column that has a header or is used, from left to right. */
const columnsOf = ({ table, rows }: ArrangedSheet): readonly ColumnFound[] => {
  if (table === null) return []
  const used = new Map(table.columns.map((one) => [one.index, one]))
  const width = Math.max(table.headers.length, ...[...used.keys()].map((index) => index + 1))
  return Array.from({ length: width }, (_, index) => index).flatMap((index) => {
    const header = table.headers[index] ?? ''
    const one = used.get(index)
    const samples = samplesOf(rows, index, one?.column.type ?? null)
    if (header === '' && one === undefined && samples.length === 0) return []
    return [
      {
        index,
        header,
        field: one?.column.field ?? null,
        label: one === undefined ? null : columnTitle(one.column),
        how: one?.how ?? null,
        sure: one?.sure ?? 0,
        samples,
      },
    ]
  })
}

const samplesOf = (rows: ArrangedSheet['rows'], index: number, type: string | null): readonly string[] => {
  const found = new Set<string>()
  for (const row of rows.slice(0, sampleRows)) {
    const text = shownText(row.cells[index])
    if (!isEmptyText(text)) found.add(masked(type, text))
    if (found.size === mostSamples) break
  }
  return [...found]
}
