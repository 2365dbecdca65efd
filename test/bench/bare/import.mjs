// The floor for the import: a reader reads the roster into arrays, the driver inserts them into one table, 500 rows a
// statement. Nothing is located, checked, matched, compared or audited.
import { promisify } from 'node:util'
import sqlite3 from 'sqlite3'
import { readRows } from './readers.mjs'
import { runTask, task } from './task.mjs'

const ROWS_A_STATEMENT = 500

async function insertRows(file, rows) {
  const width = rows[0].length
  const database = new sqlite3.Database(file)
  const run = promisify(database.run.bind(database))
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) {
    await run(`PRAGMA ${pragma}`)
  }
  const columns = Array.from({ length: width }, (_, column) => `c${column} text`)
  await run(`CREATE TABLE member (${columns.join(', ')})`)
  const one = `(${new Array(width).fill('?').join(', ')})`
  await run('BEGIN IMMEDIATE')
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const part = rows.slice(start, start + ROWS_A_STATEMENT)
    await run(`INSERT INTO member VALUES ${new Array(part.length).fill(one).join(', ')}`, part.flat())
  }
  await run('COMMIT')
  await promisify(database.close.bind(database))()
}

await runTask(async () => {
  await insertRows(task.database, await readRows(task))
})
