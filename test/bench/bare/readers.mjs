// Ways to read a workbook into rows of text. Each takes the file and how many rows stand above the data, and answers the
// data rows, every one an array of so many texts.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'

const padded = (columns, textAt) => Array.from({ length: columns }, (_, column) => textAt(column))

/** SheetJS, all in memory; the dense form is the faster one. */
async function sheetjs({ file, titleRows, lastRows = 0, columns }) {
  const XLSX = await import('@e965/xlsx')
  const workbook = XLSX.read(await readFile(file), { dense: true })
  const textOf = (cell) => (cell === undefined ? null : (cell.w ?? String(cell.v)))
  return workbook.SheetNames.flatMap((name) => {
    const rows = workbook.Sheets[name]['!data']
    return rows
      .slice(titleRows, rows.length - lastRows)
      .map((cells) => padded(columns, (column) => textOf(cells[column])))
  })
}

const textOfExcelJs = (value) => {
  if (value === null || value === undefined) return null
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}

/** ExcelJS, row by row from the stream. */
async function exceljs({ file, titleRows, columns }) {
  const { default: excel } = await import('exceljs')
  const reader = new excel.stream.xlsx.WorkbookReader(file, { sharedStrings: 'cache', styles: 'cache' })
  const rows = []
  for await (const sheet of reader) {
    for await (const row of sheet) {
      if (row.number <= titleRows) continue
      const { values } = row
      rows.push(padded(columns, (column) => textOfExcelJs(values[column + 1])))
    }
  }
  return rows
}

const textOfOwn = (cell) => {
  if (cell === null || cell === undefined || typeof cell === 'string') return cell ?? null
  return cell.error ?? cell.date ?? cell.shown
}

/** The program's own reader; `bundle` is it as one file. */
async function own({ file, titleRows, columns, bundle }) {
  const { bytesOf, readWorkbook } = await import(bundle)
  const name = basename(file)
  const { grids } = await readWorkbook(bytesOf({ kind: 'path', path: file }, name), name)
  return grids.flatMap(({ rows }) =>
    rows.slice(titleRows).map((cells) => padded(columns, (column) => textOfOwn(cells[column]))),
  )
}

const READERS = { sheetjs, exceljs, own }

/** `task`: `reader` and what that reader takes; `rows` is how many there must be. */
export async function readRows(task) {
  const rows = await READERS[task.reader](task)
  if (rows.length !== task.rows) throw new Error(`${task.reader}: ${rows.length} of ${task.rows} rows read`)
  return rows
}
