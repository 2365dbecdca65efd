import { Flex, Tag } from 'antd'
import { postKindLabels } from '../../../shared/labels.ts'
import { useRequest } from '../../hooks/query.ts'

/** 职数: what the standards expect of this unit and what there is. */
export const UnitStaffing = (props: { readonly unitId: string }) => {
  const lines = useRequest('unit.staffing', { id: props.unitId }).data ?? []
  const shown = lines.filter((line) => line.expected > 0)
  if (shown.length === 0) return null
  return (
    <Flex gap={4} wrap align="center" data-testid="unit-staffing">
      <a className="tree-days" href="#/settings/standards">
        职数
      </a>
      {shown.map(({ post, expected, held }) => (
        <Tag key={post} color={held < expected ? 'warning' : 'default'} style={{ margin: 0 }}>
          {postKindLabels[post]} {held}/{expected}
          {held < expected && ` 缺 ${expected - held}`}
        </Tag>
      ))}
    </Flex>
  )
}
