import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Flex, Input, Segmented, type TableColumnsType, Tag, Typography } from 'antd'
import { useMemo, useState } from 'react'
import type { PlannedChange } from '../../../../shared/models/import.ts'
import { inRow, VirtualTable } from '../../../components/virtual-table.tsx'
import { count } from '../words.ts'
import { type ActionFilter, describeChanges, filterChanges } from './changes.ts'

type Keyed = PlannedChange & { readonly key: number }

const columns: TableColumnsType<Keyed> = [
  { title: '工作表', dataIndex: 'sheet', width: 130, ellipsis: true },
  { title: '行', dataIndex: 'row', width: 72, align: 'right' },
  {
    title: '操作',
    dataIndex: 'action',
    width: 84,
    render: (action: PlannedChange['action']) =>
      action === 'create' ? (
        <Tag icon={<PlusOutlined />} style={inRow}>
          新增
        </Tag>
      ) : (
        <Tag icon={<EditOutlined />} color="processing" style={inRow}>
          修改
        </Tag>
      ),
  },
  { title: '类别', dataIndex: 'what', width: 120, ellipsis: true },
  { title: '名称', dataIndex: 'name', width: 400, ellipsis: true },
  { title: '内容', key: 'changes', width: 320, ellipsis: true, render: (_, row) => describeChanges(row) },
]

/** Every record that would be created or changed; what stays as it is, is not listed. */
export const ChangesTable = (props: {
  readonly changes: readonly PlannedChange[]
  /** All of them are there. */
  readonly complete: boolean
}) => {
  const { changes, complete } = props
  const [action, setAction] = useState<ActionFilter>('all')
  const [text, setText] = useState('')
  const rows = useMemo(
    () => filterChanges(changes, action, text).map((change, key) => ({ ...change, key })),
    [changes, action, text],
  )
  return (
    <>
      <Flex gap={8} style={{ flex: 'none' }}>
        <Segmented<ActionFilter>
          value={action}
          onChange={setAction}
          options={[
            { value: 'all', label: '全部' },
            { value: 'create', label: '新增' },
            { value: 'update', label: '修改' },
          ]}
        />
        <Input.Search
          allowClear
          placeholder="按名称、类别、工作表查找"
          value={text}
          onChange={(event) => setText(event.target.value)}
          style={{ width: 280 }}
        />
        {complete ? null : (
          <Typography.Text type="secondary" style={{ alignSelf: 'center' }}>
            正在读取其余内容，已读 {count(changes.length)} 项
          </Typography.Text>
        )}
      </Flex>
      <VirtualTable
        rowKey="key"
        columns={columns}
        rows={rows}
        minWidth={1100}
        emptyText={changes.length === 0 ? '没有需要写入的内容。' : '没有符合条件的内容。'}
        testId="import-changes"
      />
    </>
  )
}
