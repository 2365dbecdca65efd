import { Form, Input, Typography } from 'antd'
import { capitalWithCurrency } from '../../../shared/rules/capital.ts'
import { parseYuan } from '../../../shared/rules/money.ts'
import { amountProblem } from './amounts.ts'

/** The amount of a form in yuan, as typed; below it the same in capital numerals, to catch a slip. */
export const AmountItem = (props: {
  readonly testId: string
  /** Another reason to refuse the amount, in fen. */
  readonly check?: (fen: number) => string | null
}) => {
  const form = Form.useFormInstance<{ amount?: string }>()
  const typed = Form.useWatch('amount', form)
  const fen = parseYuan(typed ?? '')
  const refuse = (text: string | undefined): Promise<void> => {
    const problem = amountProblem(text) ?? props.check?.(parseYuan(text ?? '') ?? 0) ?? null
    return problem === null ? Promise.resolve() : Promise.reject(new Error(problem))
  }
  return (
    <Form.Item
      name="amount"
      label="金额（元）"
      required
      validateTrigger={['onBlur', 'onSubmit']}
      rules={[{ validator: (_, text: string | undefined) => refuse(text) }]}
      extra={
        fen === null || fen <= 0 ? null : (
          <Typography.Text type="secondary">{capitalWithCurrency(fen)}</Typography.Text>
        )
      }
    >
      <Input inputMode="decimal" placeholder="例如 1200.50" autoComplete="off" data-testid={props.testId} />
    </Form.Item>
  )
}
