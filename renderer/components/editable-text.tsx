import { CheckOutlined, CloseOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Flex, Input, Typography } from 'antd'
import { type KeyboardEvent, useState } from 'react'

export interface EditableTextProps {
  readonly value: string
  /** True when it was saved; false leaves the field open. */
  readonly onSave: (text: string) => Promise<boolean>
  /** Why the text cannot be saved, in Chinese, or null; asked at each key. */
  readonly check?: (text: string) => string | null
  /** Name of the field, for screen readers and the pencil's tooltip. */
  readonly label: string
  readonly placeholder?: string
  readonly multiline?: boolean
  readonly testId: string
  /** A heading is shown larger. */
  readonly heading?: boolean
  /** Opened already, e.g. from a link that mends a gap. */
  readonly open?: boolean
  /** Called when the field goes back to showing the text. */
  readonly onClose?: () => void
}

/** Text with a pencil. Enter saves, Escape leaves it as it was (in a note, Enter makes a new line). */
export const EditableText = (props: EditableTextProps) => {
  const { value, label, testId } = props
  const [draft, setDraft] = useState<string | null>(props.open === true ? value : null)
  const [saving, setSaving] = useState(false)

  if (draft === null) {
    return (
      <span className="editable">
        {value === '' ? (
          <Typography.Text type="secondary">未填写</Typography.Text>
        ) : (
          <span
            className={props.heading === true ? 'editable-heading' : undefined}
            style={props.multiline === true ? { whiteSpace: 'pre-wrap' } : undefined}
            data-testid={`${testId}-value`}
          >
            {value}
          </span>
        )}
        <Button
          type="text"
          size="small"
          icon={<EditOutlined />}
          title={`修改${label}`}
          aria-label={`修改${label}`}
          onClick={() => setDraft(value)}
          data-testid={`${testId}-edit`}
        />
      </span>
    )
  }

  const problem = draft === value ? null : (props.check?.(draft) ?? null)
  const close = () => {
    setDraft(null)
    props.onClose?.()
  }
  const save = async () => {
    if (problem !== null || saving) return
    if (draft === value) return close()
    setSaving(true)
    const saved = await props.onSave(draft)
    setSaving(false)
    if (saved) close()
  }
  const press = (event: KeyboardEvent) => {
    // While an input method is composing, Enter and Escape belong to it.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    }
    if (event.key === 'Enter' && (props.multiline !== true || event.ctrlKey)) {
      event.preventDefault()
      void save()
    }
  }
  const shared = {
    value: draft,
    autoFocus: true,
    status: problem === null ? ('' as const) : ('error' as const),
    placeholder: props.placeholder,
    'aria-label': label,
    onKeyDown: press,
    'data-testid': `${testId}-input`,
  }
  return (
    <div style={{ minWidth: 0 }}>
      <Flex gap={4} align="center">
        {props.multiline === true ? (
          <Input.TextArea
            {...shared}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={2000}
            onChange={(event) => setDraft(event.target.value)}
          />
        ) : (
          <Input {...shared} maxLength={200} onChange={(event) => setDraft(event.target.value)} />
        )}
        <Button
          type="text"
          size="small"
          icon={<CheckOutlined />}
          title="保存"
          aria-label="保存"
          disabled={problem !== null}
          loading={saving}
          onClick={() => void save()}
          data-testid={`${testId}-save`}
        />
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          title="放弃"
          aria-label="放弃"
          onClick={close}
        />
      </Flex>
      {problem !== null && (
        <Typography.Text type="danger" style={{ fontSize: 12 }} data-testid={`${testId}-problem`}>
          {problem}
        </Typography.Text>
      )}
    </div>
  )
}
