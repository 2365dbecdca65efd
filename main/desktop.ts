import { dialog, shell } from 'electron'
import type { Desktop, FileFilter } from './context.ts'
import { currentWindow } from './window.ts'

const filtersOf = (filters: readonly FileFilter[]) =>
  filters.map((f) => ({ name: f.name, extensions: [...f.extensions] }))

/** The system's dialogs, over the window where there is one. */
export const systemDesktop: Desktop = {
  chooseFile: async (title, filters) => {
    const options = { title, filters: filtersOf(filters), properties: ['openFile' as const] }
    const window = currentWindow()
    const answer = await (window === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options))
    return answer.canceled ? null : (answer.filePaths[0] ?? null)
  },
  chooseTarget: async (title, suggestedName, filters) => {
    const options = { title, defaultPath: suggestedName, filters: filtersOf(filters) }
    const window = currentWindow()
    const answer = await (window === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options))
    return answer.canceled || answer.filePath === '' ? null : answer.filePath
  },
  openFile: async (path) => (await shell.openPath(path)) === '',
  revealFile: (path) => shell.showItemInFolder(path),
}
