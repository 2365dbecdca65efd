import { Flex, Select, Tag } from 'antd'
import { useCallback } from 'react'
import type { VenueFigures } from '../../../shared/models/register.ts'
import { venueRightLabels } from '../../../shared/models/venue.ts'
import type { VenueFilter } from '../../../shared/requests/registers.ts'
import { TextFilter } from '../../components/text-filter.tsx'

/** With a part changed, or without it. */
const changed = <K extends keyof VenueFilter>(
  filter: VenueFilter,
  key: K,
  value: VenueFilter[K] | undefined,
): VenueFilter => {
  const { [key]: _, ...rest } = filter
  return value === undefined ? rest : { ...rest, [key]: value }
}

/** Text, community, kind of right and sharing, each with how many venues it leaves. */
export const VenueFilters = (props: {
  readonly filter: VenueFilter
  readonly figures: VenueFigures | undefined
  readonly onChange: (filter: VenueFilter) => void
}) => {
  const { filter, figures, onChange } = props
  const search = useCallback(
    (text: string | undefined) => onChange(changed(filter, 'text', text)),
    [filter, onChange],
  )
  const count = (n: number) => n.toLocaleString('zh-CN')
  return (
    <Flex gap={8} align="center" wrap>
      <TextFilter
        value={filter.text}
        onChange={search}
        placeholder="名称、地址、管理人、党支部"
        label="筛选场所"
        width={250}
        testId="venues-text"
      />
      <Select<string>
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        style={{ width: 200 }}
        placeholder="全部社区"
        value={filter.communityId ?? null}
        onChange={(value: string | undefined) => onChange(changed(filter, 'communityId', value))}
        options={(figures?.communities ?? []).map((one) => ({
          value: one.id,
          label: `${one.name} ${count(one.count)}`,
        }))}
        notFoundContent="没有找到"
        aria-label="所属社区"
        data-testid="venues-community"
      />
      <Flex gap={4} wrap data-testid="venue-rights">
        {(figures?.rights ?? []).map(({ right, count: n }) => {
          const key = right ?? 'none'
          return (
            <Tag.CheckableTag
              key={key}
              checked={filter.right === key}
              onChange={(checked) => onChange(changed(filter, 'right', checked ? key : undefined))}
              data-testid={`venue-right-${key}`}
            >
              {right === null ? '产权未填写' : venueRightLabels[right]} {count(n)}
            </Tag.CheckableTag>
          )
        })}
        {figures !== undefined && figures.venues > 0 && (
          <Tag.CheckableTag
            checked={filter.shared === true}
            onChange={(checked) => onChange(changed(filter, 'shared', checked ? true : undefined))}
            data-testid="venue-shared"
          >
            多个党支部使用 {count(figures.shared)}
          </Tag.CheckableTag>
        )}
      </Flex>
    </Flex>
  )
}
