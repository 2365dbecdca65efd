import { WarningOutlined } from '@ant-design/icons'
import { Form, Select, Typography } from 'antd'
import type { FundSource, MatrixRow } from '../../../shared/models/funding.ts'
import { formatYuan, parseYuan } from '../../../shared/rules/money.ts'

/** The source of a spending; each shows what the branch has left of it, and what will be left after this one. */
export const SourceItem = (props: {
  readonly sources: readonly FundSource[]
  /** The chosen branch in the matrix; undefined while none is chosen. */
  readonly row: MatrixRow | undefined
}) => {
  const { sources, row } = props
  const form = Form.useFormInstance<{ sourceId?: string; amount?: string }>()
  const sourceId = Form.useWatch('sourceId', form)
  const amountFen = parseYuan(Form.useWatch('amount', form) ?? '') ?? 0
  const balance = (id: string): number => row?.bySource[id]?.balanceFen ?? 0
  const left = sourceId === undefined || sourceId === null ? null : balance(sourceId) - amountFen
  return (
    <Form.Item
      name="sourceId"
      label="资金来源"
      rules={[{ required: true, message: '请选择资金来源' }]}
      extra={
        row === undefined || left === null ? null : (
          <span data-testid="disburse-balance">
            结余 {formatYuan(balance(sourceId ?? ''))} 元{amountFen <= 0 ? '' : '，支出后 '}
            {amountFen <= 0 ? null : left < 0 ? (
              <Typography.Text type="danger" data-testid="disburse-overspent">
                <WarningOutlined /> 超出结余 {formatYuan(-left)} 元
              </Typography.Text>
            ) : (
              `${formatYuan(left)} 元`
            )}
          </span>
        )
      }
    >
      <Select
        data-testid="disburse-source"
        placeholder="请选择"
        options={sources.map((source) => ({
          value: source.id,
          label: row === undefined ? source.name : `${source.name}（结余 ${formatYuan(balance(source.id))}）`,
        }))}
      />
    </Form.Item>
  )
}
