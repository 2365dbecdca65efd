import { Flex, type TableColumnsType, Typography } from 'antd'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import type { Totals } from '../../../shared/models/statement.ts'
import { Failed } from '../../components/failed.tsx'
import { lastColumn } from '../../components/last-column.ts'
import { VirtualTable } from '../../components/virtual-table.tsx'
import { useRequest } from '../../hooks/query.ts'
import { useYear } from '../../hooks/year.tsx'
import { sentenceOf } from '../../messages.ts'
import { AmountCell } from '../funding/amount-cell.tsx'
import { fundingPath } from '../funding/funding-route.ts'

interface Line extends Totals {
  readonly key: string
  readonly name: string
  /** The 收支流水 behind it; null where it has none of its own. */
  readonly path: string | null
}

const columns = (title: string): TableColumnsType<Line> => {
  const amount = (key: keyof Totals, label: string, last = false) => ({
    key,
    title: label,
    width: 150,
    align: 'right' as const,
    ...(last ? lastColumn : {}),
    render: (_: unknown, line: Line) => <AmountCell fen={line[key]} href={line.path} />,
  })
  return [
    {
      key: 'name',
      title,
      ellipsis: true,
      render: (_, line) =>
        line.path === null ? (
          <Typography.Text strong={line.key === 'total'}>{line.name}</Typography.Text>
        ) : (
          <a href={`#${line.path}`}>{line.name}</a>
        ),
    },
    amount('appropriatedFen', '预算（元）'),
    amount('spentFen', '支出（元）'),
    amount('balanceFen', '结余（元）', true),
  ]
}

/** 经费 of the year: by source, and for a committee also by branch; each leads to its 收支流水. */
export const UnitFundsTab = (props: { readonly unit: UnitDetail }) => {
  const { unit } = props
  const { year } = useYear()
  const funds = useRequest('unit.funds', { unitId: unit.id, year })
  if (funds.isError) return <Failed sentence={sentenceOf(funds.error)} />
  const branch = unit.kind === 'branch' || unit.kind === 'emergencyBranch'
  const { sources = [], units = [], total } = funds.data ?? {}
  const bySource: readonly Line[] = [
    ...sources.map((source) => ({
      ...source,
      key: source.sourceId,
      name: source.source,
      path: fundingPath('ledger', branch ? unit.id : null, source.sourceId),
    })),
    ...(total === undefined || sources.length === 0
      ? []
      : [{ ...total, key: 'total', name: '合计', path: null }]),
  ]
  const byUnit: readonly Line[] = units.map(({ unit: one, totals }) => ({
    ...totals,
    key: one.id,
    name: one.name,
    path: fundingPath('ledger', one.id),
  }))
  const none = `${year} 年还没有经费记录。请在“经费”里安排预算，年度可在上方切换。`
  return (
    <Flex vertical gap={8} style={{ height: '100%' }} data-testid="unit-funds">
      <Flex gap={16} align="center">
        <span>{year} 年</span>
        <span style={{ flex: 1 }} />
        <a href={`#${fundingPath('ledger', branch ? unit.id : null)}`} data-testid="unit-funds-ledger">
          {branch ? '本支部收支流水' : '收支流水'}
        </a>
      </Flex>
      <div style={{ flex: branch ? 1 : 'none', minHeight: 0, height: (bySource.length + 1) * 34 + 8 }}>
        <VirtualTable<Line>
          rowKey="key"
          columns={columns('资金来源')}
          rows={bySource}
          minWidth={620}
          loading={funds.isPending}
          emptyText={none}
          testId="funds-by-source"
        />
      </div>
      {!branch && byUnit.length > 0 && (
        <div style={{ flex: 1, minHeight: 160 }}>
          <VirtualTable<Line>
            rowKey="key"
            columns={columns('党支部')}
            rows={byUnit}
            minWidth={620}
            emptyText={none}
            testId="funds-by-unit"
          />
        </div>
      )}
    </Flex>
  )
}
