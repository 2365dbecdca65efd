import { Flex, Steps, Typography } from 'antd'
import { type DragEvent, useState } from 'react'
import { assertNever } from '../../../shared/errors.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { Page } from '../../components/page.tsx'
import { type RunningJob, useRunningJobs } from '../../hooks/running-jobs.ts'
import { ChooseStep } from './choose-step.tsx'
import { cancelImport, receiveFile, type Stage } from './import-session.ts'
import { PreviewStep } from './preview-step.tsx'
import { ResultStep } from './result-step.tsx'
import { useImportStage } from './use-import-stage.ts'

const stepOf = (stage: Stage): number => {
  switch (stage.kind) {
    case 'choosing':
      return 0
    case 'reading':
    case 'preview':
      return 1
    case 'applying':
      return 2
    case 'done':
      return 4
    default:
      return assertNever(stage)
  }
}

const Body = (props: {
  readonly stage: Stage
  readonly dragging: boolean
  readonly jobs: readonly RunningJob[]
}) => {
  const { stage } = props
  switch (stage.kind) {
    case 'choosing':
      return <ChooseStep problem={stage.problem} dragging={props.dragging} />
    case 'reading':
    case 'applying':
      return (
        <Flex vertical gap={12} style={{ padding: '24px 0' }}>
          <Typography.Text data-testid="import-busy">
            {stage.kind === 'reading'
              ? `正在读取“${stage.file.name}”，读完先给您预览，不会直接写入。`
              : `正在导入“${stage.file.name}”，全部写完才生效，中途取消不会留下半截数据。`}
          </Typography.Text>
          <JobProgress
            running={props.jobs.find((job) => job.jobId === stage.jobId) ?? null}
            onCancel={cancelImport}
          />
        </Flex>
      )
    case 'preview':
      return <PreviewStep file={stage.file} preview={stage.preview} problem={stage.problem} />
    case 'done':
      return <ResultStep file={stage.file} preview={stage.preview} outcome={stage.outcome} />
    default:
      return assertNever(stage)
  }
}

/** 导入: choose a file, see what it would change, write it in one go. A file may also be dropped anywhere here. */
export const ImportPage = () => {
  const stage = useImportStage()
  const jobs = useRunningJobs()
  const [dragging, setDragging] = useState(false)
  const busy = stage.kind === 'reading' || stage.kind === 'applying'

  const onDragOver = (event: DragEvent) => {
    event.preventDefault()
    if (!busy) setDragging(true)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setDragging(false)
    const file = event.dataTransfer.files[0]
    if (!busy && file !== undefined) void receiveFile(file)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      onDragOver={onDragOver}
      onDragLeave={() => setDragging(false)}
      onDrop={onDrop}
      style={{ height: '100%' }}
    >
      <Page
        title="导入"
        beside={
          <Steps
            size="small"
            current={stepOf(stage)}
            items={[{ title: '选择文件' }, { title: '预览' }, { title: '导入' }, { title: '完成' }]}
            style={{ width: 640, marginLeft: 24 }}
          />
        }
      >
        <Flex vertical style={{ height: '100%' }}>
          <Body stage={stage} dragging={dragging} jobs={jobs} />
        </Flex>
      </Page>
    </div>
  )
}
