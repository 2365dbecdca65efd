import { App } from 'antd'
import { useCallback } from 'react'
import type { Answer, Argument, RequestName } from '../../shared/ipc.ts'
import { call } from '../api.ts'
import { UndoNotice } from '../components/undo-notice.tsx'
import { useCommand } from './query.ts'
import { useStepBack } from './undo.ts'

/** Seconds that 撤销 stays in the message. */
const undoFor = 8

/** The newest step that can be taken back; 0 when there is none, or when it cannot be told. */
const newestStep = async (): Promise<number> => {
  const state = await call('history.state', null).catch(() => null)
  return state?.undo?.seq ?? 0
}

/**
 * An edit that can be taken back: says `said` with 撤销 for 8 s, which takes back this edit and no other; without
 * it where nothing was changed. Answers undefined when the edit was refused.
 */
export const useEdit = <N extends RequestName>(name: N) => {
  const { message } = App.useApp()
  const { run: send, busy } = useCommand(name)
  const stepBack = useStepBack()
  const run = useCallback(
    async (argument: Argument<N>, said: string): Promise<Answer<N> | undefined> => {
      const before = await newestStep()
      const answer = await send(argument)
      if (answer === undefined) return undefined
      const seq = await newestStep()
      const undo = seq > before ? () => void stepBack('history.undo', seq) : null
      message.open({
        key: 'edit',
        type: 'success',
        duration: undoFor,
        content: <UndoNotice said={said} onUndo={undo} />,
      })
      return answer
    },
    [message, send, stepBack],
  )
  return { run, busy }
}
