import { type TableColumnsType, Typography } from 'antd'
import { VirtualTable } from '../../../components/virtual-table.tsx'
import { count } from '../words.ts'

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
  /** How many there are; the first of them are listed. */
  readonly total: number
  readonly empty: string
  readonly withColumn: boolean
}) => {
  const rows = props.lines.map((line, key) => ({ ...line, key }))
  return (
    <>
      {props.total > rows.length ? (
        <Typography.Text type="secondary" style={{ flex: 'none' }}>
          {`这里列出前 ${count(rows.length)} 条，共 ${count(props.total)} 条；全部可在“检查”一步逐行查看。`}
        </Typography.Text>
      ) : null}
      <VirtualTable
        rowKey="key"
        columns={props.withColumn ? [...place, ...columnName, ...reason] : [...place, ...reason]}
        rows={rows}
        minWidth={900}
        emptyText={props.empty}
        testId="import-lines"
      />
    </>
  )
}
