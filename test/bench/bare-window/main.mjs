// The floor for the window: Electron opens one window, React draws one line.
import { app, BrowserWindow } from 'electron'

// Electron is ready only after this module ran to its end: it must not wait here.
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, spellcheck: false },
  })
  window.once('ready-to-show', () => window.show())
  return window.loadFile(process.env.BENCH_PAGE)
})
