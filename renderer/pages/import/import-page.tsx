import { Flex, Steps } from 'antd'
import { assertNever } from '../../../shared/errors.ts'
import { Page } from '../../components/page.tsx'
import { CheckStep } from './check/check-step.tsx'
import { ChooseStep } from './choose/choose-step.tsx'
import { ColumnsStep } from './columns/columns-step.tsx'
import { ResultStep } from './finish/result-step.tsx'
import { WorkingStep } from './finish/working-step.tsx'
import { PlanStep } from './plan/plan-step.tsx'
import { goTo } from './session/plan.ts'
import type { OpenStep, Session, Stage } from './session/stage.ts'
import { useImportStage } from './session/use-stage.ts'
import { count, importableRows } from './words.ts'

const openSteps: readonly OpenStep[] = ['columns', 'check', 'plan']

const stepOf = (stage: Stage): number => {
  switch (stage.kind) {
    case 'choosing':
    case 'reading':
      return 0
    case 'open':
      return openSteps.indexOf(stage.session.step)
    case 'applying':
      return 3
    case 'done':
      return 4
    default:
      return assertNever(stage)
  }
}

const OpenBody = (props: { readonly session: Session }) => {
  const { step } = props.session
  switch (step) {
    case 'columns':
      return <ColumnsStep session={props.session} />
    case 'check':
      return <CheckStep session={props.session} />
    case 'plan':
      return <PlanStep session={props.session} />
    default:
      return assertNever(step)
  }
}

const Body = (props: { readonly stage: Stage }) => {
  const { stage } = props
  switch (stage.kind) {
    case 'choosing':
      return <ChooseStep problem={stage.problem} />
    case 'reading':
      return (
        <WorkingStep
          key={stage.jobId}
          jobId={stage.jobId}
          title={
            stage.names.length > 1
              ? `正在读取 ${stage.names.length} 个文件`
              : `正在读取“${stage.names[0] ?? ''}”`
          }
          note="读完先给您核对，不会直接写入。"
        />
      )
    case 'open':
      return <OpenBody session={stage.session} />
    case 'applying':
      return (
        <WorkingStep
          key={stage.jobId}
          jobId={stage.jobId}
          title={`正在导入 ${count(importableRows(stage.preview))} 行`}
          note="全部写完才生效，中途取消不会留下半截数据。"
        />
      )
    case 'done':
      return <ResultStep session={stage.session} leftOut={stage.preview.leftOut} outcome={stage.outcome} />
    default:
      return assertNever(stage)
  }
}

/** 导入: choose files, check every row, see what would change, write it in one go. */
export const ImportPage = () => {
  const stage = useImportStage()
  const current = stepOf(stage)
  return (
    <Page
      title="导入"
      beside={
        <Steps
          size="small"
          current={current}
          // Steps already passed lead back, as long as nothing is written.
          onChange={(step) => {
            const to = openSteps[step]
            if (stage.kind === 'open' && to !== undefined && step < current) void goTo(to)
          }}
          items={['选择', '检查', '计划', '导入', '结果'].map((title, step) => ({
            title,
            disabled: stage.kind !== 'open' || step > current,
          }))}
          style={{ width: 680, marginLeft: 24 }}
        />
      }
    >
      <Flex vertical style={{ height: '100%' }}>
        <Body stage={stage} />
      </Flex>
    </Page>
  )
}
