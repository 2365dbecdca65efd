// Everything a fresh machine lacks, in the order in which one step needs the other.
import { ensureBuilt } from './build.mjs'
import { ensurePackages } from './packages.mjs'
import { ensureRuntime } from './runtime.mjs'
import { SetupError } from './say.mjs'
import { ensureSystem } from './system.mjs'

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new SetupError(
    `需要 Node.js 20.19 或更高版本，本机是 ${process.versions.node}。请从 https://nodejs.org 安装新版本后重试。`,
  )
}

/** Packages, system libraries and the runtime; returns the runtime. */
export async function setUp({ tests = false } = {}) {
  checkNode()
  await ensurePackages()
  await ensureSystem({ runtime: true, tests })
  return ensureRuntime()
}

/** The same and the build. */
export async function setUpAndBuild(options) {
  const runtime = await setUp(options)
  await ensureBuilt()
  return runtime
}
