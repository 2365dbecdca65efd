import type { QueryRunner } from 'typeorm'

/*
 * Everything that is SQLite's own stands here, so that a move to PostgreSQL touches one file.
 * synchronous=FULL: with WAL, NORMAL loses confirmed commits in a power cut.
 */
const busyTimeout = 'PRAGMA busy_timeout = 5000'
const connectionPragmas = [
  busyTimeout,
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
]

/**
 * Pages of the writer's own memory, in KiB: an import that does not fit writes the same pages of its indexes to the log
 * over and over, which took two and a half times as long. It is taken only as far as it is needed.
 */
const writerCache = 'PRAGMA cache_size = -65536'

export const prepareConnection = async (runner: QueryRunner, readOnly: boolean): Promise<void> => {
  for (const pragma of connectionPragmas) await runner.query(pragma)
  if (!readOnly) await runner.query(writerCache)
  if (readOnly) await runner.query('PRAGMA query_only = ON')
}

export const waitForLock = (runner: QueryRunner): Promise<unknown> => runner.query(busyTimeout)

/** Holds the whole file until the connection is closed. */
export const beginAlone = (runner: QueryRunner): Promise<unknown> => runner.query('BEGIN EXCLUSIVE')

/** Takes the write lock at once: a deferred transaction fails late when another process wrote in between. */
export const beginWrite = (runner: QueryRunner): Promise<unknown> => runner.query('BEGIN IMMEDIATE')
export const commit = (runner: QueryRunner): Promise<unknown> => runner.query('COMMIT')
export const rollback = (runner: QueryRunner): Promise<unknown> => runner.query('ROLLBACK')

/** The parameter list of `count` values. */
export const placeholders = (count: number): string => new Array(count).fill('?').join(', ')

/** Where the parameter stands in the column: 1 at its beginning, 0 not at all, null in null. Quicker than LIKE. */
export const position = (column: string): string => `instr(${column}, ?)`

/** One statement takes at most 32,766 variables in SQLite. */
export const mostVariables = 32_000

/** Changes whenever another connection than this one committed to the same database. */
export const dataVersion = async (runner: QueryRunner): Promise<number> => {
  const rows: readonly { data_version: number }[] = await runner.query('PRAGMA data_version')
  return rows[0]?.data_version ?? 0
}

/** Writes the log into the file and does away with it; false when another connection still has the file open. */
export const closeLog = async (runner: QueryRunner): Promise<boolean> => {
  const rows: readonly { journal_mode: string }[] = await runner.query('PRAGMA journal_mode = DELETE')
  return rows[0]?.journal_mode === 'delete'
}

/** A consistent copy of the living database into a new file. */
export const copyInto = async (runner: QueryRunner, file: string): Promise<void> => {
  await runner.query('VACUUM INTO ?', [file])
}

/** `ok`, or what is wrong. */
export const integrity = async (runner: QueryRunner): Promise<string> => {
  const rows: readonly { integrity_check: string }[] = await runner.query('PRAGMA integrity_check(1)')
  return rows[0]?.integrity_check ?? 'ok'
}

export const brokenForeignKeys = async (runner: QueryRunner): Promise<number> => {
  const rows: readonly unknown[] = await runner.query('PRAGMA foreign_key_check')
  return rows.length
}

export const setForeignKeys = (runner: QueryRunner, on: boolean): Promise<unknown> =>
  runner.query(`PRAGMA foreign_keys = ${on ? 'ON' : 'OFF'}`)

/** True for an error that says: another row needs this one, or already has its unique value. */
export const isConstraintError = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('SQLITE_CONSTRAINT')

const field = (name: string): string => `'${name.replaceAll("'", "''")}'`

/**
 * SQL of one page of a table as a JSON array (`json`), with the last id of the page (`last`) and its length (`n`);
 * takes the id after which it begins. `fields`: name in the JSON → column.
 */
export const jsonRows = (
  table: string,
  fields: Readonly<Record<string, string>>,
  where: string,
  rows: number,
): string => {
  const pairs = Object.entries(fields).map(([name, column]) => `${field(name)}, "${column}"`)
  return `SELECT json_group_array(json(row)) AS "json", max(id) AS "last", count(*) AS "n" FROM (
    SELECT id, json_object(${pairs.join(', ')}) AS row FROM "${table}" WHERE ${where} AND id > ? ORDER BY id LIMIT ${rows}
  )`
}

/**
 * SQL that inserts the objects of a JSON array into a table; `fields`: name in the JSON → column. `jsonb_each` (SQLite
 * 3.51) hands the objects on as it has parsed them: with `json_each` each field parsed its object anew, four times as slow.
 */
export const insertJsonRows = (table: string, fields: Readonly<Record<string, string>>): string => {
  const columns = Object.values(fields).map((column) => `"${column}"`)
  const values = Object.keys(fields).map((name) => `json_extract(value, ${field(`$.${name}`)})`)
  return `INSERT INTO "${table}" (${columns.join(', ')}) SELECT ${values.join(', ')} FROM jsonb_each(?)`
}

/** SQL that notes the same objects as made by an edit; takes the edit's number, the table's name, and the array. */
export const noteJsonRows = `INSERT INTO audit_change (entry_seq, table_name, record_id, before, after)
  SELECT ?, ?, json_extract(value, '$.id'), NULL, json(value) FROM jsonb_each(?)`

/** Until the end of the transaction, references are checked when it commits. */
export const deferForeignKeys = (runner: QueryRunner): Promise<unknown> =>
  runner.query('PRAGMA defer_foreign_keys = ON')
