import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DataSource, type QueryRunner } from 'typeorm'
import { AppError } from '../../shared/errors.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import { type Connections, Database } from './database.ts'
import { brokenForeignKeys, copyInto, integrity, prepareConnection, setForeignKeys } from './dialect.ts'
import { entities } from './entities/all.ts'
import { asAppError } from './errors.ts'
import { migrations } from './migrations/all.ts'
import { whileOpeningAlone } from './opening-lock.ts'

export const databaseName = 'zhibu.db'
export const backupFolder = 'backups'

const source = (file: string): DataSource =>
  new DataSource({
    type: 'sqlite',
    database: file,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
  })

/** File name part for a moment where the program runs, e.g. `20261122-083000`. */
export const stamp = (now: Date): string => {
  const two = (n: number) => String(n).padStart(2, '0')
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('')
  return `${dayOf(now).replaceAll('-', '')}-${time}`
}

/**
 * Opens (or makes) the database in a data directory: pragmas, version check, backup before migrating, migrate.
 * Throws `database.newer`, `database.damaged`, `database.empty-file`, `database.read-only`, `database.disk-full`,
 * `database.busy` (another process has been opening it for over 5 s).
 */
export const openDatabase = async (dataDirectory: string, actor = '经办人'): Promise<Database> => {
  const file = join(dataDirectory, databaseName)
  try {
    mkdirSync(dataDirectory, { recursive: true })
    return await whileOpeningAlone(dataDirectory, async () => {
      // SQLite takes a file of 0 bytes for a new database; here it is the sign of a lost one.
      if (existsSync(file) && statSync(file).size === 0) {
        throw new AppError('database.empty-file', { backups: backupFolder })
      }
      return new Database(await connect(file, dataDirectory), file, actor)
    })
  } catch (error) {
    const known = asAppError(error)
    if (known instanceof AppError && known.code === 'database.damaged') {
      throw new AppError('database.damaged', { backups: backupFolder }, { cause: error })
    }
    throw known
  }
}

/** All connections, or none left open. */
const connect = async (file: string, dataDirectory: string): Promise<Connections> => {
  const writer = source(file)
  const reader = source(file)
  const slowReader = source(file)
  try {
    await writer.initialize()
    const writeRunner = writer.createQueryRunner()
    await prepareConnection(writeRunner, false)
    await migrate(writer, writeRunner, dataDirectory)
    await reader.initialize()
    const readRunner = reader.createQueryRunner()
    await prepareConnection(readRunner, true)
    await slowReader.initialize()
    const slowRunner = slowReader.createQueryRunner()
    await prepareConnection(slowRunner, true)
    return { writer, writeRunner, reader, readRunner, slowReader, slowRunner }
  } catch (error) {
    for (const opened of [slowReader, reader, writer]) if (opened.isInitialized) await opened.destroy()
    throw error
  }
}

/** Runs what is missing; a file that already holds data is copied first. A failure stops the start. */
const migrate = async (writer: DataSource, runner: QueryRunner, dataDirectory: string): Promise<void> => {
  const done: readonly { name: string }[] = (await runner.hasTable('migrations'))
    ? await runner.query('SELECT name FROM migrations')
    : []
  const known = new Set(writer.migrations.map((m) => m.name))
  if (done.some((m) => !known.has(m.name))) throw new AppError('database.newer')
  if (done.length === writer.migrations.length) return
  if (done.length > 0) {
    const folder = join(dataDirectory, backupFolder)
    mkdirSync(folder, { recursive: true })
    await copyInto(runner, join(folder, `before-upgrade-${stamp(new Date())}.db`))
  }
  // A changed parent table would delete its child rows by cascade: foreign keys are off while tables are rebuilt.
  await setForeignKeys(runner, false)
  await writer.runMigrations({ transaction: 'each' })
  await setForeignKeys(runner, true)
  if ((await integrity(runner)) !== 'ok' || (await brokenForeignKeys(runner)) > 0) {
    throw new AppError('database.damaged', { backups: backupFolder })
  }
}
