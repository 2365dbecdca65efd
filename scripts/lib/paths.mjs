// Where things are. No dependency: this part runs before `npm ci`.
import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export const nodeModules = join(root, 'node_modules')
export const dist = join(root, 'dist')
export const out = join(root, 'out')
export const release = join(root, 'release')

/** Downloads that several clones share. It may be deleted at any time. */
export function cacheDir() {
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'zhibu-guanjia-cache')
  }
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'zhibu-guanjia')
}

/** A short name for this checkout, for files kept outside of it. */
export const checkoutId = createHash('sha256').update(root).digest('hex').slice(0, 12)
