// A virtual display (Xvfb) for machines without a screen.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { track } from './run.mjs'
import { SetupError } from './say.mjs'

/** Only Linux can be without one. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** An .Xauthority entry that fits any display number: only we may connect. */
function authority() {
  const field = (bytes) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(bytes.length)
    return Buffer.concat([length, bytes])
  }
  const familyWild = Buffer.from([0xff, 0xff])
  const empty = field(Buffer.alloc(0))
  const name = field(Buffer.from('MIT-MAGIC-COOKIE-1'))
  return Buffer.concat([familyWild, empty, empty, name, field(randomBytes(16))])
}

/** Starts Xvfb on a number that it chooses itself. */
function startXvfb(authFile) {
  const args = ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-auth', authFile, '-noreset']
  const child = track(spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] }))
  return new Promise((resolve, reject) => {
    let number = ''
    let errors = ''
    const fail = (reason) =>
      reject(
        new SetupError(
          `虚拟显示器 Xvfb 没有启动（${reason}）。请安装它：sudo apt-get install xvfb，或在有显示器的桌面上运行。`,
        ),
      )
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      fail('20 秒内没有响应')
    }, 20_000)
    child.once('error', (error) => fail(error.code === 'ENOENT' ? '没有安装' : error.message))
    const onExit = () => fail(errors.trim().split('\n').at(-1) || '已退出')
    child.once('exit', onExit)
    child.stderr.on('data', (chunk) => {
      errors = (errors + chunk).slice(-2000)
    })
    child.stdio[3].on('data', (chunk) => {
      number += chunk
      if (!number.includes('\n')) return
      clearTimeout(timer)
      child.off('exit', onExit)
      child.unref()
      child.stderr.destroy()
      child.stdio[3].destroy()
      resolve({ child, display: `:${number.trim()}` })
    })
  })
}

/** Waits for the end, so that no dead process is left behind where nobody collects them. */
async function end(child) {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.ref()
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 2000)
  await ended
  clearTimeout(timer)
}

/**
 * Runs `work(env)` with an environment that has a display: the user's own, or a virtual one that
 * ends with the work. `virtual: true` keeps the work off the user's screen.
 */
export async function withDisplay(work, { virtual = false } = {}) {
  if (process.platform !== 'linux' || (hasDisplay() && !virtual)) return work({ ...process.env })
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-display-'))
  const authFile = join(folder, 'Xauthority')
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  try {
    writeFileSync(authFile, authority(), { mode: 0o600 })
    const { child, display } = await startXvfb(authFile)
    const env = { ...process.env, DISPLAY: display, XAUTHORITY: authFile, ZHIBU_VIRTUAL_DISPLAY: '1' }
    delete env.WAYLAND_DISPLAY
    try {
      return await work(env)
    } finally {
      await end(child)
    }
  } finally {
    remove()
    process.off('exit', remove)
  }
}
