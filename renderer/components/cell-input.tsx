import { type KeyboardEvent, useRef, useState } from 'react'

/** The editor of one cell: Enter or leaving it saves, Escape gives it up. */
export const CellInput = (props: {
  readonly draft: string
  readonly label: string
  /** By Enter, or because the focus went elsewhere. */
  readonly onSave: (text: string, by: 'key' | 'leaving') => void
  readonly onClose: () => void
}) => {
  const [text, setText] = useState(props.draft)
  // An editor that is taken away loses the focus once more.
  const ended = useRef(false)
  const save = (by: 'key' | 'leaving') => {
    if (ended.current) return
    ended.current = true
    props.onSave(text, by)
  }
  const press = (event: KeyboardEvent) => {
    // While an input method is composing, Enter and Escape belong to it.
    if (event.nativeEvent.isComposing) return
    event.stopPropagation()
    if (event.key === 'Enter') {
      event.preventDefault()
      save('key')
    } else if (event.key === 'Escape') {
      ended.current = true
      props.onClose()
    }
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it was opened by a key or a double click
      autoFocus
      value={text}
      maxLength={2000}
      aria-label={props.label}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={press}
      onBlur={() => save('leaving')}
      data-testid="cell-input"
    />
  )
}
