import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useRef } from 'react'
import { AppError } from '../../shared/errors.ts'
import type { UndoState, UndoStep } from '../../shared/models/history.ts'
import { call } from '../api.ts'
import { sentenceOf } from '../messages.ts'
import { useRequest } from './query.ts'

const nothing: UndoState = { undo: null, redo: null }

type StepRequest = 'history.undo' | 'history.redo'
const words: Readonly<Record<StepRequest, string>> = {
  'history.undo': '已撤销',
  'history.redo': '已重做',
}

/** How the label of an import begins (`import/import-file.ts`). */
const wholeImport = '导入'

/** Takes back, or does again, the one step that the user saw, and says what it did or why it did not. */
export const useStepBack = () => {
  const { message } = App.useApp()
  const client = useQueryClient()
  const running = useRef(false)
  return useCallback(
    async (request: StepRequest, seq: number): Promise<void> => {
      // A key that is held down: the next step is known only when this one is done.
      if (running.current) return
      running.current = true
      try {
        const label = await call(request, { seq })
        message.open({ key: 'edit', type: 'info', content: `${words[request]}：${label}`, duration: 4 })
      } catch (error) {
        message.error(sentenceOf(error) ?? '', 8)
      } finally {
        await client.refetchQueries({ queryKey: ['history.state'] })
        running.current = false
      }
    },
    [message, client],
  )
}

/** What can be taken back, and the two ways to do it. */
export const useUndo = () => {
  const { message, modal } = App.useApp()
  const state = useRequest('history.state', null).data ?? nothing
  const stepBack = useStepBack()
  const act = useCallback(
    (request: StepRequest, step: UndoStep | null): void => {
      if (step === null) message.info(sentenceOf(new AppError('undo.nothing')) ?? '')
      else if (request === 'history.undo' && step.label.startsWith(wholeImport)) {
        // Keys are pressed quickly: a whole import is not to go with one Ctrl+Z too many.
        modal.confirm({
          title: `撤销“${step.label}”？`,
          content: '这次导入新增和修改的内容会整体撤回，之后可以重做。',
          okText: '撤销导入',
          cancelText: '保留',
          onOk: () => stepBack(request, step.seq),
        })
      } else void stepBack(request, step.seq)
    },
    [message, modal, stepBack],
  )
  const undo = useCallback(() => act('history.undo', state.undo), [act, state.undo])
  const redo = useCallback(() => act('history.redo', state.redo), [act, state.redo])
  return { state, undo, redo }
}
