import { EditOutlined, EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button, Typography } from 'antd'
import { useState } from 'react'
import { EditableText } from './editable-text.tsx'

export interface PersonalValueProps {
  /** The value with its middle hidden; null where there is none. */
  readonly masked: string | null
  readonly label: string
  /** The value in full (a logged act); undefined when it was refused. */
  readonly onReveal: () => Promise<string | undefined>
  /** Without it the value can be looked at but not changed. */
  readonly onSave?: (text: string) => Promise<boolean>
  readonly check?: (text: string) => string | null
  readonly testId: string
  readonly open?: boolean
}

/** A phone or ID number: hidden until the eye is pressed; the pencil shows it in full first. */
export const PersonalValue = (props: PersonalValueProps) => {
  const { masked, label, testId, onSave } = props
  const [full, setFull] = useState<string | null>(null)
  const [editing, setEditing] = useState(props.open === true && masked === null)

  if (editing && onSave !== undefined) {
    return (
      <EditableText
        value={full ?? ''}
        label={label}
        testId={testId}
        open
        {...(props.check === undefined ? {} : { check: props.check })}
        onSave={async (text) => {
          const saved = await onSave(text)
          if (saved) setFull(null)
          return saved
        }}
        onClose={() => setEditing(false)}
      />
    )
  }
  const reveal = async (): Promise<boolean> => {
    if (masked === null || full !== null) return true
    const value = await props.onReveal()
    if (value === undefined) return false
    setFull(value)
    return true
  }
  return (
    <span className="editable">
      {masked === null ? (
        <Typography.Text type="secondary">未填写</Typography.Text>
      ) : (
        <span className="nowrap" data-testid={`${testId}-value`}>
          {full ?? masked}
        </span>
      )}
      {masked !== null && (
        <Button
          type="text"
          size="small"
          icon={full === null ? <EyeOutlined /> : <EyeInvisibleOutlined />}
          title={full === null ? `查看完整${label}（会留下记录）` : '隐藏'}
          aria-label={full === null ? `查看完整${label}` : `隐藏${label}`}
          onClick={() => (full === null ? void reveal() : setFull(null))}
          data-testid={`${testId}-reveal`}
        />
      )}
      {onSave !== undefined && (
        <Button
          type="text"
          size="small"
          icon={<EditOutlined />}
          title={`修改${label}`}
          aria-label={`修改${label}`}
          onClick={() => void reveal().then((shown) => setEditing(shown))}
          data-testid={`${testId}-edit`}
        />
      )}
    </span>
  )
}
