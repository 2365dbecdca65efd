import type { TableColumnsType } from 'antd'
import { VirtualTable } from '../../../components/virtual-table.tsx'

interface Line {
  readonly sheet: string
  readonly row: number
  readonly column?: string
  readonly reason: string
}

type Keyed = Line & { readonly key: number }

const place: TableColumnsType<Keyed> = [
  { title: '工作表', dataIndex: 'sheet', width: 180, ellipsis: true },
  { title: '行', dataIndex: 'row', width: 72, align: 'right' },
]
const columnName: TableColumnsType<Keyed> = [{ title: '列', dataIndex: 'column', width: 220, ellipsis: true }]
const reason: TableColumnsType<Keyed> = [{ title: '原因', dataIndex: 'reason', width: 600, ellipsis: true }]

/** Rejected cells or warnings, with the row number that Excel shows. */
export const ProblemsTable = (props: {
  readonly lines: readonly Line[]
  readonly empty: string
  readonly withColumn: boolean
}) => {
  const rows = props.lines.map((line, key) => ({ ...line, key }))
  return (
    <VirtualTable
      rowKey="key"
      columns={props.withColumn ? [...place, ...columnName, ...reason] : [...place, ...reason]}
      rows={rows}
      minWidth={900}
      emptyText={props.empty}
      testId="import-lines"
    />
  )
}
