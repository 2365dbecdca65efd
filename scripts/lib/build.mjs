// The build of main, preload and renderer into dist/, done again when a source has changed.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { withLock } from './lock.mjs'
import { checkoutId, dist, nodeModules, root } from './paths.mjs'
import { runNode } from './run.mjs'
import { SetupError, say } from './say.mjs'

const SOURCES = [
  'main',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const PRODUCTS = ['main/index.js', 'preload/preload.cjs', 'renderer/index.html']
const electronVite = join(nodeModules, 'electron-vite', 'bin', 'electron-vite.js')
const stampFile = join(dist, '.stamp')
/** A file larger than this (fonts) is known by its size and date, others by their content. */
const LARGE = 1 << 20

/**
 * The oldest Electron the application runs on: the build aims at its Node and Chromium,
 * whichever Electron is at hand.
 */
const OLDEST_ELECTRON = '33'

function* filesUnder(path) {
  if (!existsSync(path)) return
  if (statSync(path).isFile()) {
    yield path
    return
  }
  const entries = readdirSync(path, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) yield* filesUnder(child)
    else if (entry.isFile()) yield child
  }
}

function stampOfSources() {
  const hash = createHash('sha256').update(OLDEST_ELECTRON)
  for (const source of SOURCES) {
    for (const file of filesUnder(join(root, source))) {
      hash.update(`\0${relative(root, file)}\0`)
      const { size, mtimeMs } = statSync(file)
      hash.update(size > LARGE ? `${size} ${mtimeMs}` : readFileSync(file))
    }
  }
  return hash.digest('hex')
}

function isFresh(stamp) {
  try {
    return (
      readFileSync(stampFile, 'utf8') === stamp &&
      PRODUCTS.every((product) => existsSync(join(dist, product)))
    )
  } catch {
    return false
  }
}

/** A fixed target, whichever Electron is at hand. */
function viteEnvironment() {
  const env = { ...process.env, ELECTRON_MAJOR_VER: OLDEST_ELECTRON }
  if (!process.stderr.isTTY) env.NO_COLOR = '1'
  return env
}

/** Builds when dist/ is missing or stale. `force: true` builds in any case. */
export async function ensureBuilt({ force = false } = {}) {
  if (!force && isFresh(stampOfSources())) return
  await withLock(checkoutId, async () => {
    const stamp = stampOfSources()
    if (!force && isFresh(stamp)) return
    say('正在构建程序…')
    rmSync(stampFile, { force: true })
    const code = await runNode(electronVite, ['build', '--logLevel', 'warn'], {
      env: viteEnvironment(),
    })
    if (code !== 0) throw new SetupError('构建没有成功，原因见上面的输出。')
    writeFileSync(stampFile, stamp)
  })
}
