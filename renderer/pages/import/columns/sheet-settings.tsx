import { Flex, Input, InputNumber, Select, Typography } from 'antd'
import { type SheetFound, type TableKind, tableKinds } from '../../../../shared/models/import.ts'
import { sheets } from '../../../../shared/sheets/all.ts'
import { headerRowsText } from '../words.ts'

/** What holds for every row of a group: fields that are required and no column gives. */
const Constants = (props: {
  readonly sheet: SheetFound
  readonly onConstant: (field: string, text: string) => void
}) => {
  const { sheet } = props
  const titles = sheet.table === null ? [] : sheets[sheet.table].columns
  const fields = [
    ...sheet.missing,
    ...Object.keys(sheet.constants)
      .filter((field) => sheet.missing.every((one) => one.field !== field))
      .map((field) => ({ field, label: titles.find((column) => column.field === field)?.label ?? field })),
  ]
  if (fields.length === 0) return null
  return (
    <Flex align="center" gap={8} wrap data-testid="import-constants">
      <Typography.Text type={sheet.missing.length > 0 ? 'danger' : 'secondary'}>
        {sheet.missing.length > 0 ? '没有这些必填列，请在下面指定列，或整张表统一填写：' : '整张表统一填写：'}
      </Typography.Text>
      {fields.map(({ field, label }) => (
        <Input
          key={field}
          size="small"
          style={{ width: 240 }}
          prefix={<Typography.Text type="secondary">{label}</Typography.Text>}
          value={sheet.constants[field] ?? ''}
          maxLength={500}
          onChange={(event) => props.onConstant(field, event.target.value)}
          aria-label={label}
          data-testid={`constant-${field}`}
        />
      ))}
    </Flex>
  )
}

/** Ledger and header rows of a group, and what its columns lack. */
export const SheetSettings = (props: {
  readonly sheet: SheetFound
  readonly header: { readonly top: number; readonly bottom: number } | null
  readonly onTable: (table: TableKind) => void
  readonly onHeader: (header: { readonly top: number; readonly bottom: number }) => void
  readonly onConstant: (field: string, text: string) => void
}) => {
  const { sheet } = props
  const top = props.header?.top ?? sheet.headerRows[0] ?? null
  const bottom = props.header?.bottom ?? sheet.headerRows.at(-1) ?? null
  const change = (from: number | null, to: number | null) => {
    const first = from ?? to
    if (first === null) return
    // Headers of more than four rows are not met; one end drags the other along.
    const last = Math.min(Math.max(to ?? first, first), first + 3)
    props.onHeader({ top: first, bottom: last })
  }
  return (
    <Flex vertical gap={8} style={{ flex: 'none' }}>
      <Flex align="center" gap={8}>
        <Typography.Text>台账</Typography.Text>
        <Select<TableKind>
          style={{ width: 180 }}
          placeholder="没有认出，请选择"
          value={sheet.table}
          onChange={props.onTable}
          options={tableKinds.map((table) => ({ value: table, label: sheets[table].title }))}
          aria-label="台账"
          data-testid="import-table"
        />
        <Typography.Text style={{ marginLeft: 16 }}>表头在第</Typography.Text>
        <InputNumber
          size="small"
          style={{ width: 56 }}
          min={1}
          max={1000}
          value={top}
          onChange={(value) => change(value, bottom)}
          aria-label="表头第一行"
          data-testid="header-top"
        />
        <Typography.Text>到</Typography.Text>
        <InputNumber
          size="small"
          style={{ width: 56 }}
          min={1}
          max={1000}
          value={bottom}
          onChange={(value) => change(top !== null && value !== null ? Math.min(top, value) : top, value)}
          aria-label="表头最后一行"
          data-testid="header-bottom"
        />
        <Typography.Text>行</Typography.Text>
        {sheet.headerRows.length === 0 && props.header === null ? (
          <Typography.Text type="danger">{headerRowsText(sheet.headerRows)}</Typography.Text>
        ) : null}
        <Typography.Text type="secondary" className="cut" style={{ marginLeft: 'auto' }}>
          改过的会记住，下次遇到同样的表头照办。
        </Typography.Text>
      </Flex>
      <Constants sheet={sheet} onConstant={props.onConstant} />
    </Flex>
  )
}
