import { App } from 'antd'
import { useCallback } from 'react'
import type { UndoState } from '../../shared/models/history.ts'
import { call } from '../api.ts'
import { sentenceOf } from '../messages.ts'
import { useRequest } from './query.ts'

const nothing: UndoState = { undo: null, redo: null }

/** What can be taken back, and the two ways to do it; each says what it did. */
export const useUndo = () => {
  const { message } = App.useApp()
  const state = useRequest('history.state', null).data ?? nothing

  const act = useCallback(
    async (request: 'history.undo' | 'history.redo', word: string) => {
      try {
        const label = await call(request, null)
        message.open({ key: 'edit', type: 'info', content: `${word}：${label}`, duration: 4 })
      } catch (error) {
        message.error(sentenceOf(error) ?? '', 8)
      }
    },
    [message],
  )
  const undo = useCallback(() => act('history.undo', '已撤销'), [act])
  const redo = useCallback(() => act('history.redo', '已重做'), [act])
  return { state, undo, redo }
}
