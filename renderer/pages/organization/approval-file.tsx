import { FileTextOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Button, Flex, Typography, theme } from 'antd'
import { type DragEvent, useState } from 'react'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import { sizeWords } from '../../../shared/rules/document-file.ts'
import { useRequest } from '../../hooks/query.ts'
import { useApproval } from './use-approval.ts'

/** 批复文件: the scanned file, chosen or dropped here; opened, saved elsewhere, replaced, untied. */
export const ApprovalFile = (props: { readonly unit: UnitDetail }) => {
  const { unit } = props
  const { token } = theme.useToken()
  const approval = useRequest('approval.load', { unitId: unit.id })
  const file = approval.data ?? null
  const { choose, receive, open, save, untie, busy } = useApproval(unit, file)
  const [dragging, setDragging] = useState(false)
  const living = unit.dissolvedOn === null
  const over = (event: DragEvent) => {
    if (!living || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setDragging(true)
  }
  const drop = (event: DragEvent) => {
    if (!living) return
    event.preventDefault()
    setDragging(false)
    const dropped = event.dataTransfer.files[0]
    if (dropped !== undefined) void receive(dropped)
  }
  const link = (label: string, testId: string, act: () => void) => (
    <Button type="link" size="small" className="flush" onClick={act} disabled={false} data-testid={testId}>
      {label}
    </Button>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      onDragOver={over}
      onDragLeave={() => setDragging(false)}
      onDrop={drop}
      style={{
        margin: -4,
        padding: 3,
        border: `1px dashed ${dragging ? token.colorPrimary : 'transparent'}`,
        borderRadius: token.borderRadius,
        background: dragging ? token.colorPrimaryBg : undefined,
      }}
      data-testid="approval-file"
    >
      {dragging ? (
        <Typography.Text>松开鼠标，{file === null ? '添加' : '更换为'}这个文件</Typography.Text>
      ) : file === null ? (
        <Flex align="center" gap={12}>
          {living ? (
            <>
              <Button
                size="small"
                icon={<PaperClipOutlined />}
                loading={busy}
                onClick={() => void choose()}
                data-testid="approval-choose"
              >
                选择文件
              </Button>
              <Typography.Text type="secondary" className="cut">
                或把扫描件拖到这里，PDF、图片、Word 等，不超过 50 MB
              </Typography.Text>
            </>
          ) : (
            <Typography.Text type="secondary">未添加</Typography.Text>
          )}
        </Flex>
      ) : (
        <Flex align="center" gap={12}>
          <span className="cut" title={file.name} data-testid="approval-name">
            <FileTextOutlined /> {file.name}
          </span>
          <Typography.Text type="secondary" className="nowrap">
            {sizeWords(file.size)}
          </Typography.Text>
          <Flex gap={12} style={{ flex: 'none' }}>
            {link('打开', 'approval-open', () => void open(file.id))}
            {link('另存为', 'approval-save', () => void save(file.id))}
            {living && link('更换', 'approval-replace', () => void choose())}
            {living && link('移除', 'approval-remove', () => void untie())}
          </Flex>
        </Flex>
      )}
    </div>
  )
}
