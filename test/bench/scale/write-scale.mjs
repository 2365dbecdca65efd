// Puts rows straight into a database that the program made: an import of this size would be a measurement of its own.
import { join } from 'node:path'
import sqlite from 'sqlite3'

/** SQL on one file, promised; for the writing and for the bare references. */
export function openBare(file) {
  const db = new sqlite.Database(file)
  const promised = (method) => (sql, parameters) =>
    new Promise((resolve, reject) => {
      db[method](sql, parameters ?? [], (error, rows) => (error ? reject(error) : resolve(rows)))
    })
  const close = () =>
    new Promise((resolve, reject) => db.close((error) => (error ? reject(error) : resolve())))
  return { all: promised('all'), run: promised('run'), close }
}

/** Columns that a row does not name but the table demands. */
const ALWAYS = { unit: { note: '' }, person: { note: '' }, membership: {}, post: {} }

async function insert(db, table, rows) {
  const all = rows.map((row) => ({ version: 1, ...ALWAYS[table], ...row }))
  const columns = Object.keys(all[0])
  const values = columns.map((column) => `json_extract(value, '$.${column}')`)
  await db.run(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM json_each(?)`, [
    JSON.stringify(all),
  ])
}

export const fileIn = (data) => join(data, 'zhibu.db')

/** `data`: a folder in which the program has made its empty database. */
export async function writeScale(data, district) {
  const db = openBare(fileIn(data))
  await db.run('BEGIN')
  await insert(db, 'unit', district.units)
  await insert(db, 'person', district.people)
  await insert(db, 'membership', district.memberships)
  await insert(db, 'post', district.posts)
  await db.run('COMMIT')
  await db.run('ANALYZE')
  await db.close()
}
