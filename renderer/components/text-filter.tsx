import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useDebounced } from '../hooks/debounced.ts'

/** Rests this long after a key before a list is narrowed, in ms. */
const rest = 150

/** Text that narrows a list while it is typed; undefined when it is blank. The value may change under it. */
export const TextFilter = (props: {
  readonly value: string | undefined
  readonly onChange: (text: string | undefined) => void
  readonly placeholder: string
  readonly label: string
  readonly width?: number
  readonly testId: string
}) => {
  const { value, onChange } = props
  const [text, setText] = useState(value ?? '')
  const [typed, setTyped] = useState(false)
  const wanted = useDebounced(text, rest)
  useEffect(() => {
    if (!typed) setText(value ?? '')
  }, [value, typed])
  useEffect(() => {
    if (!typed || wanted !== text) return
    setTyped(false)
    onChange(wanted.trim() === '' ? undefined : wanted)
  }, [wanted, text, typed, onChange])
  return (
    <Input
      prefix={<SearchOutlined />}
      value={text}
      onChange={(event) => {
        setTyped(true)
        setText(event.target.value)
      }}
      placeholder={props.placeholder}
      allowClear
      maxLength={60}
      style={{ width: props.width ?? 260 }}
      aria-label={props.label}
      data-testid={props.testId}
    />
  )
}
