import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Flex, Typography, theme } from 'antd'
import { useRequest } from '../../../hooks/query.ts'
import { chooseFiles } from '../session/begin.ts'
import type { Problem } from '../session/stage.ts'
import { useDragging } from '../use-file-drop.tsx'
import { ImportHistory } from './import-history.tsx'
import { KnownLedgers } from './known-ledgers.tsx'
import { TemplateButton } from './template-button.tsx'

/** Where files are chosen or dropped; below it the ledgers that are known, and what was imported before. */
export const ChooseStep = (props: { readonly problem: Problem | null }) => {
  const { problem } = props
  const dragging = useDragging()
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
            {dragging ? '松开鼠标，读取文件' : '把台账文件拖到这里，可以一次拖入几个，或点“选择文件”'}
          </Typography.Text>
          <Typography.Text type="secondary">
            支持 Excel、WPS 表格和
            CSV。先核对列、检查每一行、看清会改什么，确认后才写入；有问题的行可以当场改正。
          </Typography.Text>
        </Flex>
        <TemplateButton />
        <Button
          type="primary"
          autoFocus
          icon={<FolderOpenOutlined />}
          data-testid="import-choose"
          onClick={() => void chooseFiles()}
        >
          选择文件
        </Button>
      </Flex>
      <KnownLedgers open={history.data?.length === 0} />
      <ImportHistory runs={history.data ?? []} loading={history.isPending} />
    </Flex>
  )
}
