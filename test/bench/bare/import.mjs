// The floor for the import: SheetJS reads the roster into arrays, the driver inserts them into one table, 500 rows a
// statement. Nothing is located, checked, matched, compared or audited.
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import * as XLSX from '@e965/xlsx'
import sqlite3 from 'sqlite3'
import { runTask, task } from './task.mjs'

const COLUMNS = 21
const ROWS_A_STATEMENT = 500
const TITLE_ROWS = 3

const textOf = (cell) => (cell === undefined ? null : (cell.w ?? String(cell.v)))

/** The data rows of all sheets, each an array of 21 texts; without title, header and the line for the signature. */
async function readRows(file) {
  const workbook = XLSX.read(await readFile(file), { dense: true })
  return workbook.SheetNames.flatMap((name) =>
    workbook.Sheets[name]['!data']
      .slice(TITLE_ROWS, -1)
      .map((cells) => Array.from({ length: COLUMNS }, (_, column) => textOf(cells[column]))),
  )
}

async function insertRows(file, rows) {
  const database = new sqlite3.Database(file)
  const run = promisify(database.run.bind(database))
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) {
    await run(`PRAGMA ${pragma}`)
  }
  const columns = Array.from({ length: COLUMNS }, (_, column) => `c${column} text`)
  await run(`CREATE TABLE member (${columns.join(', ')})`)
  const one = `(${new Array(COLUMNS).fill('?').join(', ')})`
  await run('BEGIN IMMEDIATE')
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const part = rows.slice(start, start + ROWS_A_STATEMENT)
    await run(`INSERT INTO member VALUES ${new Array(part.length).fill(one).join(', ')}`, part.flat())
  }
  await run('COMMIT')
  await promisify(database.close.bind(database))()
}

await runTask(async () => {
  const rows = await readRows(task.file)
  if (rows.length !== task.rows) throw new Error(`${rows.length} rows read`)
  await insertRows(task.database, rows)
})
