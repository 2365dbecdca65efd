import { Alert, Button, Flex, Tabs, Tooltip } from 'antd'
import { useState } from 'react'
import type { ImportPreview } from '../../../../shared/models/import.ts'
import { GiveUpButton } from '../give-up-button.tsx'
import { ProblemsButton } from '../problems-button.tsx'
import { applyPlan, goTo, planAgain } from '../session/plan.ts'
import type { Session } from '../session/stage.ts'
import { StepHead } from '../step-head.tsx'
import { count, importableRows, nothingToImport } from '../words.ts'
import { ChangesTable } from './changes-table.tsx'
import { PreviewFigures } from './preview-figures.tsx'
import { ProblemsTable } from './problems-table.tsx'
import { QuestionsTable } from './questions-table.tsx'
import { Unused } from './unused.tsx'
import { useQuestions } from './use-questions.ts'

type Tab = 'changes' | 'questions' | 'rejected' | 'warnings'

const firstTab = (preview: ImportPreview): Tab => {
  if (preview.openQuestions > 0) return 'questions'
  return preview.changeCount === 0 && preview.rejected.length > 0 ? 'rejected' : 'changes'
}

/** What the import would do, before anything is written. */
const Plan = (props: { readonly session: Session; readonly preview: ImportPreview }) => {
  const { session, preview } = props
  const questions = useQuestions(session.found.sessionId, preview.questionCount)
  const reason = nothingToImport(preview)
  const [tab, setTab] = useState<Tab>(firstTab(preview))
  const open = preview.openQuestions
  return (
    <>
      {reason === null ? null : (
        <Alert
          showIcon
          type="info"
          title={`${reason}。`}
          style={{ flex: 'none' }}
          data-testid="import-nothing"
        />
      )}
      <Unused sheets={preview.sheets} />
      <PreviewFigures preview={preview} />
      <Tabs
        size="small"
        activeKey={tab}
        onChange={(key) => setTab(key as Tab)}
        style={{ flex: 'none' }}
        tabBarStyle={{ marginBottom: 0 }}
        items={[
          { key: 'changes', label: `将写入的内容 ${count(preview.changeCount)}` },
          {
            key: 'questions',
            label:
              open > 0
                ? `待您决定 ${count(open)}`
                : preview.questionCount > 0
                  ? `可以决定 ${count(preview.questionCount)}`
                  : '待您决定 0',
          },
          { key: 'rejected', label: `不能导入的行 ${count(preview.rejectedRows)}` },
          { key: 'warnings', label: `提醒 ${count(preview.warningCount)}` },
        ]}
      />
      {tab === 'changes' ? <ChangesTable changes={preview.changes} complete={session.complete} /> : null}
      {tab === 'questions' ? <QuestionsTable questions={questions} /> : null}
      {tab === 'rejected' ? (
        <ProblemsTable
          key="rejected"
          lines={preview.rejected}
          total={preview.rejectedCount}
          empty="每一行都可以导入。"
          withColumn
        />
      ) : null}
      {tab === 'warnings' ? (
        <ProblemsTable
          key="warnings"
          lines={preview.warnings}
          total={preview.warningCount}
          empty="没有需要提醒的内容。"
          withColumn={false}
        />
      ) : null}
    </>
  )
}

/** Why the plan cannot be written now, or null. */
const hindrance = (session: Session): string | null => {
  if (session.preview === null) return '还没有计划'
  if (session.pending || session.job !== null) return '正在按刚才的改动重新比对'
  return nothingToImport(session.preview)
}

/** Step 3: what will be created and changed, what waits for a decision, what cannot be imported. */
export const PlanStep = (props: { readonly session: Session }) => {
  const { session } = props
  const { preview } = session
  const reason = hindrance(session)
  return (
    <Flex vertical gap={12} style={{ flex: 1, minHeight: 0 }}>
      <StepHead
        session={session}
        retry={
          <Button size="small" onClick={() => void planAgain()}>
            重新比对
          </Button>
        }
        actions={
          <>
            <GiveUpButton session={session} />
            {preview === null || preview.rejectedRows + preview.leftOut === 0 ? null : (
              <ProblemsButton found={session.found} />
            )}
            <Button onClick={() => void goTo('check')} data-testid="import-back">
              上一步
            </Button>
            <Tooltip title={reason}>
              <Button
                type="primary"
                autoFocus
                disabled={reason !== null}
                onClick={() => void applyPlan()}
                data-testid="import-apply"
              >
                确认导入{preview === null ? '' : ` ${count(importableRows(preview))} 行`}
              </Button>
            </Tooltip>
          </>
        }
      />
      {preview === null ? null : <Plan session={session} preview={preview} />}
    </Flex>
  )
}
