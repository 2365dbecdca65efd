import { Table, type TableColumnsType, Typography } from 'antd'
import { columnName } from './column-name.ts'

interface Line {
  readonly row: number
  readonly cells: readonly string[]
}

/** The first rows of a sheet that was not recognized, so that the user sees which of them is the header. */
export const SheetHead = (props: { readonly head: readonly (readonly string[])[] }) => {
  const width = Math.max(1, ...props.head.map((cells) => cells.length))
  const columns: TableColumnsType<Line> = [
    {
      title: '行',
      dataIndex: 'row',
      width: 48,
      align: 'right',
      fixed: 'left',
      render: (row: number) => <Typography.Text type="secondary">{row}</Typography.Text>,
    },
    ...Array.from({ length: width }, (_, index) => ({
      title: columnName(index),
      key: String(index),
      width: 120,
      ellipsis: true,
      render: (_: unknown, line: Line) => line.cells[index] ?? '',
    })),
  ]
  return (
    <Table<Line>
      size="small"
      bordered
      rowKey="row"
      columns={columns}
      dataSource={props.head.map((cells, index) => ({ row: index + 1, cells }))}
      pagination={false}
      scroll={{ x: 48 + width * 120 }}
      data-testid="import-head"
    />
  )
}
