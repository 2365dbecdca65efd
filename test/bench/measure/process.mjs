// One start of Electron, measured from outside.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { electronArgs, electronEnv } from '../../../scripts/lib/electron.mjs'
import { root } from '../../../scripts/lib/paths.mjs'
import { exitCode, track } from '../../../scripts/lib/run.mjs'
import { watchMemory } from './memory.mjs'

const LIMIT_MS = 120_000
const MARK = 'BENCH '

/**
 * Starts Electron with `args` and waits for its end: `{ startedAt, ms, peakBytes, messages, output }`. `startedAt` is a
 * Date.now(), `ms` the time to its exit. `messages` are the objects that a probe or a reference said, each with the
 * `peakBytes` since the one before; `output` is the rest of standard output. Throws, with all that it wrote, when it
 * failed.
 */
export async function measureElectron({ runtime, env }, args, extra = {}) {
  const startedAt = Date.now()
  const started = performance.now()
  const child = track(
    spawn(runtime.executable, [...electronArgs(env), ...args], {
      cwd: root,
      env: { ...electronEnv(env), ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
  const memory = watchMemory(child.pid)
  const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
  const messages = []
  let output = ''
  let errors = ''
  let ms = 0
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith(MARK))
      messages.push({ ...JSON.parse(line.slice(MARK.length)), peakBytes: memory.peak() })
    else output += `${line}\n`
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors = (errors + text).slice(-20_000)
  })
  child.once('exit', () => {
    ms = performance.now() - started
  })
  const code = await exitCode(child)
  clearTimeout(limit)
  const last = memory.peak()
  memory.stop()
  const failed = messages.find((message) => message.error !== undefined)
  if (code !== 0 || failed) {
    const reason = failed?.error ?? `exit code ${code}`
    throw new Error(`electron ${args.join(' ')}: ${reason}\n${errors}${output}`)
  }
  const peakBytes = last === null ? null : Math.max(last, ...messages.map((message) => message.peakBytes))
  return { startedAt, ms, peakBytes, messages, output }
}
