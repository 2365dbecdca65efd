import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import type { EventName, PushedEvents } from '../shared/ipc.ts'
import { eventChannel } from '../shared/ipc.ts'
import { appOrigin, windowPage } from './protocol.ts'

/** The built preload script; `dist/preload` stands beside `dist/main`. */
export const preloadScript = join(import.meta.dirname, '../preload/preload.cjs')

let window: BrowserWindow | null = null

/** Shows the window at once; its page asks for the data when it is there. */
export const openWindow = (): BrowserWindow => {
  const created = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    // 1366 × 768 at 125 %, less the task bar.
    minHeight: 560,
    show: false,
    title: '支部管家',
    autoHideMenuBar: true,
    icon: app.isPackaged ? undefined : join(app.getAppPath(), 'resources/icons/512x512.png'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#141414' : '#FFFFFF',
    webPreferences: {
      preload: preloadScript,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  })
  created.once('ready-to-show', () => created.show())
  created.on('closed', () => {
    window = null
  })
  window = created
  void created.loadURL(appOrigin + windowPage)
  return created
}

export const focusWindow = (): void => {
  if (window === null) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

export const currentWindow = (): BrowserWindow | null => window

/** Tells the window something; nobody hears it when there is none. */
export const push = <N extends EventName>(name: N, value: PushedEvents[N]): void => {
  window?.webContents.send(eventChannel, name, value)
}
