import { Flex, Select, Table, type TableColumnsType, Tag, Tooltip, Typography } from 'antd'
import type { ColumnFound, SheetFound } from '../../../../shared/models/import.ts'
import { sheets } from '../../../../shared/sheets/all.ts'
import { sourceField } from '../../../../shared/sheets/funding.ts'
import { type Column, columnTitle } from '../../../../shared/sheets/sheet.ts'
import { SureTag } from '../sure-tag.tsx'
import { howFoundLabels } from '../words.ts'
import { columnName } from './column-name.ts'

const notUsed = ''

/** The fields of the table: those no column gives yet come first. */
const optionsFor = (sheet: SheetFound) => {
  if (sheet.table === null) return []
  const taken = new Set(sheet.columns.map((column) => column.field))
  const option = (column: Column) => ({
    value: column.field,
    label: `${columnTitle(column)}${column.required === true ? '（必填）' : ''}`,
  })
  const known = sheets[sheet.table].columns.filter((column) => column.type !== 'serial')
  // Sources of money that the office has added are columns of their own.
  const own = sheet.columns.flatMap(({ field, label }): readonly Column[] =>
    field !== null &&
    label !== null &&
    field.startsWith(sourceField) &&
    known.every((one) => one.field !== field)
      ? [{ field, label, type: 'money' }]
      : [],
  )
  const all = [...known, ...own]
  return [
    { value: notUsed, label: '不使用' },
    { label: '还没有对应的', options: all.filter((column) => !taken.has(column.field)).map(option) },
    { label: '已有对应的', options: all.filter((column) => taken.has(column.field)).map(option) },
  ]
}

const Samples = (props: { readonly samples: readonly string[] }) =>
  props.samples.length === 0 ? (
    <Typography.Text type="secondary">没有内容</Typography.Text>
  ) : (
    <Tooltip title={props.samples.join('、')} mouseEnterDelay={0.5}>
      <span>{props.samples.slice(0, 3).join('　')}</span>
    </Tooltip>
  )

/** Every column of a group's sheets: header, samples, the field it is read as, and how sure that is. */
export const ColumnTable = (props: {
  readonly sheet: SheetFound
  readonly onField: (column: number, field: string | null) => void
}) => {
  const { sheet, onField } = props
  const options = optionsFor(sheet)
  const serials = new Set(
    sheet.table === null
      ? []
      : sheets[sheet.table].columns.filter(({ type }) => type === 'serial').map(({ field }) => field),
  )
  const columns: TableColumnsType<ColumnFound> = [
    {
      title: '原表头',
      key: 'header',
      width: 156,
      ellipsis: true,
      render: (_, column) => (
        <Flex gap={6}>
          <Typography.Text type="secondary" style={{ width: 22 }}>
            {columnName(column.index)}
          </Typography.Text>
          {column.header === '' ? (
            <Typography.Text type="secondary">（空）</Typography.Text>
          ) : (
            <span className="cut" title={column.header}>
              {column.header}
            </span>
          )}
        </Flex>
      ),
    },
    {
      title: '样例',
      key: 'samples',
      ellipsis: true,
      render: (_, column) => <Samples samples={column.samples} />,
    },
    {
      title: '对应为',
      key: 'field',
      width: 196,
      render: (_, column) =>
        column.field !== null && serials.has(column.field) ? (
          <Typography.Text type="secondary">序号，不导入</Typography.Text>
        ) : (
          <Select<string>
            size="small"
            style={{ width: '100%' }}
            showSearch={{ optionFilterProp: 'label' }}
            value={column.field ?? notUsed}
            options={options}
            disabled={sheet.table === null}
            onChange={(field) => onField(column.index, field === notUsed ? null : field)}
            aria-label={`“${column.header}”对应为`}
            data-testid={`column-field-${column.index}`}
          />
        ),
    },
    {
      title: '把握',
      key: 'sure',
      width: 160,
      render: (_, column) =>
        column.field === null ? (
          column.how === 'chosen' || column.how === 'remembered' ? (
            <Tag style={{ margin: 0 }}>{howFoundLabels[column.how]}</Tag>
          ) : null
        ) : (
          <Flex gap={6} align="center">
            <SureTag sure={column.sure} />
            {column.how === null ? null : (
              <Typography.Text type="secondary" className="nowrap">
                {howFoundLabels[column.how]}
              </Typography.Text>
            )}
          </Flex>
        ),
    },
  ]
  return (
    <Table<ColumnFound>
      size="small"
      sticky
      rowKey="index"
      columns={columns}
      dataSource={[...sheet.columns]}
      pagination={false}
      locale={{ emptyText: '没有找到表头。请在上面填写表头所在的行。' }}
      data-testid="import-columns"
    />
  )
}
