import { dialog, shell } from 'electron'
import type { Desktop, FileFilter } from './context.ts'
import { currentWindow } from './window.ts'

const filtersOf = (filters: readonly FileFilter[]) =>
  filters.map((f) => ({ name: f.name, extensions: [...f.extensions] }))

/** Some Linux dialogs answer a name as typed, without the ending of the chosen kind of file. */
const withEnding = (path: string, filters: readonly FileFilter[]): string => {
  const endings = filters.flatMap((filter) => filter.extensions)
  const [first] = endings
  const has = endings.some((ending) => path.toLowerCase().endsWith(`.${ending.toLowerCase()}`))
  return has || first === undefined ? path : `${path}.${first}`
}

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
    return answer.canceled || answer.filePath === '' ? null : withEnding(answer.filePath, filters)
  },
  openFile: async (path) => (await shell.openPath(path)) === '',
  revealFile: (path) => shell.showItemInFolder(path),
}
