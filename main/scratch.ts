import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { log } from './log.ts'

/*
 * Copies of attached files that other programs are shown. They lie in one folder per running program, which is taken
 * away at the end; what a program that broke down left behind goes at the next start.
 */
const prefix = 'zhibu-open-'
const ownFolder = (): string => join(tmpdir(), `${prefix}${process.pid}`)

/** A new folder for one copy, readable by this user alone; removed when the program ends. */
export const scratchFolder = (): string => {
  const folder = join(ownFolder(), randomUUID())
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

const discard = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 2 })
  } catch (error) {
    // Another program still shows the copy; the next start tries again.
    log('info', 'copies left', error)
  }
}

/** Removes the copies of this program. */
export const clearScratch = (): void => discard(ownFolder())

const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Of another user, but running.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Removes what programs that no longer run have left. */
export const clearOldScratch = (): void => {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const pid = Number(name.slice(prefix.length))
    if (Number.isInteger(pid) && pid > 0 && !runs(pid)) discard(join(tmpdir(), name))
  }
}
