import { Input, Select, Typography } from 'antd'
import { useMemo, useState } from 'react'
import type { FundSource, LedgerEntry } from '../../../shared/models/funding.ts'
import { formatYuan } from '../../../shared/rules/money.ts'
import { VirtualTable } from '../../components/virtual-table.tsx'
import { BranchSelect } from './branch-select.tsx'
import type { BranchGroup } from './branches.ts'
import { ledgerColumns, widthOf } from './ledger-columns.tsx'
import { entryTotals, filterEntries } from './ledger-entries.ts'
import { ReverseModal } from './reverse-modal.tsx'

export interface LedgerFilter {
  readonly unitId: string | null
  readonly sourceId: string | null
}

/** 收支流水 of the year, with the balance after each entry; the latest first, until 日期 is clicked. */
export const LedgerTab = (props: {
  readonly year: number
  readonly entries: readonly LedgerEntry[]
  readonly loading: boolean
  readonly filter: LedgerFilter
  readonly onFilter: (filter: LedgerFilter) => void
  readonly groups: readonly BranchGroup[]
  readonly sources: readonly FundSource[]
}) => {
  const { entries, filter, onFilter } = props
  const [text, setText] = useState('')
  const [reversing, setReversing] = useState<LedgerEntry | null>(null)
  const shown = useMemo(
    () => filterEntries(entries, text).map((entry, place) => ({ ...entry, place })),
    [entries, text],
  )
  const totals = entryTotals(shown)
  const columns = useMemo(
    () =>
      ledgerColumns({
        withBranch: filter.unitId === null,
        withSource: filter.sourceId === null,
        onReverse: setReversing,
      }),
    [filter.unitId, filter.sourceId],
  )
  const nothing =
    entries.length === 0
      ? `${props.year}年还没有收支。先在“预算矩阵”里按定额安排经费，再点右上角“登记支出”。`
      : '没有符合条件的流水，请换一个条件。'
  return (
    <div className="funding-fill">
      <div className="funding-bar">
        <BranchSelect
          groups={props.groups}
          value={filter.unitId}
          onChange={(unitId) => onFilter({ ...filter, unitId })}
          placeholder="全部党支部"
          clearable
          width={260}
          testId="ledger-branch"
        />
        <Select
          allowClear
          aria-label="资金来源"
          placeholder="全部资金来源"
          value={filter.sourceId}
          onChange={(sourceId: string | null | undefined) =>
            onFilter({ ...filter, sourceId: sourceId ?? null })
          }
          options={props.sources.map((source) => ({ value: source.id, label: source.name }))}
          style={{ width: 180 }}
          data-testid="ledger-source"
        />
        <Input.Search
          allowClear
          aria-label="查找流水"
          placeholder="凭证号、摘要、金额"
          value={text}
          onChange={(event) => setText(event.target.value)}
          style={{ width: 240 }}
          data-testid="ledger-search"
        />
        <Typography.Text
          type="secondary"
          className="cut"
          style={{ marginLeft: 'auto' }}
          data-testid="ledger-totals"
        >
          {shown.length} 笔　收入 {formatYuan(totals.incomeFen)}　支出 {formatYuan(totals.expenseFen)}　结余{' '}
          {formatYuan(totals.balanceFen)}　单位：元
        </Typography.Text>
      </div>
      <VirtualTable
        rowKey="id"
        columns={columns}
        rows={shown}
        loading={props.loading}
        minWidth={widthOf(columns)}
        emptyText={nothing}
        testId="funding-ledger"
      />
      <ReverseModal entry={reversing} onClose={() => setReversing(null)} />
    </div>
  )
}
