// One set-up at a time: two commands may be started at once in the same checkout.
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './say.mjs'

/** A lock is stale when its process is gone, or when it never got to write its number. */
function isStale(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    if (!pid) return Date.now() - statSync(file).mtimeMs > 5000
    try {
      process.kill(pid, 0)
      return false
    } catch (error) {
      return error.code === 'ESRCH'
    }
  } catch {
    return false
  }
}

function tryLock(file) {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Runs `work` while no other process of this user holds the lock of that name. */
export async function withLock(name, work) {
  const user = process.getuid?.() ?? 'user'
  const file = join(tmpdir(), `zhibu-guanjia-${user}-${name}.lock`)
  const unlock = () => rmSync(file, { force: true })
  let told = false
  while (!tryLock(file)) {
    if (isStale(file)) {
      unlock()
      continue
    }
    if (!told) say('另一个命令正在准备环境，等它完成…')
    told = true
    await sleep(200)
  }
  process.once('exit', unlock)
  try {
    return await work()
  } finally {
    unlock()
    process.off('exit', unlock)
  }
}
