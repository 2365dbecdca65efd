import { App } from 'antd'
import { AppError } from '../../../shared/errors.ts'
import type { AttachedFile } from '../../../shared/models/document.ts'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import { documentProblem } from '../../../shared/rules/document-file.ts'
import { call } from '../../api.ts'
import { useEdit } from '../../hooks/edit.tsx'
import { useSavedNotice } from '../../hooks/saved.tsx'
import { sentenceOf } from '../../messages.ts'

/** What can be done with the 批复文件 of a branch; whatever is refused is said in one sentence. */
export const useApproval = (unit: UnitDetail, file: AttachedFile | null) => {
  const { message } = App.useApp()
  const attach = useEdit('approval.attach')
  const remove = useEdit('approval.remove')
  const saved = useSavedNotice()
  const { id: unitId, version } = unit
  const said = (error: unknown) => message.error(sentenceOf(error) ?? '', 8)

  const put = (fileId: string) =>
    attach.run({ unitId, version, fileId }, file === null ? '已添加批复文件' : '已更换批复文件')
  const choose = async () => {
    try {
      const chosen = await call('document.choose', null)
      if (chosen !== null) await put(chosen.fileId)
    } catch (error) {
      said(error)
    }
  }
  const receive = async (dropped: File) => {
    const problem = documentProblem(dropped.name, dropped.size)
    if (problem !== null) return said(new AppError('value.invalid', { reason: problem }))
    try {
      const content = new Uint8Array(await dropped.arrayBuffer())
      await put((await call('document.receive', { name: dropped.name, content })).fileId)
    } catch (error) {
      // A folder, or a file that vanished, cannot be read as bytes.
      said(error instanceof AppError ? error : new AppError('file.unreadable', { file: dropped.name }))
    }
  }
  const open = async (id: string) => {
    try {
      if (await call('document.open', { id })) return
      message.warning('这台电脑上没有能打开这种文件的程序。可点“另存为”保存后再处理。', 8)
    } catch (error) {
      said(error)
    }
  }
  const save = async (id: string) => {
    try {
      const target = await call('document.save', { id })
      if (target !== null) saved(target)
    } catch (error) {
      said(error)
    }
  }
  const untie = () => remove.run({ unitId, version }, '已移除批复文件')
  return { choose, receive, open, save, untie, busy: attach.busy || remove.busy }
}
