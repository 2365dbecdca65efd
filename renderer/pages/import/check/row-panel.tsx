import { CloseCircleOutlined, ExclamationCircleOutlined, StopOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Empty, Flex, Input, Space, Typography, theme } from 'antd'
import { type CSSProperties, type KeyboardEvent, useState } from 'react'
import type { CheckedRow, CheckPage, Question } from '../../../../shared/models/import.ts'

const MendInput = (props: {
  readonly label: string
  readonly text: string
  readonly onSave: (text: string) => void
}) => {
  const [text, setText] = useState(props.text)
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') props.onSave(text)
    if (event.key === 'Escape') setText(props.text)
  }
  return (
    <Space.Compact style={{ width: '100%' }}>
      <Input
        size="small"
        value={text}
        maxLength={2000}
        placeholder="填写正确的内容"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        aria-label={`改正“${props.label}”`}
        data-testid="row-mend"
      />
      <Button size="small" disabled={text === props.text} onClick={() => props.onSave(text)}>
        改正
      </Button>
    </Space.Compact>
  )
}

const Offers = (props: {
  readonly question: Question
  readonly onDecide: (key: string, value: string) => void
}) => {
  const { question } = props
  return (
    <Flex vertical gap={4}>
      <Typography.Text type="secondary">请选择：</Typography.Text>
      {question.options.map((option) => (
        <Button
          key={option.value}
          size="small"
          block
          style={{
            height: 'auto',
            padding: '2px 8px',
            whiteSpace: 'normal',
            justifyContent: 'flex-start',
            textAlign: 'left',
          }}
          onClick={() => props.onDecide(question.key, option.value)}
          data-testid="row-offer"
        >
          {option.label}
        </Button>
      ))}
    </Flex>
  )
}

/** The problems of one row in words, each with the ways to mend it. */
export const RowPanel = (props: {
  readonly page: CheckPage | undefined
  readonly row: CheckedRow | undefined
  readonly onMend: (row: CheckedRow, column: number, text: string) => void
  readonly onDecide: (key: string, value: string) => void
  readonly onOut: (row: CheckedRow, out: boolean) => void
}) => {
  const { page, row } = props
  const { token } = theme.useToken()
  const frame: CSSProperties = {
    flex: 'none',
    width: 300,
    boxSizing: 'border-box',
    padding: 12,
    overflow: 'auto',
    border: `1px solid ${token.colorBorderSecondary}`,
    borderRadius: 6,
  }
  if (row === undefined)
    return (
      <div style={frame}>
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="选一行，看它的问题" />
      </div>
    )
  return (
    <Flex vertical gap={12} style={frame} data-testid="row-panel">
      <Flex align="center" gap={8}>
        <Typography.Text strong className="cut" style={{ flex: 1 }}>
          {row.sheet} 第 {row.row} 行
        </Typography.Text>
        <Button
          size="small"
          icon={row.out ? <UndoOutlined /> : <StopOutlined />}
          onClick={() => props.onOut(row, !row.out)}
          data-testid="row-out"
        >
          {row.out ? '恢复导入' : '不导入'}
        </Button>
      </Flex>
      {row.out ? <Typography.Text type="secondary">这一行不导入，其余各行不受影响。</Typography.Text> : null}
      {!row.out && row.bad.length + row.warnings.length === 0 ? (
        <Typography.Text type="secondary">
          这一行没有问题。要改哪一格，可双击或按回车；按 Ctrl 加向下键到下一个问题。
        </Typography.Text>
      ) : null}
      {row.out
        ? null
        : row.bad.map(({ column, reason, question }, at) => {
            const head = page?.columns[column]
            const label = head === undefined ? '整行' : head.header === '' ? head.label : head.header
            const text = row.cells[column] ?? ''
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: one cell may have two problems
              <Flex key={`${row.index} ${column} ${at} ${text}`} vertical gap={4}>
                <Typography.Text strong>{label}</Typography.Text>
                <Typography.Text type="danger">
                  <CloseCircleOutlined /> {reason}
                </Typography.Text>
                {question === undefined ? null : <Offers question={question} onDecide={props.onDecide} />}
                {head === undefined ? null : (
                  <MendInput label={label} text={text} onSave={(next) => props.onMend(row, column, next)} />
                )}
              </Flex>
            )
          })}
      {row.out
        ? null
        : row.warnings.map((reason) => (
            <Typography.Text key={reason} type="warning">
              <ExclamationCircleOutlined /> {reason}
            </Typography.Text>
          ))}
    </Flex>
  )
}
