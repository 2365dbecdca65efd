import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button, Flex, Space, Tabs, Tag, Tooltip, Typography } from 'antd'
import { useState } from 'react'
import type { ImportPreview } from '../../../shared/models/import.ts'
import type { ChosenFile } from '../../../shared/requests/import.ts'
import { useCommand } from '../../hooks/query.ts'
import { useSavedNotice } from '../../hooks/saved.tsx'
import { ChangesTable } from './changes-table.tsx'
import { applyPlan, chooseFile, type Problem, readFile, startOver } from './import-session.ts'
import { PreviewFigures } from './preview-figures.tsx'
import { ProblemsTable } from './problems-table.tsx'
import { SheetsFound } from './sheets-found.tsx'
import { count, importableRows, ledgerLabel, nothingToImport } from './words.ts'

/** What the file would change, row by row, before anything is written. */
export const PreviewStep = (props: {
  readonly file: ChosenFile
  readonly preview: ImportPreview
  readonly problem: Problem | null
}) => {
  const { file, preview, problem } = props
  const saveProblems = useCommand('import.saveProblems')
  const noticeSaved = useSavedNotice()
  const reason = nothingToImport(preview)
  const [tab, setTab] = useState(
    preview.changes.length === 0 && preview.rejected.length > 0 ? 'rejected' : 'changes',
  )

  const save = async () => {
    const saved = await saveProblems.run({ planId: preview.planId })
    if (saved !== undefined && saved !== null) noticeSaved(saved)
  }

  return (
    <Flex vertical gap={12} style={{ flex: 1, minHeight: 0 }}>
      <Flex align="center" gap={8} style={{ flex: 'none' }}>
        <Typography.Text strong ellipsis style={{ fontSize: 16, maxWidth: 420 }} data-testid="import-file">
          {preview.file}
        </Typography.Text>
        <Tag data-testid="import-ledger">{ledgerLabel(preview.ledger)}</Tag>
        <Space style={{ marginLeft: 'auto' }}>
          <Button onClick={startOver} data-testid="import-cancel">
            放弃
          </Button>
          <Button onClick={() => void chooseFile()}>另选文件</Button>
          {preview.rejected.length === 0 ? null : (
            <Button
              icon={<DownloadOutlined />}
              loading={saveProblems.busy}
              onClick={() => void save()}
              data-testid="import-problems"
            >
              下载问题行
            </Button>
          )}
          <Tooltip title={reason}>
            <Button
              type="primary"
              autoFocus
              disabled={reason !== null}
              onClick={() => void applyPlan()}
              data-testid="import-apply"
            >
              确认导入 {count(importableRows(preview))} 行
            </Button>
          </Tooltip>
        </Space>
      </Flex>
      {problem === null ? null : (
        <Alert
          showIcon
          type={problem.code === null ? 'info' : 'error'}
          title={problem.sentence}
          data-testid="import-problem"
          action={
            problem.code === null ? null : (
              <Button size="small" onClick={() => void readFile(file)}>
                重新预览
              </Button>
            )
          }
        />
      )}
      {reason === null ? null : (
        <Alert showIcon type="info" title={`${reason}。`} data-testid="import-nothing" />
      )}
      <PreviewFigures preview={preview} />
      <Tabs
        size="small"
        activeKey={tab}
        onChange={setTab}
        style={{ flex: 'none' }}
        tabBarStyle={{ marginBottom: 0 }}
        items={[
          { key: 'changes', label: '将写入的内容' },
          { key: 'rejected', label: `不能导入的行 ${count(preview.rejectedRows)}` },
          { key: 'warnings', label: `提醒 ${count(preview.warnings.length)}` },
          { key: 'sheets', label: `识别到的工作表和列 ${count(preview.sheets.length)}` },
        ]}
      />
      {tab === 'changes' ? <ChangesTable changes={preview.changes} /> : null}
      {tab === 'rejected' ? (
        <ProblemsTable key="rejected" lines={preview.rejected} empty="每一行都可以导入。" withColumn />
      ) : null}
      {tab === 'warnings' ? (
        <ProblemsTable
          key="warnings"
          lines={preview.warnings}
          empty="没有需要提醒的内容。"
          withColumn={false}
        />
      ) : null}
      {tab === 'sheets' ? <SheetsFound sheets={preview.sheets} /> : null}
    </Flex>
  )
}
