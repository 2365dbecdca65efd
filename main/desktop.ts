import { existsSync } from 'node:fs'
import { basename } from 'node:path'
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

/** The dialog asked about overwriting only for the name as typed. */
const mayOverwrite = async (path: string): Promise<boolean> => {
  const options = {
    type: 'warning' as const,
    message: `“${basename(path)}”已存在，要覆盖它吗？`,
    detail: '覆盖后，原文件的内容不再保留。',
    buttons: ['覆盖', '取消'],
    defaultId: 1,
    cancelId: 1,
  }
  const window = currentWindow()
  const answer = await (window === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options))
  return answer.response === 0
}

const openDialog = async (title: string, filters: readonly FileFilter[], several: boolean) => {
  const properties = several ? ['openFile' as const, 'multiSelections' as const] : ['openFile' as const]
  const options = { title, filters: filtersOf(filters), properties }
  const window = currentWindow()
  const answer = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return answer.canceled || answer.filePaths.length === 0 ? null : answer.filePaths
}

/** The system's dialogs, over the window where there is one. */
export const systemDesktop: Desktop = {
  chooseFile: async (title, filters) => (await openDialog(title, filters, false))?.[0] ?? null,
  chooseFiles: (title, filters) => openDialog(title, filters, true),
  chooseTarget: async (title, suggestedName, filters) => {
    const options = { title, defaultPath: suggestedName, filters: filtersOf(filters) }
    const window = currentWindow()
    const answer = await (window === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options))
    if (answer.canceled || answer.filePath === '') return null
    const path = withEnding(answer.filePath, filters)
    const unasked = path !== answer.filePath && existsSync(path)
    return unasked && !(await mayOverwrite(path)) ? null : path
  },
  openFile: async (path) => (await shell.openPath(path)) === '',
  revealFile: (path) => shell.showItemInFolder(path),
}
