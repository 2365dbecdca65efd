import { Flex, InputNumber, Segmented, Select } from 'antd'
import type { ReactNode } from 'react'
import { memberCategoryLabels, memberKindLabels, postKindLabels } from '../../../shared/labels.ts'
import { memberCategories, memberKinds } from '../../../shared/models/person.ts'
import { type PostKind, postKinds } from '../../../shared/models/post.ts'
import type { PeopleFilter } from '../../../shared/requests/people.ts'
import { without } from './people-filter.ts'
import { UnitFilter } from './unit-filter.tsx'

type Key = keyof PeopleFilter

const Line = (props: { readonly label: string; readonly children: ReactNode }) => (
  <Flex gap={8} align="center">
    <span style={{ width: 64, flex: 'none' }}>{props.label}</span>
    {props.children}
  </Flex>
)

const wide = { width: 260 }
const none = { value: 'none', label: '未登记' } as const

/** Every condition but the text; each takes effect at once. */
export const PeopleFilterForm = (props: {
  readonly filter: PeopleFilter
  readonly onChange: (filter: PeopleFilter) => void
}) => {
  const { filter, onChange } = props
  const set = <K extends Key>(key: K, value: PeopleFilter[K] | null | undefined) => {
    const rest = without(filter, [key])
    onChange(value === null || value === undefined ? rest : { ...rest, [key]: value })
  }
  const span = (from: 'ageFrom' | 'yearsFrom', to: 'ageTo' | 'yearsTo', name: string) => (
    <Flex gap={6} align="center">
      {([from, to] as const).map((key, index) => (
        <Flex key={key} gap={6} align="center">
          {index === 1 && '至'}
          <InputNumber
            min={0}
            max={150}
            precision={0}
            value={filter[key] ?? null}
            onChange={(value) => set(key, value)}
            style={{ width: 92 }}
            aria-label={`${name}${index === 0 ? '不小于' : '不大于'}`}
            data-testid={`filter-${key}`}
          />
        </Flex>
      ))}
      年
    </Flex>
  )
  const choice = (key: 'phone' | 'anyPost' | 'member', label: string) => (
    <Segmented
      options={[
        { value: 'all', label: '不限' },
        { value: 'yes', label: `有${label}` },
        { value: 'no', label: `无${label}` },
      ]}
      value={filter[key] === undefined ? 'all' : filter[key] ? 'yes' : 'no'}
      onChange={(value) => set(key, value === 'all' ? undefined : value === 'yes')}
      data-testid={`filter-${key}`}
    />
  )
  return (
    <Flex vertical gap={8} data-testid="people-filter-form">
      <Line label="所在组织">
        <UnitFilter value={filter.unitId} onChange={(unitId) => set('unitId', unitId)} />
      </Line>
      <Line label="人员类别">
        <Select
          allowClear
          style={wide}
          placeholder="不限"
          value={filter.category}
          onChange={(value) => set('category', value)}
          options={[
            ...memberCategories.map((value) => ({ value, label: memberCategoryLabels[value] })),
            none,
          ]}
          aria-label="人员类别"
          data-testid="filter-category"
        />
      </Line>
      <Line label="党员类别">
        <Select
          allowClear
          style={wide}
          placeholder="不限"
          value={filter.memberKind}
          onChange={(value) => set('memberKind', value)}
          options={[...memberKinds.map((value) => ({ value, label: memberKindLabels[value] })), none]}
          aria-label="党员类别"
        />
      </Line>
      <Line label="职务">
        <Select<readonly PostKind[]>
          mode="multiple"
          allowClear
          style={wide}
          placeholder="不限"
          value={filter.posts ?? []}
          onChange={(value) => set('posts', value.length === 0 ? undefined : [...value])}
          options={postKinds.map((value) => ({ value, label: postKindLabels[value] }))}
          aria-label="职务"
          data-testid="filter-posts"
        />
      </Line>
      <Line label="年龄">{span('ageFrom', 'ageTo', '年龄')}</Line>
      <Line label="党龄">{span('yearsFrom', 'yearsTo', '党龄')}</Line>
      <Line label="性别">
        <Segmented
          options={['不限', '男', '女']}
          value={filter.gender ?? '不限'}
          onChange={(value) => set('gender', value === '男' || value === '女' ? value : undefined)}
        />
      </Line>
      <Line label="电话">{choice('phone', '电话')}</Line>
      <Line label="任职">{choice('anyPost', '任职')}</Line>
      <Line label="组织关系">{choice('member', '组织关系')}</Line>
      <Line label="状态">
        <Segmented
          options={['在册', '已离开']}
          value={filter.ended === true ? '已离开' : '在册'}
          onChange={(value) => set('ended', value === '已离开' ? true : undefined)}
        />
      </Line>
    </Flex>
  )
}
