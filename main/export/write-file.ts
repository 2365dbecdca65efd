import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError, type ErrorCode } from '../../shared/errors.ts'

/** On Windows a virus scanner holds a new file for a moment: the rename is tried again after these pauses, in ms. */
const pauses = [50, 150, 400]

/**
 * Writes a whole file or nothing: a temporary file in the same folder, synced, then renamed over the target.
 * When it fails the old file is untouched and no temporary file stays behind.
 * Throws `write.locked`, `write.disk-full`, `write.denied`, `write.failed`, with the fact `file`.
 */
export const writeFileAtomic = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = basename(path)
  if (openElsewhere(path)) throw new AppError('write.locked', { file })
  // A link stays a link: the file it points to is replaced.
  const target = await realpath(path).catch(() => path)
  const temporary = join(dirname(target), `.zhibu-${randomUUID()}.tmp`)
  let step: 'write' | 'replace' = 'write'
  try {
    await writeSynced(temporary, bytes)
    const old = await stat(target).catch(() => null)
    // Some file systems, e.g. of USB sticks, know no modes.
    if (old !== null) await chmod(temporary, old.mode & 0o777).catch(() => undefined)
    step = 'replace'
    await replace(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw new AppError(codeOf(error, step), { file }, { cause: error })
  }
  await syncFolder(dirname(target))
}

const writeSynced = async (path: string, bytes: Uint8Array): Promise<void> => {
  const handle = await open(path, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const replace = async (from: string, to: string): Promise<void> => {
  for (const pause of pauses) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (!['EBUSY', 'EPERM', 'EACCES'].includes(systemCode(error))) throw error
      await wait(pause)
    }
  }
  await rename(from, to)
}

/** Makes the new name itself survive a power cut. Windows cannot open folders; there the rename is enough. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** On Linux nothing stops a rename over an open file; LibreOffice and WPS say by a file beside it that they hold it. */
const openElsewhere = (path: string): boolean =>
  [`.~lock.${basename(path)}#`, `.~${basename(path)}`].some((name) => existsSync(join(dirname(path), name)))

const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

const codeOf = (error: unknown, step: 'write' | 'replace'): ErrorCode => {
  switch (systemCode(error)) {
    case 'EBUSY':
      return 'write.locked'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'write.disk-full'
    // The folder took the temporary file, so it is the target that is held, as Windows reports it.
    case 'EPERM':
    case 'EACCES':
      return step === 'replace' ? 'write.locked' : 'write.denied'
    case 'EROFS':
      return 'write.denied'
    case 'ENOENT':
    case 'ENOTDIR':
      return 'write.no-folder'
    default:
      return 'write.failed'
  }
}
