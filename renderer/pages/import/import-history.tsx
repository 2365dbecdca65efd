import { Table, type TableColumnsType, Typography } from 'antd'
import dayjs from 'dayjs'
import type { ImportRun } from '../../../shared/models/import.ts'
import { count, ledgerLabel, listCounts } from './words.ts'

const none = <Typography.Text type="secondary">—</Typography.Text>

const columns: TableColumnsType<ImportRun> = [
  {
    title: '时间',
    dataIndex: 'at',
    width: 140,
    render: (at: string) => dayjs(at).format('YYYY-MM-DD HH:mm'),
  },
  { title: '文件', dataIndex: 'file', width: 190, ellipsis: true },
  { title: '台账', key: 'ledger', width: 130, render: (_, run) => ledgerLabel(run.ledger) },
  { title: '数据行', key: 'rows', width: 80, align: 'right', render: (_, run) => count(run.rows) },
  { title: '新增', key: 'created', ellipsis: true, render: (_, run) => listCounts(run.created) || none },
  {
    title: '修改',
    key: 'updated',
    width: 150,
    ellipsis: true,
    render: (_, run) => listCounts(run.updated) || none,
  },
  {
    title: '不能导入',
    key: 'rejected',
    width: 90,
    align: 'right',
    render: (_, run) => (run.rejectedRows === 0 ? none : `${count(run.rejectedRows)} 行`),
  },
  { title: '经办人', dataIndex: 'actor', width: 100, ellipsis: true },
]

/** What was imported before, the latest first. */
export const ImportHistory = (props: { readonly runs: readonly ImportRun[]; readonly loading: boolean }) => (
  <section>
    <Typography.Title level={5} style={{ margin: '4px 0 8px' }}>
      导入记录
    </Typography.Title>
    <Table
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...props.runs]}
      loading={props.loading}
      pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: '还没有导入过台账。导入后，这里记下每次导入的文件、行数和结果。' }}
      data-testid="import-history"
    />
  </section>
)
