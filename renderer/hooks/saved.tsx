import { App } from 'antd'
import { useCallback } from 'react'
import type { SavedFile } from '../../shared/models/app.ts'
import { call } from '../api.ts'
import { SavedNotice } from '../components/saved-notice.tsx'
import { sentenceOf } from '../messages.ts'

/** Every export ends with 打开文件 / 打开所在文件夹. */
export const useSavedNotice = (): ((file: SavedFile) => void) => {
  const { notification, message } = App.useApp()
  return useCallback(
    (file: SavedFile) => {
      const ask = async (name: 'file.open' | 'file.reveal', savedId: string) => {
        try {
          const done = await call(name, { savedId })
          if (!done)
            message.warning('这台电脑上没有能打开这种文件的程序。文件已保存，可点“打开所在文件夹”。', 8)
        } catch (error) {
          message.error(sentenceOf(error) ?? '', 8)
        }
      }
      notification.success({
        title: '已保存',
        description: (
          <SavedNotice
            file={file}
            onOpen={(savedId) => void ask('file.open', savedId)}
            onReveal={(savedId) => void ask('file.reveal', savedId)}
          />
        ),
        duration: 12,
        placement: 'bottomRight',
      })
    },
    [notification, message],
  )
}
