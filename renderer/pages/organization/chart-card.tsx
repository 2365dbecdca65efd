import { Button, Flex, Space } from 'antd'
import { branchKindLabels, unitKindLabels } from '../../../shared/labels.ts'
import type { ChartRow } from '../../../shared/models/chart.ts'

/** The active unit in a few words, and where to go from it. */
export const ChartCard = (props: {
  readonly row: ChartRow
  readonly rooted: boolean
  readonly onOpen: () => void
  readonly onToggle: () => void
  readonly onRoot: () => void
}) => {
  const { row } = props
  const kind = row.branchKind === null ? unitKindLabels[row.kind] : branchKindLabels[row.branchKind]
  const facts = [
    kind,
    ...(row.head === null ? [] : [`${row.kind === 'buildingGroup' ? '组长' : '书记'} ${row.head}`]),
    ...(row.memberCount === 0 ? [] : [`党员 ${row.memberCount} 人`]),
    ...(row.childCount === 0 ? [] : [`直接下级 ${row.childCount} 个`]),
  ]
  return (
    <Flex vertical gap={6} className="chart-card" data-testid="chart-card">
      <strong>{row.name}</strong>
      <span className="chart-facts">{facts.join(' · ')}</span>
      <Space size={6} wrap>
        <Button size="small" type="primary" onClick={props.onOpen} data-testid="chart-open">
          在列表中打开
        </Button>
        {row.childCount > 0 && (
          <Button size="small" onClick={props.onToggle} data-testid="chart-toggle">
            {row.open ? '收起下级' : '展开下级'}
          </Button>
        )}
        {row.childCount > 0 && !props.rooted && (
          <Button size="small" onClick={props.onRoot} data-testid="chart-root">
            只看此组织
          </Button>
        )}
      </Space>
    </Flex>
  )
}
