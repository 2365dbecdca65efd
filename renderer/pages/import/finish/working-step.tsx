import { Progress as Bar, Button, Flex, Typography } from 'antd'
import { useEffect, useState } from 'react'
import { progressWord } from '../../../components/job-progress.tsx'
import { useRunningJobs } from '../../../hooks/running-jobs.ts'
import { cancelImport } from '../session/begin.ts'
import { count, spell } from '../words.ts'
import { type Mark, secondsLeft, withMark } from './time-left.ts'

/** Files being read, or rows being written: how far, how long still, and the way out. */
export const WorkingStep = (props: {
  readonly jobId: string
  readonly title: string
  readonly note: string
}) => {
  const { jobId } = props
  const progress = useRunningJobs().find((job) => job.jobId === jobId)?.progress ?? null
  const [began] = useState(() => Date.now())
  const [now, setNow] = useState(began)
  const [marks, setMarks] = useState<readonly Mark[]>([])
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    if (progress !== null) setMarks((before) => withMark(before, { at: Date.now(), ...progress }))
  }, [progress])

  const known = progress !== null && progress.total > 0
  const left = secondsLeft(marks, now)
  return (
    <Flex
      vertical
      align="center"
      gap={16}
      style={{ padding: '96px 24px' }}
      role="status"
      data-testid="import-busy"
    >
      <Typography.Title level={4} style={{ margin: 0 }}>
        {props.title}
      </Typography.Title>
      <Bar
        percent={known ? Math.floor((progress.done / progress.total) * 100) : 0}
        status="active"
        strokeWidth={14}
        style={{ width: 560, margin: 0 }}
      />
      <Flex gap={24}>
        <Typography.Text>{progress === null ? '正在准备' : progressWord(progress.kind)}</Typography.Text>
        {known ? (
          <Typography.Text>
            {count(progress.done)} / {count(progress.total)} 行
          </Typography.Text>
        ) : null}
        <Typography.Text>已用 {spell((now - began) / 1000)}</Typography.Text>
        <Typography.Text>{left === null ? '' : `预计还要 ${spell(left)}`}</Typography.Text>
      </Flex>
      <Button autoFocus onClick={cancelImport} data-testid="import-stop">
        取消
      </Button>
      <Typography.Text type="secondary">{props.note}</Typography.Text>
    </Flex>
  )
}
