import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { HandlersOf } from '../../shared/ipc.ts'
import type { documentRequests } from '../../shared/requests/documents.ts'
import { documentEndings, endingOf, safeFileName } from '../../shared/rules/document-file.ts'
import type { Context } from '../context.ts'
import { attachApproval, loadApproval, loadDocument, removeApproval } from '../database/documents.ts'
import { readDocument, sizeOf, writeCopy } from '../document-file.ts'
import { writeFileAtomic } from '../export/write-file.ts'
import { savedFile } from '../tickets.ts'

export const documentHandlers: HandlersOf<typeof documentRequests, Context> = {
  'approval.load': ({ unitId }, { database }) => loadApproval(database(), unitId),
  'document.choose': async (_, context) => {
    const filter = { name: '扫描件和文档', extensions: documentEndings }
    const path = await context.desktop.chooseFile('选择批复文件', [filter])
    if (path === null) return null
    const name = basename(path)
    const bytes = await sizeOf(path, name)
    return { fileId: context.chosen.issue({ kind: 'path', path }), name, bytes }
  },
  'document.receive': async ({ name, content }, context) => ({
    fileId: context.chosen.issueLarge({ kind: 'bytes', name, content }, content.byteLength),
    name: basename(name),
    bytes: content.byteLength,
  }),
  'approval.attach': async ({ unitId, version, fileId }, context) => {
    const source = context.chosen.get(fileId)
    if (source === undefined) throw new AppError('file.missing')
    return attachApproval(context.database(), unitId, version, await readDocument(source))
  },
  'approval.remove': ({ unitId, version }, { database }) => removeApproval(database(), unitId, version),
  'document.open': async ({ id }, context) => {
    const { name, bytes } = await loadDocument(context.database(), id)
    return context.desktop.openFile(await writeCopy(name, bytes))
  },
  'document.save': async ({ id }, context) => {
    const { name, bytes } = await loadDocument(context.database(), id)
    const filter = { name: '原文件', extensions: [endingOf(name)] }
    const path = await context.desktop.chooseTarget('另存批复文件', safeFileName(name), [filter])
    if (path === null) return null
    await writeFileAtomic(path, bytes)
    return savedFile(context.saved, path)
  },
}
