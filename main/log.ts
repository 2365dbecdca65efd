import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Where the log goes; null until the data directory is known. */
let file: string | null = null
const mostBytes = 1024 * 1024

/** Logs to `logs/zhibu.log` in the data directory; one older file is kept. */
export const logInto = (dataDirectory: string): void => {
  const folder = join(dataDirectory, 'logs')
  try {
    mkdirSync(folder, { recursive: true })
    file = join(folder, 'zhibu.log')
  } catch {
    // A full or read-only disk: what matters says so itself.
    file = null
  }
}

/** Phones and ID numbers never reach the log, whatever an error's text may quote. */
const masked = (text: string): string =>
  text.replaceAll(/\d{17}[\dXx]/g, '〔证件号〕').replaceAll(/1[3-9]\d{9}/g, '〔手机号〕')

const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined ? '' : ` ← ${describe(error.cause)}`
  const at = (error.stack ?? '').split('\n').slice(1, 4).join(' ')
  return `${error.name}: ${error.message.split('\n')[0] ?? ''} ${at}${cause}`
}

/**
 * One line: instant, level, event, and the error's text without personal data. Query parameters are never logged.
 * A log that cannot be written never stops the work.
 */
export const log = (level: 'info' | 'error', event: string, error?: unknown): void => {
  if (file === null) return
  try {
    try {
      if (statSync(file).size > mostBytes) renameSync(file, `${file}.1`)
    } catch {
      // no log yet
    }
    const tail = error === undefined ? '' : ` ${masked(describe(error))}`
    appendFileSync(file, `${new Date().toISOString()} ${level} ${event}${tail}\n`)
  } catch {
    // the log is not worth failing for
  }
}
