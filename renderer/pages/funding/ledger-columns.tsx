import { Button, type TableColumnsType, Tag } from 'antd'
import type { LedgerEntry } from '../../../shared/models/funding.ts'
import { formatYuan } from '../../../shared/rules/money.ts'
import { canReverse, reversalWords } from './ledger-entries.ts'

const amount = (fen: number, shown: boolean) => (shown ? formatYuan(fen) : '')

/** The columns of 收支流水; the branch and the source are left out where the list is narrowed to one. */
export const ledgerColumns = (options: {
  readonly withBranch: boolean
  readonly withSource: boolean
  readonly onReverse: (entry: LedgerEntry) => void
}): TableColumnsType<LedgerEntry> => [
  { title: '日期', dataIndex: 'date', width: 100, fixed: 'left' },
  { title: '凭证号', dataIndex: 'voucherNo', width: 96, ellipsis: true, fixed: 'left' },
  {
    title: '摘要',
    key: 'summary',
    width: 230,
    ellipsis: true,
    render: (_, entry) => {
      const words = entry.reverses === null ? reversalWords(entry) : null
      return (
        <>
          {words === null ? null : <Tag>{words}</Tag>}
          {entry.summary}
        </>
      )
    },
  },
  ...(options.withBranch
    ? [{ title: '党支部', dataIndex: 'branch', width: 190, ellipsis: true } as const]
    : []),
  ...(options.withSource
    ? [{ title: '资金来源', dataIndex: 'sourceName', width: 150, ellipsis: true } as const]
    : []),
  { title: '类别', dataIndex: 'category', width: 84, ellipsis: true },
  { title: '收款人', dataIndex: 'payee', width: 110, ellipsis: true },
  { title: '经办人', dataIndex: 'handler', width: 76, ellipsis: true },
  {
    title: '收入',
    key: 'income',
    width: 106,
    align: 'right',
    render: (_, entry) => amount(entry.incomeFen, entry.type === 'appropriation'),
  },
  {
    title: '支出',
    key: 'expense',
    width: 106,
    align: 'right',
    render: (_, entry) => amount(entry.expenseFen, entry.type === 'disbursement'),
  },
  {
    title: '余额',
    dataIndex: 'balanceFen',
    width: 118,
    align: 'right',
    render: (fen: number) => formatYuan(fen),
  },
  {
    title: '操作',
    key: 'actions',
    width: 64,
    fixed: 'right',
    render: (_, entry) =>
      canReverse(entry) ? (
        <Button
          type="link"
          size="small"
          style={{ padding: 0, height: 20 }}
          aria-label={`红冲 ${entry.voucherNo ?? ''}`}
          onClick={() => options.onReverse(entry)}
          data-testid="ledger-reverse"
        >
          红冲
        </Button>
      ) : null,
  },
]

/** The width of all columns, in CSS pixels. */
export const widthOf = (columns: TableColumnsType<LedgerEntry>): number =>
  columns.reduce((sum, column) => sum + (typeof column.width === 'number' ? column.width : 0), 0)
