import { App, DatePicker, Form, Input, Modal, Typography } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import type { LedgerEntry } from '../../../shared/models/funding.ts'
import { formatYuan } from '../../../shared/rules/money.ts'
import { useCommand } from '../../hooks/query.ts'

interface Fields {
  readonly date: Dayjs
  readonly reason: string
}

/** 红冲: the wrong voucher stays readable, a negative one takes its amount back. */
export const ReverseModal = (props: { readonly entry: LedgerEntry | null; readonly onClose: () => void }) => {
  const { entry, onClose } = props
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const reverse = useCommand('funding.reverse')
  if (entry === null) return null
  const earliest = dayjs(entry.date)
  const today = dayjs()

  const save = async (fields: Fields) => {
    const answer = await reverse.run({
      id: entry.id,
      date: fields.date.format('YYYY-MM-DD'),
      reason: fields.reason.trim(),
    })
    if (answer === undefined) return
    message.success({
      key: 'funding',
      duration: 8,
      content: `凭证 ${entry.voucherNo ?? ''} 已红冲，红冲凭证为 ${answer.voucherNo}。`,
    })
    onClose()
  }

  return (
    <Modal
      open
      title={`红冲凭证 ${entry.voucherNo ?? ''}`}
      okText="红冲"
      cancelText="取消"
      width={480}
      onCancel={onClose}
      onOk={form.submit}
      okButtonProps={{ loading: reverse.busy, 'data-testid': 'reverse-save' }}
    >
      <Typography.Paragraph>
        {`${entry.branch}，${entry.summary}，支出 ${formatYuan(entry.expenseFen)} 元。`}
        {'红冲后另记一张负数凭证，原凭证保留可查；红冲不能再撤销。'}
      </Typography.Paragraph>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ date: today.isBefore(earliest) ? earliest : today, reason: '' }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item
          name="reason"
          label="原因"
          rules={[{ required: true, whitespace: true, message: '请写明红冲的原因' }]}
        >
          <Input autoFocus maxLength={200} placeholder="例如 金额登记有误" data-testid="reverse-reason" />
        </Form.Item>
        <Form.Item name="date" label="红冲日期" rules={[{ required: true, message: '请填写日期' }]}>
          <DatePicker
            allowClear={false}
            minDate={earliest}
            style={{ width: '100%' }}
            data-testid="reverse-date"
          />
        </Form.Item>
        <button type="submit" hidden aria-label="红冲" />
      </Form>
    </Modal>
  )
}
