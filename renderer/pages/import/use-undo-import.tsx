import { App, Flex, Table, type TableColumnsType, Typography } from 'antd'
import { useCallback } from 'react'
import type { UndoneImport } from '../../../shared/models/import.ts'
import { call } from '../../api.ts'
import { useJob } from '../../hooks/job.ts'
import { count, listTables } from './words.ts'

type Kept = UndoneImport['kept'][number] & { readonly key: number }

const columns: TableColumnsType<Kept> = [
  { title: '类别', dataIndex: 'what', width: 110 },
  { title: '名称', dataIndex: 'name', width: 200, ellipsis: true },
  { title: '保留的原因', dataIndex: 'reason', ellipsis: true },
]

/** What taking an import back did, and what it left, with the reason of each. */
const Undone = (props: { readonly undone: UndoneImport }) => {
  const { removed, restored, kept } = props.undone
  return (
    <Flex vertical gap={8} data-testid="import-undone">
      <Typography.Text>撤回新增：{listTables(removed) || '无'}</Typography.Text>
      <Typography.Text>恢复原值：{listTables(restored) || '无'}</Typography.Text>
      {kept.length === 0 ? (
        <Typography.Text type="secondary">这次导入的内容已全部撤回。</Typography.Text>
      ) : (
        <>
          <Typography.Text>有 {count(kept.length)} 项在导入后改过或被用到，保留不动：</Typography.Text>
          <Table<Kept>
            size="small"
            rowKey="key"
            columns={columns}
            dataSource={kept.map((one, key) => ({ ...one, key }))}
            pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
          />
        </>
      )}
    </Flex>
  )
}

/** 撤销本次导入: asked for once, run as a job, with a message that lists what was kept. */
export const useUndoImport = () => {
  const { modal } = App.useApp()
  const job = useJob()
  const { run } = job
  const undo = useCallback(
    async (runId: string): Promise<boolean> => {
      const undone = await run((jobId) => call('import.undo', { runId, jobId }))
      if (undone === undefined) return false
      modal.success({
        title: '已撤销这次导入',
        width: 640,
        content: <Undone undone={undone} />,
        okText: '知道了',
      })
      return true
    },
    [run, modal],
  )
  return { undo, job }
}

/** The question before it. */
export const undoQuestion = '撤回这次导入新增和修改的内容；导入后改过的会保留。'
