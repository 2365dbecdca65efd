import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DataSource } from 'typeorm'
import { expect, test } from 'vitest'
import { reverseAppropriation } from '../../main/database/funding-appropriations.ts'
import { loadStatement } from '../../main/database/funding-statement.ts'
import { InitialSchema1795305600000 } from '../../main/database/migrations/0001-initial-schema.ts'
import { backupFolder, databaseName, openDatabase } from '../../main/database/open.ts'
import { newDirectory } from './office.ts'

/** A data directory as the first schema left it, with one branch and its budget. */
const firstSchema = async (): Promise<string> => {
  const folder = newDirectory()
  const source = await new DataSource({
    type: 'sqlite',
    database: join(folder, databaseName),
    migrations: [InitialSchema1795305600000],
    migrationsTransactionMode: 'each',
  }).initialize()
  await source.runMigrations({ transaction: 'each' })
  await source.query(
    `INSERT INTO unit (id, version, kind, name, pinyin, initials, sort, note)
     VALUES ('branch', 1, 'branch', '百二河雅苑党支部', '', '', 1, '')`,
  )
  await source.query(
    `INSERT INTO appropriation (id, version, year, unit_id, source_id, amount_fen, date, note, standard_id, once_key)
     VALUES ('old', 3, 2026, 'branch', 'source-1', 1000000, '2026-01-01', '按定额安排', 'standard-1', 'key')`,
  )
  await source.destroy()
  return folder
}

test('budgets of the first schema are kept, can be reversed, and were backed up first', async () => {
  const folder = await firstSchema()
  const db = await openDatabase(folder)
  expect(await db.query('SELECT * FROM appropriation')).toEqual([
    {
      id: 'old',
      version: 3,
      year: 2026,
      unit_id: 'branch',
      source_id: 'source-1',
      amount_fen: 1_000_000,
      date: '2026-01-01',
      note: '按定额安排',
      standard_id: 'standard-1',
      once_key: 'key',
      reverses_id: null,
    },
  ])
  await reverseAppropriation(db, { id: 'old', date: '2026-02-01', reason: '' })
  expect((await loadStatement(db, 2026, null)).total.appropriatedFen).toBe(0)
  expect(readdirSync(join(folder, backupFolder))).toHaveLength(1)
  await db.close()
})
