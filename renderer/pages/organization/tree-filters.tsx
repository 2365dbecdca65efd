import { WarningOutlined } from '@ant-design/icons'
import { Flex, Input, Select, Tag, Typography } from 'antd'
import { branchKindLabels, unitKindLabels } from '../../../shared/labels.ts'
import type { UnitKind } from '../../../shared/models/unit.ts'
import type { TreeFilter } from '../../../shared/requests/units.ts'
import { isFiltering } from './outline-model.ts'

const kinds = Object.entries(unitKindLabels).map(([value, label]) => ({ value: value as UnitKind, label }))

/** Above the tree: by name, by kind, only those with gaps. */
export const TreeFilters = (props: {
  readonly filter: TreeFilter
  /** How many fit, and how many of them are listed; null until they are found. */
  readonly found: { readonly total: number; readonly listed: number } | null
  readonly onChange: (filter: TreeFilter) => void
}) => {
  const { filter, onChange } = props
  return (
    <Flex vertical gap={6}>
      <Flex gap={6}>
        <Input
          value={filter.text}
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
          placeholder="按名称、拼音筛选"
          allowClear
          maxLength={60}
          aria-label="按名称筛选"
          data-testid="tree-filter"
        />
        <Select<UnitKind>
          value={filter.kind}
          options={kinds}
          onChange={(kind: UnitKind | undefined) =>
            onChange({ ...filter, kind: kind ?? null, branchKind: null })
          }
          placeholder="全部类别"
          allowClear
          style={{ width: 128, flex: 'none' }}
          aria-label="类别"
          data-testid="tree-kind"
        />
      </Flex>
      <Flex align="center" justify="space-between">
        <Tag.CheckableTag
          checked={filter.onlyGaps}
          onChange={(onlyGaps) => onChange({ ...filter, onlyGaps })}
          icon={<WarningOutlined />}
          data-testid="tree-gaps"
        >
          只看有缺项的
        </Tag.CheckableTag>
        {filter.branchKind !== null && (
          <Tag closable onClose={() => onChange({ ...filter, branchKind: null })}>
            {branchKindLabels[filter.branchKind]}
          </Tag>
        )}
        {isFiltering(filter) && props.found !== null && (
          <Typography.Text type="secondary" style={{ fontSize: 12 }} data-testid="tree-found">
            找到 {props.found.total.toLocaleString('zh-CN')} 个
            {props.found.listed < props.found.total &&
              `，列出前 ${props.found.listed.toLocaleString('zh-CN')} 个`}
          </Typography.Text>
        )}
      </Flex>
    </Flex>
  )
}
