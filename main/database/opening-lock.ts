import { join } from 'node:path'
import { DataSource } from 'typeorm'
import { beginAlone, waitForLock } from './dialect.ts'

const lockName = 'opening.lock'

/**
 * Runs `work` while no other process opens the database of the same directory: two that make or migrate one file at
 * once fall over each other. An empty database serves as the lock, because the system frees it when a process dies.
 * Waits 5 s, then throws `SQLITE_BUSY`.
 */
export const whileOpeningAlone = async <T>(dataDirectory: string, work: () => Promise<T>): Promise<T> => {
  const lock = await new DataSource({ type: 'sqlite', database: join(dataDirectory, lockName) }).initialize()
  try {
    const runner = lock.createQueryRunner()
    await waitForLock(runner)
    await beginAlone(runner)
    return await work()
  } finally {
    await lock.destroy()
  }
}
