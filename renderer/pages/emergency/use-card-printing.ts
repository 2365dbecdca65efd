import { App } from 'antd'
import type { CardContent, CardOptions } from '../../../shared/models/card.ts'
import { call } from '../../api.ts'
import { useJob } from '../../hooks/job.ts'
import { useSavedNotice } from '../../hooks/saved.tsx'

/** 存为 PDF and 打印, with progress and cancel. */
export const useCardPrinting = (cards: readonly CardContent[], options: CardOptions, incomplete: boolean) => {
  const { message } = App.useApp()
  const showSaved = useSavedNotice()
  const { run, cancel, running } = useJob()
  const ask = (jobId: string) => ({
    unitIds: cards.map((card) => card.unitId),
    options: { ...options, edition: options.edition.trim() },
    incomplete,
    jobId,
  })
  return {
    running,
    cancel,
    savePdf: async () => {
      const file = await run((jobId) => call('cards.savePdf', ask(jobId)))
      if (file !== undefined && file !== null) showSaved(file)
    },
    print: async () => {
      const printed = await run((jobId) => call('cards.print', ask(jobId)))
      if (printed === true) message.success(`已交给打印机：${cards.length} 张联系卡。`)
    },
  }
}
