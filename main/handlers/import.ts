import { statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { HandlersOf } from '../../shared/ipc.ts'
import type { ChosenFile, importRequests } from '../../shared/requests/import.ts'
import type { Context } from '../context.ts'
import { loadImportRuns } from '../database/import-runs.ts'
import { writeFileAtomic } from '../export/write-file.ts'
import { applyPlan, planFileName, plannedChanges, previewFile, problemsBytes } from '../import/import-file.ts'
import { savedFile } from '../tickets.ts'

const workbooks = {
  name: '表格文件',
  extensions: ['xlsx', 'xlsm', 'xls', 'et', 'ods', 'csv', 'txt'],
}
const xlsx = { name: 'Excel 工作簿', extensions: ['xlsx'] }

/** So many fit into one answer without holding up either process for more than some milliseconds. */
const changesAtOnce = 1000

const chosenPath = (path: string, context: Context): ChosenFile => {
  const name = basename(path)
  try {
    const bytes = statSync(path).size
    return { fileId: context.chosen.issue({ kind: 'path', path }), name, bytes }
  } catch (error) {
    throw new AppError('file.missing', { file: name }, { cause: error })
  }
}

export const importHandlers: HandlersOf<typeof importRequests, Context> = {
  'import.choose': async (_, context) => {
    const path = await context.desktop.chooseFile('选择要导入的台账', [workbooks])
    return path === null ? null : chosenPath(path, context)
  },
  'import.receive': async ({ name, content }, context) => ({
    fileId: context.chosen.issueLarge({ kind: 'bytes', name, content }),
    name: basename(name),
    bytes: content.byteLength,
  }),
  'import.preview': ({ fileId, jobId }, context) =>
    context.jobs.run(jobId, async (job) => {
      const source = context.chosen.get(fileId)
      if (source === undefined) throw new AppError('plan.expired')
      const preview = await previewFile(context, source, job)
      return { ...preview, changes: preview.changes.slice(0, changesAtOnce) }
    }),
  'import.changes': async ({ planId, offset }) =>
    plannedChanges(planId).slice(offset, offset + changesAtOnce),
  'import.apply': ({ planId, jobId }, context) =>
    context.jobs.run(jobId, (job) => applyPlan(context, planId, job)),
  'import.saveProblems': async ({ planId }, context) => {
    const file = planFileName(planId)
    const suggested = `${file.slice(0, file.length - extname(file).length)}－问题行.xlsx`
    const path = await context.desktop.chooseTarget('保存问题行', suggested, [xlsx])
    if (path === null) return null
    await writeFileAtomic(path, await problemsBytes(context, planId))
    return savedFile(context.saved, path)
  },
  'import.history': (_, context) => loadImportRuns(context.database()),
}
