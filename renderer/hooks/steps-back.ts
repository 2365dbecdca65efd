import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useRef } from 'react'
import type { ListedStep } from '../../shared/models/history.ts'
import { call } from '../api.ts'
import { sentenceOf } from '../messages.ts'

export type StepsRequest = 'history.undo-to' | 'history.redo-to'
const verbs: Readonly<Record<StepsRequest, string>> = { 'history.undo-to': '撤销', 'history.redo-to': '重做' }

/** Takes back, or does again, the listed steps in one action, after a question that says how many they are. */
export const useStepsBack = (): ((request: StepsRequest, steps: readonly ListedStep[]) => void) => {
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const running = useRef(false)
  return useCallback(
    (request, steps) => {
      const last = steps.at(-1)
      if (last === undefined || running.current) return
      const verb = verbs[request]
      const act = async () => {
        running.current = true
        try {
          const { done } = await call(request, { seqs: steps.map((step) => step.seq) })
          message.open({ key: 'edit', type: 'info', content: `已${verb} ${done} 步`, duration: 4 })
        } catch (error) {
          message.error(sentenceOf(error) ?? '', 8)
        } finally {
          await client.refetchQueries({ queryKey: ['history.state'] })
          running.current = false
        }
      }
      modal.confirm({
        title: steps.length === 1 ? `${verb}“${last.label}”？` : `${verb} ${steps.length} 步？`,
        content:
          steps.length === 1
            ? '只有这一步。'
            : `从最近一步到“${last.label}”，共 ${steps.length} 步，一次${verb}完；有一步不行就都不动。`,
        okText: `${verb} ${steps.length} 步`,
        cancelText: '取消',
        onOk: act,
      })
    },
    [message, modal, client],
  )
}
