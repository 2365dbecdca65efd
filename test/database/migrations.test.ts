import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DataSource } from 'typeorm'
import { expect, test } from 'vitest'
import { loadEstates } from '../../main/database/estates.ts'
import { reverseAppropriation } from '../../main/database/funding-appropriations.ts'
import { loadStatement } from '../../main/database/funding-statement.ts'
import { InitialSchema1795305600000 } from '../../main/database/migrations/0001-initial-schema.ts'
import { AppropriationReversal1795309200000 } from '../../main/database/migrations/0002-appropriation-reversal.ts'
import { Reorganization1795996800000 } from '../../main/database/migrations/0003-reorganization.ts'
import { backupFolder, databaseName, openDatabase } from '../../main/database/open.ts'
import { estateHandlers } from '../../main/handlers/estates.ts'
import { contextOf } from './context.ts'
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

/** A data directory as the third schema left it: a joint branch of two estates, a third estate without one. */
const thirdSchema = async (): Promise<string> => {
  const folder = newDirectory()
  const source = await new DataSource({
    type: 'sqlite',
    database: join(folder, databaseName),
    migrations: [InitialSchema1795305600000, AppropriationReversal1795309200000, Reorganization1795996800000],
    migrationsTransactionMode: 'each',
  }).initialize()
  await source.runMigrations({ transaction: 'each' })
  const unit = 'INSERT INTO unit (id, version, kind, name, parent_id, pinyin, initials, sort, note) VALUES'
  await source.query(`${unit} ('street', 1, 'streetCommittee', '汉江路街道党工委', NULL, '', '', 1, '')`)
  await source.query(
    `${unit} ('community', 1, 'communityCommittee', '六堰社区党委', 'street', '', '', 1, '')`,
  )
  await source.query(`${unit} ('branch', 4, 'branch', '百二河联合党支部', 'community', '', '', 1, '')`)
  for (const [id, name] of [
    ['e1', '百二河雅苑'],
    ['e2', '阳光家属院'],
    ['e3', '滨河花园'],
  ]) {
    await source.query(
      `INSERT INTO estate (id, version, community_id, name, building_count, household_count)
       VALUES (?, 2, 'community', ?, 4, 300)`,
      [id, name],
    )
  }
  for (const id of ['e1', 'e2']) {
    await source.query(
      `INSERT INTO unit_estate (id, version, unit_id, estate_id) VALUES (?, 3, 'branch', ?)`,
      [`l-${id}`, id],
    )
  }
  await source.destroy()
  return folder
}

test('estates and links of the third schema are kept, as served since ever, and can end and begin again', async () => {
  const folder = await thirdSchema()
  const db = await openDatabase(folder)
  expect(await db.query('SELECT * FROM unit_estate ORDER BY id')).toEqual(
    ['e1', 'e2'].map((id) => ({
      id: `l-${id}`,
      version: 3,
      unit_id: 'branch',
      estate_id: id,
      starts_on: null,
      ends_on: null,
    })),
  )
  const estates = await loadEstates(db, 'community')
  expect(estates.map((estate) => [estate.id, estate.version, estate.endedOn, estate.covered])).toEqual(
    expect.arrayContaining([
      ['e1', 2, null, true],
      ['e2', 2, null, true],
      ['e3', 2, null, false],
    ]),
  )
  // The unique index of unit and estate is gone: the same branch may serve the same estate again.
  const context = contextOf(db)
  await estateHandlers['estate.unlink']({ linkId: 'l-e1', version: 3, on: '2026-03-01' }, context)
  await estateHandlers['estate.link']({ unitId: 'branch', estateIds: ['e1'], on: '2026-05-01' }, context)
  expect(await db.query("SELECT id FROM unit_estate WHERE estate_id = 'e1'")).toHaveLength(2)
  expect(readdirSync(join(folder, backupFolder))).toHaveLength(1)
  await db.close()
})
