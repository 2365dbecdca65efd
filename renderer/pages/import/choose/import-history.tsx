import { UndoOutlined } from '@ant-design/icons'
import { Button, Flex, Popconfirm, Table, type TableColumnsType, Tag, Tooltip, Typography } from 'antd'
import dayjs from 'dayjs'
import type { ImportRun } from '../../../../shared/models/import.ts'
import { JobProgress } from '../../../components/job-progress.tsx'
import { undoQuestion, useUndoImport } from '../use-undo-import.tsx'
import { count, filesText, ledgerLabel, listCounts, shortHash } from '../words.ts'

const none = <Typography.Text type="secondary">—</Typography.Text>
const moment = (at: string): string => dayjs(at).format('YYYY-MM-DD HH:mm')

/** Name and full SHA-256 of every file of a run. */
const Files = (props: { readonly run: ImportRun }) => (
  <Flex vertical>
    {props.run.files.map((file) => (
      <span key={`${file.name} ${file.sha256}`} style={{ wordBreak: 'break-all' }}>
        {file.name}
        <br />
        文件指纹：{file.sha256}
      </span>
    ))}
  </Flex>
)

const columnsWith = (
  undo: (runId: string) => Promise<boolean>,
  busy: boolean,
): TableColumnsType<ImportRun> => [
  { title: '时间', dataIndex: 'at', width: 136, render: moment },
  {
    title: '文件和指纹',
    key: 'file',
    width: 210,
    render: (_, run) => (
      <Tooltip title={<Files run={run} />} styles={{ root: { maxWidth: 560 } }}>
        <Flex gap={8}>
          <span className="cut">{filesText(run)}</span>
          {run.files[0] === undefined ? null : (
            <Typography.Text type="secondary" className="nowrap">
              {shortHash(run.files[0].sha256)}
            </Typography.Text>
          )}
        </Flex>
      </Tooltip>
    ),
  },
  { title: '台账', key: 'ledger', width: 126, render: (_, run) => ledgerLabel(run.ledger) },
  { title: '数据行', key: 'rows', width: 66, align: 'right', render: (_, run) => count(run.rows) },
  {
    title: '新增',
    key: 'created',
    ellipsis: true,
    render: (_, run) => listCounts(run.created) || none,
  },
  {
    title: '修改',
    key: 'updated',
    width: 110,
    ellipsis: true,
    render: (_, run) => listCounts(run.updated) || none,
  },
  {
    title: '不能导入',
    key: 'rejected',
    width: 78,
    align: 'right',
    render: (_, run) => (run.rejectedRows === 0 ? none : `${count(run.rejectedRows)} 行`),
  },
  { title: '经办人', dataIndex: 'actor', width: 76, ellipsis: true },
  {
    title: '操作',
    key: 'undo',
    width: 84,
    render: (_, run) =>
      run.undone === null ? (
        <Popconfirm
          title="撤销这次导入？"
          description={undoQuestion}
          okText="撤销导入"
          cancelText="保留"
          placement="left"
          onConfirm={() => undo(run.id)}
        >
          <Button size="small" type="text" icon={<UndoOutlined />} disabled={busy} data-testid="import-undo">
            撤销
          </Button>
        </Popconfirm>
      ) : (
        <Tooltip title={`${moment(run.undone.at)} 由${run.undone.actor}撤销`}>
          <Tag style={{ margin: 0 }}>已撤销</Tag>
        </Tooltip>
      ),
  },
]

/** What was imported before, the latest first; each can be taken back. */
export const ImportHistory = (props: { readonly runs: readonly ImportRun[]; readonly loading: boolean }) => {
  const { undo, job } = useUndoImport()
  return (
    <section>
      <Flex align="center" gap={16} style={{ margin: '4px 0 8px' }}>
        <Typography.Title level={5} style={{ margin: 0 }}>
          导入记录
        </Typography.Title>
        <JobProgress running={job.running} onCancel={job.cancel} />
      </Flex>
      <Table
        size="small"
        rowKey="id"
        columns={columnsWith(undo, job.running !== null)}
        dataSource={[...props.runs]}
        loading={props.loading}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: '还没有导入过台账。导入后，这里记下每次导入的文件、行数和结果，可以撤销。' }}
        data-testid="import-history"
      />
    </section>
  )
}
