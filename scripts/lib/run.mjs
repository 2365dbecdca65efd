// Child processes: none outlives the script that started it.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { root } from './paths.mjs'

const children = new Set()
let watching = false

function stopAll() {
  for (const child of children) child.kill('SIGTERM')
}

/** Stops the child when this process ends, by whatever way short of SIGKILL. */
export function track(child) {
  children.add(child)
  child.once('exit', () => children.delete(child))
  if (!watching) {
    watching = true
    process.on('exit', stopAll)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        stopAll()
        process.exit(128 + constants.signals[signal])
      })
    }
  }
  return child
}

/** Resolves with the exit code; a child that was killed or could not start counts as 1. */
export function exitCode(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`)
      resolve(1)
    })
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** Keeps what a child says, to be shown only if it fails. */
function collect(child) {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk) => {
      text = (text + chunk).slice(-20_000)
    })
  }
  return () => text
}

/**
 * Runs a command with its output on standard error and resolves with its exit code.
 * `stdout: true` leaves the output on standard output; `quiet: true` drops it, `quiet: 'unless-failed'`
 * shows it when the command fails; `timeout` in milliseconds ends the command.
 */
export async function run(command, args, options = {}) {
  const { timeout, stdout = false, quiet = false, ...rest } = options
  const output = quiet ? (quiet === true ? 'ignore' : 'pipe') : stdout ? 'inherit' : process.stderr
  const errors = quiet ? output : 'inherit'
  const child = track(spawn(command, args, { cwd: root, stdio: ['ignore', output, errors], ...rest }))
  const collected = collect(child)
  const timer = timeout ? setTimeout(() => child.kill('SIGKILL'), timeout) : undefined
  const code = await exitCode(child)
  clearTimeout(timer)
  if (code !== 0) process.stderr.write(collected())
  return code
}

/** Runs a script of a package with this very Node. */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options)
}

/** Runs npm itself: the one that started us, if it did. */
export function runNpm(args, options = {}) {
  const cli = process.env.npm_execpath
  if (cli && /npm-cli\.[cm]?js$/.test(cli) && existsSync(cli)) return runNode(cli, args, options)
  const windows = process.platform === 'win32'
  return run(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows })
}

/** The output of a quick command, or undefined where it fails or is not installed. */
export function read(command, args) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 << 20,
  })
  return result.status === 0 ? result.stdout : undefined
}
