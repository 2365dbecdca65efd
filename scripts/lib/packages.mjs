// The npm packages: installed again when node_modules is missing or not what package-lock.json says.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withLock } from './lock.mjs'
import { checkoutId, nodeModules, root } from './paths.mjs'
import { runNpm } from './run.mjs'
import { SetupError, say } from './say.mjs'
import { ensureSystem } from './system.mjs'

/** The compiled database driver; npm leaves it out when install scripts are switched off. */
const driver = join(nodeModules, 'sqlite3', 'build', 'Release', 'node_sqlite3.node')

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** npm writes node_modules/.package-lock.json last, so an interrupted installation lacks it. */
export function packagesAreFresh() {
  if (!existsSync(driver)) return false
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const installed = packagesIn(join(nodeModules, '.package-lock.json'))
  if (!wanted || !installed) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = installed[path]
    if (!found) return Boolean(entry.optional || entry.devOptional || entry.peer)
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

/** node-gyp fetches Node's headers from the internet unless it is told where they are. */
function headersOption() {
  if (process.env.npm_config_nodedir || process.platform === 'win32') return []
  const prefix = dirname(dirname(process.execPath))
  return existsSync(join(prefix, 'include', 'node', 'node_api.h')) ? [`--nodedir=${prefix}`] : []
}

/** Installs the packages if they are missing or stale. */
export async function ensurePackages() {
  if (packagesAreFresh()) return
  await withLock(checkoutId, async () => {
    if (packagesAreFresh()) return
    await ensureSystem({ compiler: true })
    say('正在安装依赖包并编译数据库驱动（首次约需两三分钟）…')
    // The driver declares Linux and macOS alone, yet has settings for compiling on Windows.
    const force = process.platform === 'win32' ? ['--force'] : []
    const code = await runNpm([
      'ci',
      '--loglevel=error',
      '--no-audit',
      '--no-fund',
      ...force,
      ...headersOption(),
    ])
    if (code !== 0 || !existsSync(driver)) {
      throw new SetupError(
        '依赖包安装失败（原因见上面 npm 的输出）。请检查网络或 npm 软件源（npm config get registry）、磁盘空间，以及 python3、make、g++、libssl-dev 是否已安装，然后重新运行本命令。',
      )
    }
    say('依赖包已就绪。')
  })
}
