import { join } from 'node:path'
import { app } from 'electron'
import { servePages } from './protocol.ts'
import { guardSession } from './security.ts'

let prepared: Promise<void> | null = null

/** What every page needs before it loads: a ready application, guarded, with its own files served. Once. */
export const preparePages = (): Promise<void> => {
  prepared ??= app.whenReady().then(() => {
    guardSession()
    servePages(join(import.meta.dirname, '../renderer'))
  })
  return prepared
}
