import { Select } from 'antd'
import { useState } from 'react'
import { unitKindLabels } from '../../../shared/labels.ts'
import type { UnitKind } from '../../../shared/models/unit.ts'
import { useDebounced } from '../../hooks/debounced.ts'
import { useRequest } from '../../hooks/query.ts'

/** One living unit of these kinds, found by name, pinyin or initials; `except` are not offered. */
export const UnitChoice = (props: {
  readonly kinds: readonly UnitKind[]
  readonly except?: readonly string[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly placeholder: string
  readonly testId: string
  readonly autoFocus?: boolean
}) => {
  const { kinds, except = [] } = props
  const [text, setText] = useState('')
  const wanted = useDebounced(text, 150)
  const found = useRequest('unit.options', { text: wanted, kinds: [...kinds] })
  // What was found for the text before must not be taken by a quick Enter.
  const fresh = wanted === text && !found.isPlaceholderData
  const options = fresh ? (found.data ?? []).filter((unit) => !except.includes(unit.id)) : []
  return (
    <Select<string>
      value={props.value}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      autoFocus={props.autoFocus ?? true}
      placeholder={props.placeholder}
      notFoundContent={fresh && !found.isPending ? '没有符合的组织' : '正在查找'}
      style={{ width: '100%' }}
      options={options.map((unit) => ({
        value: unit.id,
        label: unit.name,
        path: unit.path === '' ? unitKindLabels[unit.kind] : unit.path,
      }))}
      optionRender={({ data }) => (
        <span data-testid={`unit-option-${String(data.label)}`}>
          {data.label}
          <span className="option-path">{data.path}</span>
        </span>
      )}
      onChange={(id: string | undefined) => props.onChange(id ?? null)}
      aria-label={props.placeholder}
      data-testid={props.testId}
    />
  )
}
