import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons'
import { Tag, Typography } from 'antd'
import type { CheckedRow, CheckPage, TableKind } from '../../../../shared/models/import.ts'
import { sheets } from '../../../../shared/sheets/all.ts'
import type { CellType } from '../../../../shared/sheets/sheet.ts'
import type { GridCell, GridColumn } from '../../../components/cell-grid.tsx'
import { count } from '../words.ts'

/** Columns before the file's own: place and state of the row. */
export const leading = 2

const widths: Readonly<Partial<Record<CellType, number>>> = {
  serial: 60,
  name: 92,
  phones: 130,
  landline: 120,
  idNumber: 172,
  date: 108,
  day: 108,
  born: 108,
  count: 84,
  yesNo: 84,
  gender: 60,
  ethnicity: 72,
  community: 150,
  branch: 210,
  estate: 170,
}

/** The columns of the grid: place and state stay at the left edge. */
export const gridColumns = (
  page: CheckPage | undefined,
  table: TableKind | null,
  severalSheets: boolean,
): readonly GridColumn[] => {
  const types = new Map(
    table === null ? [] : sheets[table].columns.map((column) => [column.field, column.type] as const),
  )
  const columns = page?.columns ?? []
  // Whoever a row is about stays in sight: the columns up to the name, where that stands near the left edge.
  const name = columns.findIndex((column) => types.get(column.field) === 'name')
  const lastPinned = name >= 0 && name <= 2 ? name : -1
  return [
    { key: 'place', title: '行', width: severalSheets ? 150 : 64, pinned: true, fixed: true },
    { key: 'state', title: '状态', width: 92, pinned: true, fixed: true },
    ...columns.map((column, place): GridColumn => {
      const type = types.get(column.field)
      const usual = (type === undefined ? undefined : widths[type]) ?? 140
      return {
        key: String(column.index),
        title: column.header === '' ? column.label : column.header,
        hint: `${column.header === '' ? '（空表头）' : column.header} → ${column.label}`,
        width: Math.max(usual, Math.min(190, [...column.header].length * 15 + 20)),
        fixed: type === 'serial',
        pinned: place <= lastPinned,
      }
    }),
  ]
}

const inCell = { margin: 0, lineHeight: '20px', verticalAlign: 'middle' } as const

const State = (props: { readonly row: CheckedRow }) => {
  const { row } = props
  if (row.out)
    return (
      <Tag icon={<MinusCircleOutlined />} style={inCell}>
        不导入
      </Tag>
    )
  if (row.bad.length > 0)
    return (
      <Tag icon={<CloseCircleOutlined />} color="error" style={inCell}>
        问题 {count(row.bad.length)}
      </Tag>
    )
  if (row.warnings.length > 0)
    return (
      <Tag icon={<ExclamationCircleOutlined />} color="warning" style={inCell}>
        提醒
      </Tag>
    )
  if (row.mended)
    return (
      <Tag icon={<EditOutlined />} style={inCell}>
        已改
      </Tag>
    )
  return (
    <Typography.Text type="secondary">
      <CheckCircleOutlined /> 可导入
    </Typography.Text>
  )
}

/** What a cell of the grid shows. */
export const gridCell = (row: CheckedRow, column: number, severalSheets: boolean): GridCell => {
  if (column === 0) {
    const text = severalSheets ? `${row.sheet} ${row.row}` : String(row.row)
    return { text, hint: `${row.sheet}，第 ${row.row} 行` }
  }
  if (column === 1) {
    const reasons = [...row.bad.map(({ reason }) => reason), ...row.warnings]
    return { text: '', content: <State row={row} />, hint: reasons.join('\n') }
  }
  const at = column - leading
  const text = row.cells[at] ?? ''
  if (row.out) return { text, look: 'faint' }
  const reasons = row.bad.filter((bad) => bad.column === at).map(({ reason }) => reason)
  if (reasons.length === 0) return { text }
  return {
    text,
    look: 'bad',
    hint: text === '' ? reasons.join('\n') : `${text}\n${reasons.join('\n')}`,
    content: (
      <>
        <ExclamationCircleOutlined /> {text === '' ? '（空）' : text}
      </>
    ),
  }
}

/** Masked in the window: whoever edits such a cell writes it anew, lest the asterisks be saved. */
export const isMasked = (text: string): boolean => /\*{2,}/.test(text)
