import { statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { HandlersOf } from '../../shared/ipc.ts'
import { type ChosenFile, type importRequests, mostRowsAtOnce } from '../../shared/requests/import.ts'
import type { Context } from '../context.ts'
import { loadImportRuns } from '../database/import-runs.ts'
import { undoImport } from '../database/import-undo.ts'
import { writeFileAtomic } from '../export/write-file.ts'
import {
  applyPlan,
  arrangeFiles,
  fileNamesOf,
  planImport,
  plannedChanges,
  problemsBytes,
  readFiles,
} from '../import/import-file.ts'
import type { Session } from '../import/session-handle.ts'
import { endSession, sessionOf } from '../import/sessions.ts'
import { savedFile } from '../tickets.ts'
import { buildTemplate, templateName } from './template.ts'

const workbooks = {
  name: '表格文件',
  extensions: ['xlsx', 'xlsm', 'xlsb', 'xls', 'et', 'ods', 'csv', 'txt'],
}
const xlsx = { name: 'Excel 工作簿', extensions: ['xlsx'] }

const chosenPath = (path: string, context: Context): ChosenFile => {
  const name = basename(path)
  try {
    const bytes = statSync(path).size
    return { fileId: context.chosen.issue({ kind: 'path', path }), name, bytes }
  } catch (error) {
    throw new AppError('file.missing', { file: name }, { cause: error })
  }
}

/** What is changed now is not in the plan that was made before: it has to be made again. */
const changed = (sessionId: string): Session => {
  const session = sessionOf(sessionId)
  session.plan = null
  return session
}

const stem = (file: string): string => file.slice(0, file.length - extname(file).length)

export const importHandlers: HandlersOf<typeof importRequests, Context> = {
  'import.choose': async (_, context) => {
    const paths = await context.desktop.chooseFiles('选择要导入的台账，可以一次选几个', [workbooks])
    return paths?.map((path) => chosenPath(path, context)) ?? null
  },
  'import.receive': async ({ name, content }, context) => ({
    fileId: context.chosen.issueLarge({ kind: 'bytes', name, content }, content.byteLength),
    name: basename(name),
    bytes: content.byteLength,
  }),
  'import.read': ({ fileIds, jobId }, context) =>
    context.jobs.run(jobId, (job) => {
      const sources = fileIds.map((fileId) => {
        const source = context.chosen.get(fileId)
        if (source === undefined) throw new AppError('plan.expired')
        return source
      })
      return readFiles(context, sources, job)
    }),
  'import.arrange': ({ sessionId, choices, jobId }, context) =>
    context.jobs.run(jobId, (job) => arrangeFiles(context, sessionId, choices, job)),
  'import.plan': ({ sessionId, createMissing, jobId }, context) =>
    context.jobs.run(jobId, async (job) => {
      const preview = await planImport(context, sessionId, createMissing, job)
      const rejected = preview.rejected.slice(0, mostRowsAtOnce)
      return { ...preview, rejected, warnings: preview.warnings.slice(0, mostRowsAtOnce) }
    }),
  'import.rows': async ({ sessionId, ...wanted }) => sessionOf(sessionId).conversation.ask('rows', wanted),
  'import.mend': async ({ sessionId, row, column, text }) =>
    changed(sessionId).conversation.ask('mend', { row, column, text }),
  'import.leaveOut': async ({ sessionId, rows, out }) =>
    changed(sessionId).conversation.ask('leaveOut', { rows, out }),
  'import.questions': async ({ sessionId, offset, limit }) =>
    sessionOf(sessionId).conversation.ask('questions', { offset, limit }),
  'import.decide': async ({ sessionId, decisions }) =>
    changed(sessionId).conversation.ask('decide', { decisions }),
  'import.changes': async ({ sessionId, offset }) => plannedChanges(sessionId, offset),
  'import.apply': ({ sessionId, jobId }, context) =>
    context.jobs.run(jobId, (job) => applyPlan(context, sessionId, job)),
  'import.saveProblems': async ({ sessionId, file }, context) => {
    const name = (await fileNamesOf(sessionId))[file] ?? ''
    const path = await context.desktop.chooseTarget('保存问题行', `${stem(name)}－问题行.xlsx`, [xlsx])
    if (path === null) return null
    await writeFileAtomic(path, await problemsBytes(context, sessionId, file))
    return savedFile(context.saved, path)
  },
  'import.close': async ({ sessionId }) => {
    endSession(sessionId)
    return null
  },
  'import.history': (_, context) => loadImportRuns(context.database()),
  'import.undo': ({ runId, jobId }, context) =>
    context.jobs.run(jobId, (job) => undoImport(context.database(), runId, job.signal)),
  'import.saveTemplate': async ({ ledger, communityId }, context) => {
    const path = await context.desktop.chooseTarget(
      '保存模板',
      await templateName(context, ledger, communityId),
      [xlsx],
    )
    if (path === null) return null
    const { bytes } = await buildTemplate(context, ledger, communityId)
    await writeFileAtomic(path, bytes)
    return savedFile(context.saved, path)
  },
}
