import { FilterOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Flex, Input, Popover, Tag } from 'antd'
import { useEffect, useState } from 'react'
import type { PeopleFilter } from '../../../shared/requests/people.ts'
import { useDebounced } from '../../hooks/debounced.ts'
import { useRequest } from '../../hooks/query.ts'
import { chipsOf, type FilterChip, without } from './people-filter.ts'
import { PeopleFilterForm } from './people-filter-form.tsx'

/** Rests this long after a key before the list is narrowed, in ms. */
const rest = 150

/** Text, the form of all other conditions, and a chip to take each back. */
export const PeopleFilters = (props: {
  readonly filter: PeopleFilter
  readonly onChange: (filter: PeopleFilter) => void
}) => {
  const { filter, onChange } = props
  const [text, setText] = useState(filter.text ?? '')
  const [typed, setTyped] = useState(false)
  const wanted = useDebounced(text, rest)
  const unit = useRequest('unit.load', { id: filter.unitId ?? '' }, { enabled: filter.unitId !== undefined })
  const chips = chipsOf(filter, unit.data?.id === filter.unitId ? unit.data?.name : undefined)

  // The address may change under the field: a link, or a chip taken away.
  useEffect(() => {
    if (!typed) setText(filter.text ?? '')
  }, [filter.text, typed])
  useEffect(() => {
    if (!typed || wanted !== text) return
    setTyped(false)
    const rested = without(filter, ['text'])
    onChange(wanted.trim() === '' ? rested : { ...rested, text: wanted })
  }, [wanted, text, typed, filter, onChange])

  const remove = (chip: FilterChip) => onChange(without(filter, chip.keys))
  return (
    <Flex gap={6} align="center" wrap>
      <Input
        prefix={<SearchOutlined />}
        value={text}
        onChange={(event) => {
          setTyped(true)
          setText(event.target.value)
        }}
        placeholder="姓名、拼音、电话、证号末四位"
        allowClear
        maxLength={60}
        style={{ width: 260 }}
        aria-label="筛选人员"
        data-testid="people-text"
      />
      <Popover
        trigger="click"
        placement="bottomLeft"
        content={<PeopleFilterForm filter={filter} onChange={onChange} />}
      >
        <Button icon={<FilterOutlined />} data-testid="people-filter">
          筛选
        </Button>
      </Popover>
      {chips.map((chip) => (
        <Tag
          key={chip.keys.join()}
          closable
          onClose={(event) => {
            event.preventDefault()
            remove(chip)
          }}
          tabIndex={0}
          onKeyDown={(event) => {
            if (event.key === 'Delete' || event.key === 'Backspace') remove(chip)
          }}
          style={{ marginInlineEnd: 0 }}
          data-testid="people-chip"
        >
          {chip.label}
        </Tag>
      ))}
      {chips.length > 0 && (
        <Button type="link" size="small" onClick={() => onChange({})} data-testid="people-clear">
          清除筛选
        </Button>
      )}
    </Flex>
  )
}
