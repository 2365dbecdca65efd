import { Empty, Table, type TableColumnsType, Tag, Typography } from 'antd'
import dayjs from 'dayjs'
import type { HistoryDetail, HistoryEntry } from '../../shared/models/history.ts'
import { Measured } from './measured.tsx'

/** Height of the header row of a small table, in px. */
const headHeight = 32

/** e.g. “姓名：张三 → 李四”; a value that was not there before, or is gone, is said alone. */
const wordsOf = ({ field, before, after }: HistoryDetail): string => {
  if (before === null) return `${field}：${after ?? ''}`
  return after === null ? `${field}：清空（原为 ${before}）` : `${field}：${before} → ${after}`
}

const Details = (props: { readonly entry: HistoryEntry }) => {
  const { details } = props.entry
  const text = details.map(wordsOf).join('；')
  return (
    <Typography.Text type="secondary" className="cut" title={text} style={{ display: 'block' }}>
      {text}
    </Typography.Text>
  )
}

const columns: TableColumnsType<HistoryEntry> = [
  {
    key: 'at',
    title: '时间',
    width: 140,
    render: (_, entry) => dayjs(entry.at).format('YYYY-MM-DD HH:mm'),
  },
  { key: 'actor', title: '经办人', dataIndex: 'actor', width: 88, ellipsis: true },
  {
    key: 'label',
    title: '操作',
    width: 360,
    ellipsis: true,
    render: (_, entry) => (
      <>
        {entry.state === 'undone' && <Tag style={{ marginInlineEnd: 8 }}>已撤销</Tag>}
        <span title={entry.label}>{entry.label}</span>
      </>
    ),
  },
  { key: 'details', title: '改动', render: (_, entry) => <Details entry={entry} /> },
]

/** Who changed what and when, the latest first. Values come masked. Fills its place and is virtual. */
export const HistoryList = (props: {
  readonly entries: readonly HistoryEntry[]
  readonly loading: boolean
}) => (
  <Measured>
    {({ width, height }) => (
      <Table<HistoryEntry>
        size="small"
        virtual
        rowKey="seq"
        columns={columns}
        dataSource={[...props.entries]}
        loading={props.loading}
        pagination={false}
        scroll={{ x: Math.max(width - 1, 640), y: Math.max(height - headHeight, 120) }}
        locale={{
          emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有操作记录" />,
        }}
        data-testid="history"
      />
    )}
  </Measured>
)
