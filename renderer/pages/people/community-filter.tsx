import { Select } from 'antd'
import { useRequest } from '../../hooks/query.ts'

/** One community of all. */
export const CommunityFilter = (props: {
  readonly value: string | undefined
  readonly onChange: (unitId: string | undefined) => void
}) => {
  const units = useRequest('unit.list', { kinds: ['communityCommittee'] })
  return (
    <Select<string>
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      style={{ width: 220 }}
      placeholder="全部社区"
      value={props.value ?? null}
      onChange={(value: string | undefined) => props.onChange(value)}
      options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      notFoundContent="没有找到"
      aria-label="所属社区"
      data-testid="filter-community"
    />
  )
}
