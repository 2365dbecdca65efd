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
  const { message } = App.useApp()
  const state = useRequest('history.state', null).data ?? nothing
  const stepBack = useStepBack()
  const act = useCallback(
    (request: StepRequest, step: UndoStep | null): void => {
      if (step === null) message.info(sentenceOf(new AppError('undo.nothing')) ?? '')
      else void stepBack(request, step.seq)
    },
    [message, stepBack],
  )
  const undo = useCallback(() => act('history.undo', state.undo), [act, state.undo])
  const redo = useCallback(() => act('history.redo', state.redo), [act, state.redo])
  return { state, undo, redo }
}
