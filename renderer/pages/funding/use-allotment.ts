import { App } from 'antd'
import { useState } from 'react'
import { formatYuan } from '../../../shared/rules/money.ts'
import { useCommand, useRequest } from '../../hooks/query.ts'

/** The plan of a street's allotment, read while its window is open, and carrying it out. */
export const useAllotment = (year: number, streetId: string | null) => {
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const plan = useRequest(
    'funding.planAllotment',
    { year, streetId: streetId ?? '-' },
    { enabled: open && streetId !== null },
  )
  const allot = useCommand('funding.allot')

  const confirm = async () => {
    if (streetId === null) return
    const outcome = await allot.run({ year, streetId })
    if (outcome === undefined) return
    setOpen(false)
    message.success(
      outcome.branches === 0
        ? `${year}年都已按定额安排，没有缺的，没有重复安排。`
        : `已为 ${outcome.branches} 个党支部安排${year}年经费，共 ${formatYuan(outcome.totalFen)} 元。`,
      8,
    )
  }

  // While another street's plan is still on screen as a placeholder, nothing may be confirmed by it.
  const current = plan.isPlaceholderData ? undefined : plan.data
  return { open, setOpen, plan: current, confirm, busy: allot.busy }
}
