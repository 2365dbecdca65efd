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
      const ask = (name: 'file.open' | 'file.reveal') => (savedId: string) => {
        call(name, { savedId }).catch((error: unknown) => message.error(sentenceOf(error) ?? ''))
      }
      notification.success({
        title: '已保存',
        description: <SavedNotice file={file} onOpen={ask('file.open')} onReveal={ask('file.reveal')} />,
        duration: 12,
        placement: 'bottomRight',
      })
    },
    [notification, message],
  )
}
