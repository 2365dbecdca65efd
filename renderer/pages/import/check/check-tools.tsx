import { Button, Flex, Input, Segmented, Select, Switch, Tooltip, Typography } from 'antd'
import type { RowFilter } from '../../../../shared/models/import.ts'
import type { Group } from '../session/arrangement.ts'
import { count, tableLabel } from '../words.ts'

const filters: readonly (readonly [RowFilter, string])[] = [
  ['all', '全部'],
  ['bad', '有问题'],
  ['warned', '提醒'],
  ['mended', '已改'],
  ['out', '不导入'],
]

const groupLabel = (group: Group, file: string | null, bad: number): string =>
  [
    tableLabel(group.table),
    ...(file === null ? [] : [`（${file}）`]),
    ` ${count(group.rows)} 行`,
    ...(bad === 0 ? [] : [`，问题 ${count(bad)}`]),
  ].join('')

/** What the check shows: which ledger, which rows. */
export const CheckTools = (props: {
  readonly groups: readonly Group[]
  readonly group: string
  readonly onGroup: (group: Group) => void
  /** Name of the file of a group, where there are several files. */
  readonly fileOf: (group: Group) => string | null
  /** Rows that cannot be imported, by group. */
  readonly bad: Readonly<Record<string, number>>
  readonly counts: Readonly<Record<RowFilter, number>> | undefined
  readonly filter: RowFilter
  readonly onFilter: (filter: RowFilter) => void
  readonly text: string
  readonly onText: (text: string) => void
  readonly createMissing: boolean
  readonly onCreateMissing: (create: boolean) => void
  readonly onAllOut: () => void
  readonly onAllIn: () => void
}) => {
  const { groups, counts, filter } = props
  return (
    <Flex align="center" gap={8} wrap style={{ flex: 'none' }}>
      {groups.length < 2 ? null : (
        <Select<string>
          style={{ width: 260 }}
          value={props.group}
          onChange={(key) => {
            const group = groups.find((one) => one.key === key)
            if (group !== undefined) props.onGroup(group)
          }}
          options={groups.map((group) => ({
            value: group.key,
            label: groupLabel(group, props.fileOf(group), props.bad[group.key] ?? 0),
          }))}
          aria-label="台账"
          data-testid="check-group"
        />
      )}
      <Segmented<RowFilter>
        value={filter}
        onChange={props.onFilter}
        options={filters.map(([value, label]) => ({
          value,
          label: counts === undefined ? label : `${label} ${count(counts[value])}`,
        }))}
        data-testid="check-filter"
      />
      <Input.Search
        allowClear
        placeholder="查找"
        value={props.text}
        maxLength={100}
        onChange={(event) => props.onText(event.target.value)}
        style={{ width: 150 }}
        data-testid="check-search"
      />
      <span style={{ flex: 1 }} />
      <Tooltip title="表里写到、系统里还没有的社区和党支部，导入时一并新建。">
        <Flex align="center" gap={6} component="label" className="nowrap">
          <Switch
            size="small"
            checked={props.createMissing}
            onChange={props.onCreateMissing}
            data-testid="create-missing"
          />
          <Typography.Text>新建缺少的社区和党支部</Typography.Text>
        </Flex>
      </Tooltip>
      {filter === 'out' ? (
        <Button disabled={(counts?.out ?? 0) === 0} onClick={props.onAllIn}>
          全部恢复
        </Button>
      ) : (
        <Button disabled={(counts?.bad ?? 0) === 0} onClick={props.onAllOut} data-testid="bad-out">
          全部问题行不导入
        </Button>
      )}
    </Flex>
  )
}
