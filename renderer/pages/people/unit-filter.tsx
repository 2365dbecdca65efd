import { Select } from 'antd'
import { useState } from 'react'
import { unitKindLabels } from '../../../shared/labels.ts'
import { useDebounced } from '../../hooks/debounced.ts'
import { useRequest } from '../../hooks/query.ts'

/** A unit by name or pinyin; those below it count with it. */
export const UnitFilter = (props: {
  readonly value: string | undefined
  readonly onChange: (unitId: string | undefined) => void
}) => {
  const [text, setText] = useState('')
  const wanted = useDebounced(text.trim(), 120)
  const hits = useRequest('search.find', { text: wanted }, { enabled: wanted !== '' })
  const chosen = useRequest('unit.load', { id: props.value ?? '' }, { enabled: props.value !== undefined })
  const found = (wanted === '' ? [] : (hits.data ?? [])).flatMap((hit) =>
    hit.kind === 'unit'
      ? [{ value: hit.unit.id, label: `${hit.unit.name}（${unitKindLabels[hit.unit.kind]}）` }]
      : [],
  )
  const current =
    props.value === undefined || found.some((option) => option.value === props.value)
      ? []
      : [{ value: props.value, label: chosen.data?.name ?? '所选组织' }]
  return (
    <Select<string>
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      style={{ width: 260 }}
      placeholder="输入名称或拼音"
      value={props.value ?? null}
      onChange={(value: string | undefined) => props.onChange(value)}
      options={[...current, ...found]}
      notFoundContent={wanted === '' ? '请输入名称或拼音' : '没有找到'}
      aria-label="所在组织"
      data-testid="filter-unit"
    />
  )
}
