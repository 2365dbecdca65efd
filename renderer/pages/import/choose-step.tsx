import { InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Flex, Typography, theme } from 'antd'
import { useRequest } from '../../hooks/query.ts'
import { ImportHistory } from './import-history.tsx'
import { chooseFile, type Problem } from './import-session.ts'
import { KnownLedgers } from './known-ledgers.tsx'

/** Where a file is chosen or dropped; below it the ledgers that are known, and what was imported before. */
export const ChooseStep = (props: { readonly problem: Problem | null; readonly dragging: boolean }) => {
  const { problem, dragging } = props
  const { token } = theme.useToken()
  const history = useRequest('import.history', null)
  return (
    <Flex vertical gap={12} style={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
      {problem === null ? null : (
        <Alert
          showIcon
          type={problem.code === null ? 'info' : 'error'}
          title={problem.sentence}
          data-testid="import-problem"
        />
      )}
      <Flex
        align="center"
        gap={16}
        data-testid="import-drop"
        style={{
          flex: 'none',
          padding: '20px 24px',
          border: `1px dashed ${dragging ? token.colorPrimary : token.colorBorder}`,
          borderRadius: token.borderRadius,
          background: dragging ? token.colorPrimaryBg : token.colorBgContainer,
        }}
      >
        <InboxOutlined style={{ fontSize: 36, color: token.colorTextSecondary }} />
        <Flex vertical style={{ flex: 1 }}>
          <Typography.Text strong>
            {dragging ? '松开鼠标，读取这个文件' : '把台账文件拖到这里，或点“选择文件”'}
          </Typography.Text>
          <Typography.Text type="secondary">
            支持 Excel、WPS 表格和 CSV。先预览，确认后才写入；有问题的行会逐格列出，不影响其余各行。
          </Typography.Text>
        </Flex>
        <Button type="primary" autoFocus data-testid="import-choose" onClick={() => void chooseFile()}>
          选择文件
        </Button>
      </Flex>
      <KnownLedgers open={history.data?.length === 0} />
      <ImportHistory runs={history.data ?? []} loading={history.isPending} />
    </Flex>
  )
}
