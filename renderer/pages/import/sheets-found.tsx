import { Flex, Table, type TableColumnsType, Tag, Typography } from 'antd'
import type { SheetFound } from '../../../shared/models/import.ts'
import { count, headerRowsText, ledgerLabel } from './words.ts'

const columns: TableColumnsType<SheetFound> = [
  { title: '工作表', dataIndex: 'sheet', width: 180 },
  {
    title: '台账',
    key: 'ledger',
    width: 130,
    render: (_, sheet) => (sheet.ledger === null ? '没有认出，已跳过' : ledgerLabel(sheet.ledger)),
  },
  { title: '表头', key: 'header', width: 110, render: (_, sheet) => headerRowsText(sheet.headerRows) },
  { title: '数据行', key: 'rows', width: 80, align: 'right', render: (_, sheet) => count(sheet.dataRows) },
  {
    title: '列的对应（表头 → 字段）',
    key: 'columns',
    render: (_, sheet) => (
      <Flex wrap gap={4}>
        {sheet.columns.map((column) => (
          <Tag key={`${column.header} ${column.field}`} style={{ margin: 0 }}>
            {column.header} → {column.label}
            {column.how === 'content' ? '（按内容认出）' : ''}
          </Tag>
        ))}
      </Flex>
    ),
  },
  {
    title: '没有用到的列',
    key: 'ignored',
    width: 180,
    render: (_, sheet) =>
      sheet.ignoredColumns.length === 0 ? (
        <Typography.Text type="secondary">—</Typography.Text>
      ) : (
        sheet.ignoredColumns.join('、')
      ),
  },
]

/** How each sheet was understood: where its header stands, and which column became which field. */
export const SheetsFound = (props: { readonly sheets: readonly SheetFound[] }) => (
  <div style={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
    <Table
      size="small"
      rowKey="sheet"
      columns={columns}
      dataSource={[...props.sheets]}
      pagination={false}
      data-testid="import-sheets"
    />
  </div>
)
