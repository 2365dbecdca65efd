import { join } from 'node:path'
import { DataSource } from 'typeorm'
import { expect, test } from 'vitest'
import { entities } from '../../main/database/entities/all.ts'
import { migrations } from '../../main/database/migrations/all.ts'
import { newDirectory } from './office.ts'

const migrated = async (): Promise<DataSource> => {
  const source = new DataSource({
    type: 'sqlite',
    database: join(newDirectory(), 'schema.db'),
    entities,
    migrations,
    migrationsTransactionMode: 'each',
  })
  await source.initialize()
  await source.runMigrations({ transaction: 'each' })
  return source
}

/** One statement per table and index, by table, as the database holds them. */
const schemaOf = async (source: DataSource): Promise<string> => {
  const rows: readonly { sql: string }[] = await source.query(
    `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
     ORDER BY tbl_name, type DESC, name`,
  )
  const statements = rows.map(({ sql }) =>
    sql
      .replaceAll(/\s+/g, ' ')
      .replace(/^(CREATE TABLE "\w+" )\((.*)\)$/, '$1(\n  $2\n)')
      .replaceAll(/, (?=CONSTRAINT |"\w+" (?:text|integer))/g, ',\n  ')
      .trimEnd(),
  )
  return `-- Generated from the migrations by test/database/schema.test.ts (vitest -u); never edited.\n\n${statements.join(';\n\n')};\n`
}

test('schema.sql is what the migrations make', async () => {
  const source = await migrated()
  await expect(await schemaOf(source)).toMatchFileSnapshot('../../main/database/schema.sql')
  await source.destroy()
})

test('the entities describe what the migrations make', async () => {
  const source = await migrated()
  const missing = await source.driver.createSchemaBuilder().log()
  expect(missing.upQueries.map((query) => query.query)).toEqual([])
  await source.destroy()
})

test('a column that only the migrations know is noticed', async () => {
  const source = await migrated()
  await source.query('ALTER TABLE unit ADD COLUMN forgotten text')
  const missing = await source.driver.createSchemaBuilder().log()
  expect(missing.upQueries.length).toBeGreaterThan(0)
  await source.destroy()
})

test('the migrations can be taken back', async () => {
  const source = await migrated()
  for (const _ of migrations) await source.undoLastMigration({ transaction: 'each' })
  const tables: readonly { name: string }[] = await source.query(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  )
  expect(tables.map((table) => table.name)).toEqual(['migrations'])
  await source.destroy()
})
