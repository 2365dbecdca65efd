import { Alert, Flex, Space, Tag, Typography } from 'antd'
import type { ReactNode } from 'react'
import { fileWords } from '../../../shared/rules/file-words.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { cancelJob, useRunningJobs } from '../../hooks/running-jobs.ts'
import { ledgersOf } from './session/ledgers.ts'
import type { Session } from './session/stage.ts'
import { ledgerLabel } from './words.ts'

/** More ledgers than these are only counted. */
const mostTags = 2

/** Names of the files, the ledgers in them, and the actions of a step, the main one last. */
export const StepHead = (props: {
  readonly session: Session
  readonly actions: ReactNode
  /** What can be done about a problem. */
  readonly retry?: ReactNode
}) => {
  const { found, job, problem } = props.session
  const jobs = useRunningJobs()
  const ledgers = ledgersOf(found)
  const name = fileWords(found.files.map((file) => file.name))
  return (
    <>
      <Flex align="center" gap={8} style={{ flex: 'none', minHeight: 28 }}>
        <Typography.Text
          strong
          ellipsis
          style={{ fontSize: 16, maxWidth: 380 }}
          title={found.files.map((file) => file.name).join('、')}
          data-testid="import-file"
        >
          {name}
        </Typography.Text>
        {ledgers.slice(0, mostTags).map((ledger) => (
          <Tag key={ledger} style={{ margin: 0 }} data-testid="import-ledger">
            {ledgerLabel(ledger)}
          </Tag>
        ))}
        {ledgers.length > mostTags ? (
          <Typography.Text type="secondary" title={ledgers.map(ledgerLabel).join('、')}>
            等 {ledgers.length} 种
          </Typography.Text>
        ) : null}
        <JobProgress
          running={jobs.find((one) => one.jobId === job?.jobId) ?? null}
          onCancel={() => {
            if (job !== null) cancelJob(job.jobId)
          }}
        />
        <Space style={{ marginLeft: 'auto' }}>{props.actions}</Space>
      </Flex>
      {problem === null ? null : (
        <Alert
          showIcon
          type={problem.code === null ? 'info' : 'error'}
          title={problem.sentence}
          style={{ flex: 'none' }}
          data-testid="import-problem"
          action={props.retry}
        />
      )}
    </>
  )
}
