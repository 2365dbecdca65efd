import { App } from 'antd'
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { useCommand, useRequest } from './query.ts'

const lost = '示例街道的全部数据将从程序中移走，不能撤销；示例会作为备份文件保留在数据文件夹里。'

/** Asks first, since it cannot be taken back; then sets the sample aside and opens the import. */
export const useClearSample = () => {
  const { modal, message } = App.useApp()
  const { run, busy } = useCommand('sample.clear')
  const own = useRequest('app.info', null).data?.ownEdits ?? 0
  const [, navigate] = useLocation()
  const ask = useCallback(() => {
    modal.confirm({
      title: '清空示例，开始使用',
      content: own === 0 ? lost : `${lost}其中有您自己录入的 ${own} 项改动，也会一并移入备份。`,
      okText: '清空示例',
      cancelText: '取消',
      okButtonProps: { 'data-testid': 'sample-clear-confirm' },
      onOk: async () => {
        const answer = await run(null)
        if (answer === undefined) return
        message.success(`示例已清空，备份为“${answer.backup}”。现在可以导入本单位的台账。`, 8)
        navigate('/import')
      },
    })
  }, [modal, message, run, navigate, own])
  return { ask, busy }
}
