// One shell pipeline, measured from outside.
import { spawn } from 'node:child_process'
import { exitCode, track } from '../../../scripts/lib/run.mjs'
import { watchMemory } from './memory.mjs'

const LIMIT_MS = 120_000

/** Quoted for the shell. */
export const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`

/** Runs `script` and waits for its end: `{ ms, peakBytes, output }`. Throws, with all that it wrote, when it failed. */
export async function measureShell(script, env = {}) {
  const started = performance.now()
  const child = track(
    spawn('sh', ['-ec', script], {
      // LibreOffice and Gnumeric write question marks for Chinese in a locale of ASCII.
      env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
  const memory = watchMemory(child.pid)
  const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
  let output = ''
  let errors = ''
  let ms = 0
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors = (errors + text).slice(-20_000)
  })
  child.once('exit', () => {
    ms = performance.now() - started
  })
  const code = await exitCode(child)
  clearTimeout(limit)
  const peakBytes = memory.peak()
  memory.stop()
  if (code !== 0) throw new Error(`${script}: exit code ${code}\n${errors}${output}`)
  return { ms, peakBytes, output }
}
