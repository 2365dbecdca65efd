// The floor for a PDF: a fresh hidden window loads a finished page and prints it; with `again`, once more in the
// same window.
import { writeFile } from 'node:fs/promises'
import { app, BrowserWindow } from 'electron'
import { runTask, task } from './task.mjs'

async function print(window) {
  await window.loadFile(task.page)
  await window.webContents.executeJavaScript('document.fonts.ready.then(() => document.fonts.size)')
  const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
  await writeFile(task.out, pdf)
}

// Electron is ready only after this module ran to its end: it must not wait here.
app.whenReady().then(() => {
  let window
  return runTask(
    () => {
      window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
      return print(window)
    },
    { again: task.again ? () => print(window) : undefined },
  )
})
