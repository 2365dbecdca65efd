import { App, DatePicker, Form, Input, Modal, Typography } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import type { Argument } from '../../../shared/ipc.ts'
import type { LedgerEntry } from '../../../shared/models/funding.ts'
import { formatYuan } from '../../../shared/rules/money.ts'
import { useCommand } from '../../hooks/query.ts'
import { reversalDays } from './amounts.ts'
import { reversalVerb } from './ledger-entries.ts'

interface Fields {
  readonly date: Dayjs
  readonly reason: string
}

/** 红冲 and 冲销: the wrong voucher or budget stays readable, a negative one takes its amount back. */
export const ReverseModal = (props: { readonly entry: LedgerEntry | null; readonly onClose: () => void }) => {
  const { entry, onClose } = props
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const reverse = useCommand('funding.reverse')
  const reverseBudget = useCommand('funding.reverseAppropriation')
  if (entry === null) return null
  const verb = reversalVerb(entry)
  const spent = entry.type === 'disbursement'
  const { first, last, day } = reversalDays(entry.date, dayjs().format('YYYY-MM-DD'))

  /** Answers what to say, or undefined when it was refused. */
  const carryOut = async (reversal: Argument<'funding.reverse'>): Promise<string | undefined> => {
    if (spent) {
      const answer = await reverse.run(reversal)
      return answer && `凭证 ${entry.voucherNo ?? ''} 已红冲，红冲凭证为 ${answer.voucherNo}。`
    }
    const answer = await reverseBudget.run(reversal)
    return answer && `${entry.branch}的预算 ${formatYuan(entry.incomeFen)} 元已冲销。`
  }

  const save = async (fields: Fields) => {
    const said = await carryOut({
      id: entry.id,
      date: fields.date.format('YYYY-MM-DD'),
      reason: fields.reason.trim(),
    })
    if (said === undefined) return
    message.success({ key: 'funding', duration: 8, content: said })
    onClose()
  }

  return (
    <Modal
      open
      title={spent ? `红冲凭证 ${entry.voucherNo ?? ''}` : '冲销预算'}
      okText={verb}
      cancelText="取消"
      width={480}
      onCancel={onClose}
      onOk={form.submit}
      okButtonProps={{ loading: reverse.busy || reverseBudget.busy, 'data-testid': 'reverse-save' }}
    >
      <Typography.Paragraph>
        {spent
          ? `${entry.branch}，${entry.summary}，支出 ${formatYuan(entry.expenseFen)} 元。红冲后另记一张负数凭证，原凭证保留可查；红冲不能再撤销。`
          : `${entry.branch}，${entry.sourceName}，${entry.summary}，预算 ${formatYuan(entry.incomeFen)} 元。冲销后另记一笔负数预算，原记录保留可查；冲销不能再撤销，可以重新安排。`}
      </Typography.Paragraph>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ date: dayjs(day), reason: '' }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item
          name="reason"
          label="原因"
          rules={[{ required: true, whitespace: true, message: `请写明${verb}的原因` }]}
        >
          <Input autoFocus maxLength={200} placeholder="例如 金额登记有误" data-testid="reverse-reason" />
        </Form.Item>
        <Form.Item name="date" label={`${verb}日期`} rules={[{ required: true, message: '请填写日期' }]}>
          <DatePicker
            allowClear={false}
            minDate={dayjs(first)}
            maxDate={dayjs(last)}
            style={{ width: '100%' }}
            data-testid="reverse-date"
          />
        </Form.Item>
        <button type="submit" hidden aria-label={verb} />
      </Form>
    </Modal>
  )
}
