// Starts Electron on the built application.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { root } from './paths.mjs'
import { exitCode, track } from './run.mjs'
import { say } from './say.mjs'

/** Lines with which Chromium and its libraries fill standard error on a machine that lacks a bus or a GPU. */
const NOISE = [
  /^\[\d+(:\d+)?:\d{4}\/\d{6}\.\d+:(ERROR|WARNING|INFO|VERBOSE\d*):/,
  /^(libva|MESA|libEGL|libGL|vulkan|ALSA|Fontconfig) ?(error|warning|info)?:/i,
  /\b(Gtk|GLib|GLib-GObject|Gdk|dconf|atk-bridge)[-\w]*(-WARNING|-CRITICAL|-Message|-Warning) ?\*{0,2}:?/,
  /^DevTools listening on /,
  /^Warning: .*--no-sandbox/,
]

function isNoise(line) {
  return NOISE.some((pattern) => pattern.test(line))
}

/** Switches that depend on the machine; the application itself never adds them. */
export function electronArgs(env = process.env) {
  const args = []
  // Chromium's sandbox refuses to run as root.
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  if (process.platform !== 'linux') return args
  if (env.ZHIBU_VIRTUAL_DISPLAY) args.push('--disable-gpu', '--disable-dev-shm-usage')
  else if (env.WAYLAND_DISPLAY && !env.DISPLAY) args.push('--ozone-platform-hint=auto')
  return args
}

/** The environment for Electron: without what would turn it into a plain Node. */
export function electronEnv(env) {
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...rest } = env
  return rest
}

/**
 * Starts `executable` and resolves with its exit code. Standard output is passed through untouched,
 * or given to `onOutput`; `timeout` in milliseconds or an abort `signal` ends it; standard error loses Chromium's noise (ZHIBU_DEBUG=1 keeps it).
 */
export async function runElectron(
  executable,
  args,
  { env = process.env, cwd = root, onOutput, timeout, signal } = {},
) {
  const child = track(
    spawn(executable, args, {
      cwd,
      env: electronEnv(env),
      stdio: ['inherit', onOutput ? 'pipe' : 'inherit', 'pipe'],
    }),
  )
  if (onOutput) child.stdout.setEncoding('utf8').on('data', onOutput)
  const lines = createInterface({ input: child.stderr })
  let library
  lines.on('line', (line) => {
    library ??= line.match(/error while loading shared libraries: ([^:]+)/)?.[1]
    if (process.env.ZHIBU_DEBUG || !isNoise(line)) process.stderr.write(`${line}\n`)
  })
  signal?.addEventListener('abort', () => child.kill('SIGTERM'))
  const timer = timeout ? setTimeout(() => child.kill('SIGKILL'), timeout) : undefined
  const code = await exitCode(child)
  clearTimeout(timer)
  if (library) {
    say(
      `系统缺少 Electron 需要的库 ${library}。请用管理员身份运行：sudo apt-get install libnss3 libgtk-3-0 libgbm1 libasound2 libxss1 libcups2`,
    )
  }
  return code
}

/** npm changes to the project's folder; the user's relative paths start where npm was called. */
function userFolder() {
  const byNpm = ['start', 'dev', 'cli'].includes(process.env.npm_lifecycle_event) && process.env.INIT_CWD
  return byNpm || process.cwd()
}

/** Starts the built application of this checkout with the user's arguments after its own. */
export function runApp(runtime, args, options = {}) {
  const env = { ...(options.env ?? process.env), ZHIBU_CWD: userFolder() }
  return runElectron(runtime.executable, [...electronArgs(env), root, ...args], { ...options, env })
}
