import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import { AppError } from '../shared/errors.ts'
import { describeError } from '../shared/messages.ts'
import { readLaunch } from './arguments.ts'
import { runCli } from './cli.ts'
import type { Context } from './context.ts'
import type { Database } from './database/database.ts'
import { systemDesktop } from './desktop.ts'
import { serveRequests } from './ipc.ts'
import { log, logInto } from './log.ts'
import { setMenu } from './menu.ts'
import { registerScheme } from './protocol.ts'
import { clearOldScratch, clearScratch } from './scratch.ts'
import { guardContents } from './security.ts'
import { sortPeople } from './sort-people.ts'
import { startContext } from './start-context.ts'
import { preparePages } from './start-pages.ts'
import { focusWindow, openWindow, push } from './window.ts'

const launch = readLaunch(
  process.argv.slice(app.isPackaged ? 1 : 2),
  process.env['ZHIBU_CWD'] ?? process.cwd(),
)
app.setName('支部管家')
const dataDirectory = launch.data ?? join(app.getPath('userData'), 'data')

/** How often the window looks whether another process (the command line) wrote to the database, in ms. */
const foreignCheck = 2000

const watchForeignWrites = (context: Context): void => {
  let known: { readonly database: Database; readonly version: number } | null = null
  let asking = false
  const look = async (): Promise<void> => {
    const database = context.database()
    const version = await database.foreignVersion()
    if (known?.database === database && known.version !== version) push('data.changed', null)
    known = { database, version }
  }
  setInterval(() => {
    if (asking) return
    asking = true
    // A database that is busy or being reopened is looked at the next time.
    void look()
      .catch(() => undefined)
      .finally(() => {
        asking = false
      })
  }, foreignCheck).unref()
}

/** Also when the data could not be opened again: then there is nothing to close. */
const closeData = async (context: Context): Promise<void> => {
  await context.database().close()
}

const startWindow = async (): Promise<void> => {
  // One window per data directory.
  if (launch.data !== null) app.setPath('userData', join(dataDirectory, '.window'))
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  app.on('second-instance', focusWindow)
  app.on('window-all-closed', () => app.quit())
  await preparePages()
  setMenu()
  const context = startContext(dataDirectory, systemDesktop)
  serveRequests(context)
  openWindow()
  try {
    logInto(dataDirectory)
    const ready = await context
    log('info', `start ${app.getVersion()} electron ${process.versions.electron}`)
    clearOldScratch()
    app.on('will-quit', clearScratch)
    watchForeignWrites(ready)
    void sortPeople(ready.database()).then(
      (filled) => (filled > 0 ? push('data.changed', null) : undefined),
      (error: unknown) => log('error', 'people not sorted', error),
    )
    app.on('before-quit', () => ready.jobs.cancelAll())
    app.on(
      'will-quit',
      () => void closeData(ready).catch((error: unknown) => log('info', 'not closed', error)),
    )
  } catch (error) {
    log('error', 'start failed', error)
    const known = error instanceof AppError ? error : new AppError('internal')
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
    dialog.showErrorBox('支部管家打不开数据', describeError(known.code, known.facts))
    app.exit(1)
  }
}

const startCli = async (words: readonly string[]): Promise<void> => {
  app.on('window-all-closed', () => undefined)
  const code = await runCli(words, { dataDirectory, cwd: launch.cwd }).catch((error: unknown) => {
    log('error', 'command line failed', error)
    return 1
  })
  app.exit(code)
}

registerScheme()
// As root the start scripts pass --no-sandbox, which Chromium refuses to combine with this.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
guardContents()
void (launch.cli === null ? startWindow() : startCli(launch.cli))
