import { UndoOutlined } from '@ant-design/icons'
import { Button, Flex, Popconfirm, Result, Space, Typography } from 'antd'
import { useLocation } from 'wouter'
import type { LedgerKind } from '../../../../shared/models/import.ts'
import { JobProgress } from '../../../components/job-progress.tsx'
import { useRequest } from '../../../hooks/query.ts'
import { ProblemsButton } from '../problems-button.tsx'
import { chooseFiles, startOver } from '../session/begin.ts'
import { ledgersOf } from '../session/ledgers.ts'
import type { Applied, Session } from '../session/stage.ts'
import { undoQuestion, useUndoImport } from '../use-undo-import.tsx'
import { count, importableRows, ledgerLabel, listCounts } from '../words.ts'

const people = { path: 'people', label: '查看人员' }

/** Where what was imported can be seen. */
const places: Readonly<Record<LedgerKind, { readonly path: string; readonly label: string }>> = {
  organization: { path: 'organization', label: '查看组织' },
  partnerUnits: { path: 'emergency/partners', label: '查看包联单位' },
  venues: { path: 'venues', label: '查看场所' },
  emergencyBranches: { path: 'emergency', label: '查看应急党支部' },
  members: people,
  reporting: { path: 'people/reporting', label: '查看双报到' },
  heads: people,
  gridStaff: people,
  volunteers: { path: 'people/volunteers', label: '查看志愿者' },
  funding: { path: 'funding/ledger', label: '查看经费' },
}

/** Step 5: what was written and what was left out, with the ways on, and the way back. */
export const ResultStep = (props: {
  readonly session: Session
  readonly leftOut: number
  readonly outcome: Applied
}) => {
  const { session, outcome } = props
  const { found } = session
  const [, navigate] = useLocation()
  const { undo, job } = useUndoImport()
  const runs = useRequest('import.history', null)
  const undone = runs.data?.find((run) => run.id === outcome.runId)?.undone ?? null
  const files = found.files.length > 1 ? ` ${found.files.length} 个文件` : `“${found.files[0]?.name ?? ''}”`
  const ledgers = ledgersOf(found)
  const names = ledgers.map(ledgerLabel).join('、')
  const place = places[ledgers[0] ?? outcome.ledger]

  return (
    <Result
      status={undone === null ? 'success' : 'info'}
      data-testid="import-result"
      title={
        undone === null
          ? `已从${files}导入 ${count(importableRows(outcome))} 行（${names}）`
          : `从${files}的导入已撤销`
      }
      subTitle={
        <Flex vertical align="center" gap={4}>
          <Typography.Text>新增：{listCounts(outcome.created) || '无'}</Typography.Text>
          <Typography.Text>修改：{listCounts(outcome.updated) || '无'}</Typography.Text>
          <Typography.Text>不变：{count(outcome.unchanged)} 项</Typography.Text>
          {props.leftOut === 0 ? null : (
            <Space>
              <Typography.Text>按您的选择，{count(props.leftOut)} 行没有导入。</Typography.Text>
              {outcome.rejectedRows === 0 ? <ProblemsButton found={found} /> : null}
            </Space>
          )}
          {outcome.rejectedRows === 0 ? (
            <Typography.Text>
              {props.leftOut === 0 ? '所有数据行都已导入。' : '其余各行都已导入。'}
            </Typography.Text>
          ) : (
            <Space>
              <Typography.Text>
                有 {count(outcome.rejectedRows)} 行没有导入，其余各行不受影响。请改正后重新导入这些行。
              </Typography.Text>
              <ProblemsButton found={found} />
            </Space>
          )}
          <JobProgress running={job.running} onCancel={job.cancel} />
        </Flex>
      }
      extra={
        <Space>
          <Button
            type="primary"
            autoFocus
            onClick={() => navigate(`/${place.path}`)}
            data-testid={`import-to-${place.path}`}
          >
            {place.label}
          </Button>
          <Button onClick={() => void chooseFiles()} data-testid="import-again">
            再导入
          </Button>
          <Popconfirm
            title="撤销本次导入？"
            description={undoQuestion}
            okText="撤销导入"
            cancelText="保留"
            onConfirm={() => undo(outcome.runId)}
          >
            <Button
              icon={<UndoOutlined />}
              disabled={undone !== null || job.running !== null}
              data-testid="import-undo"
            >
              撤销本次导入
            </Button>
          </Popconfirm>
          <Button onClick={startOver} data-testid="import-to-history">
            看导入记录
          </Button>
        </Space>
      }
    />
  )
}
