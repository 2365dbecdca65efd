// Peak memory of a process and everything below it, read from /proc.
import { readdirSync, readFileSync } from 'node:fs'
import { read } from '../../../scripts/lib/run.mjs'

const EVERY_MS = 100
const pageSize = Number(read('getconf', ['PAGESIZE']) ?? 4096)

/** `pid → { parent, bytes }` of every process; what ended meanwhile is left out. */
function processes() {
  const all = new Map()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1')
      // The fields after the command's name, which may hold blanks: state, parent, …, resident pages.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      all.set(Number(name), { parent: Number(fields[1]), bytes: Number(fields[21]) * pageSize })
    } catch {}
  }
  return all
}

function residentBytes(root) {
  const all = processes()
  const isBelow = (pid) => {
    for (let at = pid; at > 1; at = all.get(at)?.parent ?? 0) if (at === root) return true
    return false
  }
  return [...all].reduce((sum, [pid, { bytes }]) => (isBelow(pid) ? sum + bytes : sum), 0)
}

/**
 * Watches the process tree under `pid`. `peak()` answers the highest sum of resident memory (RSS) in bytes since it was
 * asked before, or null where there is no /proc. Pages that processes share count once for each of them.
 */
export function watchMemory(pid) {
  if (process.platform !== 'linux') return { peak: () => null, stop: () => undefined }
  let highest = 0
  const look = () => {
    highest = Math.max(highest, residentBytes(pid))
  }
  const timer = setInterval(look, EVERY_MS)
  return {
    peak: () => {
      const answer = highest
      highest = 0
      return answer
    },
    stop: () => clearInterval(timer),
  }
}
