import { SearchOutlined } from '@ant-design/icons'
import { Button, Flex, Input, Select, Tag } from 'antd'
import { memberCategoryLabels } from '../../../shared/labels.ts'
import type { MemberCategory } from '../../../shared/models/person.ts'
import { everyone, isEveryone, type PeopleFilter } from './people-filter.ts'

type Category = MemberCategory | 'none'
const categories: Readonly<Record<Category, string>> = { ...memberCategoryLabels, none: '未登记类别' }

/** A chip that narrows the list to `value`, and lets go when pressed again. */
const Chip = <T,>(props: {
  readonly label: string
  readonly value: T
  readonly current: T | null
  readonly onChange: (value: T | null) => void
  readonly testId: string
}) => (
  <Tag.CheckableTag
    className="chip"
    checked={props.current === props.value}
    onChange={(checked) => props.onChange(checked ? props.value : null)}
    data-testid={props.testId}
  >
    {props.label}
  </Tag.CheckableTag>
)

/** 文字 · 手机号 · 任职 · 类别 · 社区 */
export const PeopleFilters = (props: {
  readonly filter: PeopleFilter
  readonly communities: readonly string[]
  readonly onChange: (filter: PeopleFilter) => void
}) => {
  const { filter, onChange } = props
  const phone = (value: boolean | null) => onChange({ ...filter, phone: value })
  const posts = (value: boolean | null) => onChange({ ...filter, posts: value })
  const category = (value: Category | null) => onChange({ ...filter, category: value })
  return (
    <Flex gap={6} align="center" wrap>
      <Input
        prefix={<SearchOutlined />}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
        placeholder="姓名、拼音、支部、任职"
        allowClear
        maxLength={60}
        style={{ width: 220 }}
        aria-label="筛选人员"
        data-testid="people-text"
      />
      <Select<string>
        value={filter.community}
        onChange={(community: string | undefined) => onChange({ ...filter, community: community ?? null })}
        options={props.communities.map((name) => ({ value: name, label: name }))}
        placeholder="全部社区"
        allowClear
        showSearch
        style={{ width: 180 }}
        aria-label="社区"
        data-testid="people-community"
      />
      <Chip label="有手机号" value={true} current={filter.phone} onChange={phone} testId="chip-phone" />
      <Chip label="无手机号" value={false} current={filter.phone} onChange={phone} testId="chip-no-phone" />
      <Chip label="有任职" value={true} current={filter.posts} onChange={posts} testId="chip-posts" />
      <Chip label="无任职" value={false} current={filter.posts} onChange={posts} testId="chip-no-posts" />
      {(['full', 'probationary', 'none'] as const).map((value) => (
        <Chip<Category>
          key={value}
          label={categories[value]}
          value={value}
          current={filter.category}
          onChange={category}
          testId={`chip-${value}`}
        />
      ))}
      {!isEveryone(filter) && (
        <Button type="link" size="small" onClick={() => onChange(everyone)}>
          清除筛选
        </Button>
      )}
    </Flex>
  )
}
