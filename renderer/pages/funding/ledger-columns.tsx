import { Button, type TableColumnsType, Tag } from 'antd'
import type { LedgerEntry } from '../../../shared/models/funding.ts'
import { formatYuan } from '../../../shared/rules/money.ts'
import { inRow } from '../../components/virtual-table.tsx'
import { canReverse, reversalVerb, reversalWords } from './ledger-entries.ts'

const amount = (fen: number, shown: boolean) => (shown ? formatYuan(fen) : '')

/** An entry with its place in the whole ledger. */
export type PlacedEntry = LedgerEntry & { readonly place: number }

/** The columns of 收支流水; the branch and the source are left out where the list is narrowed to one. */
export const ledgerColumns = (options: {
  readonly withBranch: boolean
  readonly withSource: boolean
  readonly onReverse: (entry: LedgerEntry) => void
}): TableColumnsType<PlacedEntry> => [
  {
    title: '日期',
    dataIndex: 'date',
    width: 92,
    fixed: 'left',
    // By place in the ledger, not by date alone: the balances of one day stay in order.
    sorter: (a, b) => a.place - b.place,
    sortDirections: ['descend', 'ascend', 'descend'],
    defaultSortOrder: 'descend',
    showSorterTooltip: false,
  },
  { title: '凭证号', dataIndex: 'voucherNo', width: 80, ellipsis: true, fixed: 'left' },
  {
    title: '摘要',
    key: 'summary',
    width: 170,
    ellipsis: true,
    render: (_, entry) => {
      const words = entry.reverses === null ? reversalWords(entry) : null
      return (
        <>
          {words === null ? null : <Tag style={inRow}>{words}</Tag>}
          <span title={entry.summary}>{entry.summary}</span>
        </>
      )
    },
  },
  ...(options.withBranch
    ? [{ title: '党支部', dataIndex: 'branch', width: 180, ellipsis: true } as const]
    : []),
  ...(options.withSource
    ? [{ title: '资金来源', dataIndex: 'sourceName', width: 124, ellipsis: true } as const]
    : []),
  { title: '类别', dataIndex: 'category', width: 76, ellipsis: true },
  { title: '收款人', dataIndex: 'payee', width: 90, ellipsis: true },
  { title: '经办人', dataIndex: 'handler', width: 68, ellipsis: true },
  {
    title: '收入',
    key: 'income',
    width: 100,
    align: 'right',
    render: (_, entry) => amount(entry.incomeFen, entry.type === 'appropriation'),
  },
  {
    title: '支出',
    key: 'expense',
    width: 100,
    align: 'right',
    render: (_, entry) => amount(entry.expenseFen, entry.type === 'disbursement'),
  },
  {
    title: '余额',
    dataIndex: 'balanceFen',
    width: 108,
    align: 'right',
    render: (fen: number) => formatYuan(fen),
  },
  {
    title: '操作',
    key: 'actions',
    width: 56,
    fixed: 'right',
    render: (_, entry) =>
      canReverse(entry) ? (
        <Button
          type="link"
          size="small"
          style={{ ...inRow, padding: 0 }}
          aria-label={`${reversalVerb(entry)} ${entry.voucherNo ?? `${entry.date} ${entry.branch} ${entry.summary}`}`}
          onClick={() => options.onReverse(entry)}
          data-testid="ledger-reverse"
        >
          {reversalVerb(entry)}
        </Button>
      ) : null,
  },
]

/** The width of all columns, in CSS pixels. */
export const widthOf = (columns: TableColumnsType<PlacedEntry>): number =>
  columns.reduce((sum, column) => sum + (typeof column.width === 'number' ? column.width : 0), 0)
