import { Button, Flex, Result, Space, Typography } from 'antd'
import { useLocation } from 'wouter'
import type { ImportOutcome, ImportPreview } from '../../../shared/models/import.ts'
import type { ChosenFile } from '../../../shared/requests/import.ts'
import { useCommand } from '../../hooks/query.ts'
import { useSavedNotice } from '../../hooks/saved.tsx'
import { chooseFile, startOver } from './import-session.ts'
import { count, importableRows, ledgerLabel, listCounts } from './words.ts'

/** What was written and what was left out, with the ways on. */
export const ResultStep = (props: {
  readonly file: ChosenFile
  readonly preview: ImportPreview
  readonly outcome: ImportOutcome
}) => {
  const { file, preview, outcome } = props
  const [, navigate] = useLocation()
  const saveProblems = useCommand('import.saveProblems')
  const noticeSaved = useSavedNotice()
  const created = listCounts(outcome.created)
  const updated = listCounts(outcome.updated)

  const save = async () => {
    const saved = await saveProblems.run({ planId: preview.planId })
    if (saved !== undefined && saved !== null) noticeSaved(saved)
  }

  return (
    <Result
      status="success"
      data-testid="import-result"
      title={`已从“${file.name}”导入 ${count(importableRows(outcome))} 行（${ledgerLabel(outcome.ledger)}）`}
      subTitle={
        <Flex vertical align="center" gap={4}>
          <Typography.Text>新增：{created === '' ? '无' : created}</Typography.Text>
          <Typography.Text>修改：{updated === '' ? '无' : updated}</Typography.Text>
          <Typography.Text>不变：{count(outcome.unchanged)} 项</Typography.Text>
          <Typography.Text type="secondary">导错了文件，可点右上角的“撤销”整体撤回。</Typography.Text>
          {outcome.rejectedRows === 0 ? (
            <Typography.Text>所有数据行都已导入。</Typography.Text>
          ) : (
            <Space>
              <Typography.Text>
                有 {count(outcome.rejectedRows)} 行没有导入，其余各行不受影响。请改正后重新导入这些行。
              </Typography.Text>
              <Button size="small" loading={saveProblems.busy} onClick={() => void save()}>
                下载问题行
              </Button>
            </Space>
          )}
        </Flex>
      }
      extra={
        <Space>
          <Button
            type="primary"
            autoFocus
            onClick={() => navigate('/organization')}
            data-testid="import-to-organization"
          >
            查看组织
          </Button>
          <Button onClick={() => navigate('/emergency')} data-testid="import-to-emergency">
            查看应急党支部
          </Button>
          <Button onClick={() => void chooseFile()} data-testid="import-again">
            再导入一个
          </Button>
          <Button onClick={startOver}>看导入记录</Button>
        </Space>
      }
    />
  )
}
