// Electron's fuses: switches in the executable, one character each after a sentinel.
// https://www.electronjs.org/docs/latest/tutorial/fuses
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** The order of the fuses in the wire; a later Electron only adds to it. */
export const FUSES = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyLoadAppFromAsar',
  'browserV8Snapshot',
  'grantFileProtocolExtraPrivileges',
]

/**
 * Sets the named fuses of an executable (`{ runAsNode: false, … }`) and returns its wire, e.g. `10110001`.
 * One that this Electron does not have, or has retired, is left alone.
 */
export function setFuses(executable, wanted) {
  const content = readFileSync(executable)
  const sentinel = content.indexOf(SENTINEL)
  if (sentinel < 0) throw new Error(`${executable}: no fuses found`)
  // After the sentinel: a byte with the version of the layout, a byte with the number of fuses, the fuses.
  const start = sentinel + SENTINEL.length + 2
  const length = content[start - 1]
  if (content[start - 2] !== 1) throw new Error(`${executable}: unknown layout of the fuses`)
  const wire = content.toString('latin1', start, start + length).split('')
  for (const [name, on] of Object.entries(wanted)) {
    const index = FUSES.indexOf(name)
    if (index < 0) throw new Error(`unknown fuse ${name}`)
    if (wire[index] === '0' || wire[index] === '1') wire[index] = on ? '1' : '0'
  }
  const file = openSync(executable, 'r+')
  try {
    writeSync(file, Buffer.from(wire.join(''), 'latin1'), 0, length, start)
  } finally {
    closeSync(file)
  }
  return wire.join('')
}
