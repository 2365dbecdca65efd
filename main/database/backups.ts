import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DataSource, type QueryRunner } from 'typeorm'
import { AppError } from '../../shared/errors.ts'
import type { Database } from './database.ts'
import { closeLog, copyInto, integrity, waitForLock } from './dialect.ts'
import { asAppError } from './errors.ts'
import { backupFolder, stamp } from './open.ts'

/**
 * A verified copy of the living database in `backups/`, with its SHA-256 beside it (an integrity check misses a
 * changed byte in a text). Answers the copy's path; a copy that fails the check is not kept.
 * Throws `database.damaged`, `database.disk-full`, `database.read-only`.
 */
export const backUp = async (db: Database): Promise<string> => {
  const file = await freeName(dirname(db.file), 'zhibu')
  const unchecked = `${file}.part`
  try {
    await db.exclusive((runner) => copyInto(runner, unchecked))
    await verify(unchecked)
    await writeFile(`${file}.sha256`, `${await sha256(unchecked)}  ${basename(file)}\n`)
    await rename(unchecked, file)
  } catch (error) {
    await rm(unchecked, { force: true })
    await rm(`${file}.sha256`, { force: true })
    throw asAppError(error)
  }
  return file
}

/**
 * Moves a closed database file into `backups/` under a dated name, and answers that name. Throws `database.busy` when
 * another program has it open: what that one saves afterwards would be lost to the eye.
 */
export const putAside = async (file: string, word: string): Promise<string> => {
  await whileOpen(file, async (runner) => {
    await waitForLock(runner)
    if (!(await closeLog(runner))) throw new AppError('database.busy')
  }).catch((error: unknown) => {
    throw asAppError(error)
  })
  const target = await freeName(dirname(file), word)
  // A write-ahead log that outlived its connection belongs to the file.
  for (const part of ['-wal', '-shm', '']) {
    if (existsSync(file + part)) await rename(file + part, target + part)
  }
  return basename(target)
}

const freeName = async (dataDirectory: string, word: string): Promise<string> => {
  const folder = join(dataDirectory, backupFolder)
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw asAppError(error)
  })
  const name = `${word}-${stamp(new Date())}`
  for (let n = 1; ; n += 1) {
    const file = join(folder, n === 1 ? `${name}.db` : `${name}-${n}.db`)
    if (!existsSync(file)) return file
  }
}

const verify = (file: string): Promise<void> =>
  whileOpen(file, async (runner) => {
    if ((await integrity(runner)) !== 'ok') throw new AppError('database.damaged', { backups: backupFolder })
  })

const whileOpen = async (file: string, work: (runner: QueryRunner) => Promise<void>): Promise<void> => {
  const source = await new DataSource({ type: 'sqlite', database: file }).initialize()
  try {
    const runner = source.createQueryRunner()
    await work(runner)
    await runner.release()
  } finally {
    await source.destroy()
  }
}

const sha256 = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
