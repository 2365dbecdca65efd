import { SearchOutlined } from '@ant-design/icons'
import { Flex, Input, Select } from 'antd'
import type { CardContent } from '../../../shared/models/card.ts'
import { type CardFilter, communitiesOf } from './card-filter.ts'

/** Search by name, pinyin or initials, and the choice of a community. */
export const CardFilters = (props: {
  readonly cards: readonly CardContent[]
  readonly filter: CardFilter
  readonly onChange: (filter: CardFilter) => void
}) => {
  const { cards, filter, onChange } = props
  return (
    <Flex gap={8}>
      <Input
        allowClear
        prefix={<SearchOutlined />}
        placeholder="支部、社区、姓名"
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
        style={{ flex: 1, minWidth: 140, maxWidth: 260 }}
        data-testid="card-search"
      />
      <Select
        allowClear
        showSearch
        placeholder="全部社区"
        value={filter.community}
        options={communitiesOf(cards).map((name) => ({ value: name, label: name }))}
        onChange={(community: string | undefined) => onChange({ ...filter, community: community ?? null })}
        style={{ width: 136 }}
        data-testid="card-community"
      />
    </Flex>
  )
}
