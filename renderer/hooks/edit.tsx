import { App } from 'antd'
import { useCallback } from 'react'
import type { Answer, Argument, RequestName } from '../../shared/ipc.ts'
import { UndoNotice } from '../components/undo-notice.tsx'
import { useCommand } from './query.ts'
import { useUndo } from './undo.ts'

/** Seconds that 撤销 stays in the message. */
const undoFor = 8

/** An edit that can be taken back: says `said` with 撤销 for 8 s. Answers undefined when it was refused. */
export const useEdit = <N extends RequestName>(name: N) => {
  const { message } = App.useApp()
  const { run: send, busy } = useCommand(name)
  const { undo } = useUndo()
  const run = useCallback(
    async (argument: Argument<N>, said: string): Promise<Answer<N> | undefined> => {
      const answer = await send(argument)
      if (answer !== undefined) {
        message.open({
          key: 'edit',
          type: 'success',
          duration: undoFor,
          content: <UndoNotice said={said} onUndo={() => void undo()} />,
        })
      }
      return answer
    },
    [message, send, undo],
  )
  return { run, busy }
}
