import { Input, Tooltip } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { inRow } from './virtual-table.tsx'
import './cell-text.css'

/**
 * Text in a row of a virtual table that is written over where it stands: a click or Enter opens it, Enter or leaving it
 * saves, Escape leaves it as it was. The row keeps its height.
 */
export const CellText = (props: {
  readonly value: string
  /** Name of the field, for screen readers. */
  readonly label: string
  /** Why the text cannot be saved, in Chinese, or null. */
  readonly check: (text: string) => string | null
  /** True when it was saved. */
  readonly onSave: (text: string) => Promise<boolean>
  readonly right?: boolean
  readonly testId: string
}) => {
  const { value, label, testId } = props
  const [draft, setDraft] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const align = props.right === true ? 'right' : 'left'
  if (draft === null) {
    return (
      <button
        type="button"
        className="cell-text"
        style={{ textAlign: align }}
        title={`${value === '' ? '' : `${value}，`}点一下修改`}
        aria-label={`修改${label}：${value === '' ? '未填写' : value}`}
        onClick={() => setDraft(value)}
        data-testid={testId}
      >
        {value === '' ? '—' : value}
      </button>
    )
  }
  const problem = draft === value ? null : props.check(draft)
  const save = async (leaving: boolean) => {
    if (saving) return
    if (draft === value || (leaving && problem !== null)) return setDraft(null)
    if (problem !== null) return
    setSaving(true)
    const saved = await props.onSave(draft)
    setSaving(false)
    if (saved || leaving) setDraft(null)
  }
  const press = (event: KeyboardEvent) => {
    // While an input method is composing, Enter and Escape belong to it.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') setDraft(null)
    else if (event.key === 'Enter') void save(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Tooltip open={problem !== null} title={problem}>
      <Input
        size="small"
        autoFocus
        value={draft}
        maxLength={100}
        status={problem === null ? '' : 'error'}
        style={{ ...inRow, textAlign: align, paddingInline: 4 }}
        aria-label={label}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={press}
        onBlur={() => void save(true)}
        data-testid={`${testId}-input`}
      />
    </Tooltip>
  )
}
