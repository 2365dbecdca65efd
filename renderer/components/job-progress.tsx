import { Progress as Bar, Button, Flex, Spin, Typography } from 'antd'
import { useEffect, useState } from 'react'
import { assertNever } from '../../shared/errors.ts'
import type { Progress } from '../../shared/progress.ts'
import type { RunningJob } from '../hooks/job.ts'

/** What a job is doing, in words. */
export const progressWord = (kind: Progress['kind']): string => {
  switch (kind) {
    case 'reading':
      return '正在读取文件'
    case 'checking':
      return '正在检查'
    case 'planning':
      return '正在比对'
    case 'writing':
      return '正在写入'
    case 'laying-out':
      return '正在排版'
    case 'saving':
      return '正在保存'
    default:
      return assertNever(kind)
  }
}

/** Progress and a cancel button; appears only after 400 ms, so that quick work does not flicker. */
export const JobProgress = (props: {
  readonly running: RunningJob | null
  readonly onCancel: () => void
}) => {
  const { running, onCancel } = props
  const active = running !== null
  const [visible, setVisible] = useState(false)
  useEffect(() => {
    if (!active) {
      setVisible(false)
      return
    }
    const timer = setTimeout(() => setVisible(true), 400)
    return () => clearTimeout(timer)
  }, [active])

  if (running === null || !visible) return null
  const { progress } = running
  const known = progress !== null && progress.total > 0
  const percent = known ? Math.min(100, Math.round((progress.done / progress.total) * 100)) : 0
  return (
    <Flex align="center" gap={12} role="status" data-testid="job-progress">
      <Typography.Text type="secondary">
        {progress === null ? '正在准备' : progressWord(progress.kind)}
      </Typography.Text>
      {known ? (
        <Bar percent={percent} status="active" size="small" style={{ width: 220, margin: 0 }} />
      ) : (
        <Spin size="small" aria-label="进行中" />
      )}
      <Button size="small" onClick={onCancel}>
        取消
      </Button>
    </Flex>
  )
}
