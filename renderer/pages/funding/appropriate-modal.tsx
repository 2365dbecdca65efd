import { App, DatePicker, Form, Input, Modal, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import type { FundSource } from '../../../shared/models/funding.ts'
import { latestYear } from '../../../shared/rules/allotment.ts'
import { formatYuan, parseYuan } from '../../../shared/rules/money.ts'
import { useCommand } from '../../hooks/query.ts'
import { AmountItem } from './amount-item.tsx'
import { BranchSelect } from './branch-select.tsx'
import type { BranchGroup } from './branches.ts'

interface Fields {
  readonly unitId: string
  readonly sourceId: string
  readonly date: Dayjs
  readonly amount: string
  readonly note?: string
}

/** 追加预算: money for one branch from one source, beyond the standard. */
export const AppropriateModal = (props: {
  readonly open: boolean
  readonly groups: readonly BranchGroup[]
  readonly sources: readonly FundSource[]
  /** ISO day the form begins with. */
  readonly day: string
  readonly onClose: () => void
}) => {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const appropriate = useCommand('funding.appropriate')

  const save = async (fields: Fields) => {
    const amountFen = parseYuan(fields.amount)
    if (amountFen === null) return
    const answer = await appropriate.run({
      unitId: fields.unitId,
      sourceId: fields.sourceId,
      date: fields.date.format('YYYY-MM-DD'),
      note: fields.note?.trim() ?? '',
      amountFen,
    })
    if (answer === undefined) return
    message.success(`已追加预算 ${formatYuan(amountFen)} 元。`)
    props.onClose()
  }

  return (
    <Modal
      open={props.open}
      title="追加预算"
      okText="追加"
      cancelText="取消"
      width={480}
      destroyOnHidden
      onCancel={props.onClose}
      onOk={form.submit}
      okButtonProps={{ loading: appropriate.busy, 'data-testid': 'appropriate-save' }}
    >
      <Form
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ date: dayjs(props.day) }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item name="unitId" label="党支部" rules={[{ required: true, message: '请选择党支部' }]}>
          <BranchSelect groups={props.groups} testId="appropriate-branch" autoFocus />
        </Form.Item>
        <Form.Item name="sourceId" label="资金来源" rules={[{ required: true, message: '请选择资金来源' }]}>
          <Select
            data-testid="appropriate-source"
            options={props.sources.map((source) => ({ value: source.id, label: source.name }))}
          />
        </Form.Item>
        <AmountItem testId="appropriate-amount" />
        <Form.Item name="date" label="日期" rules={[{ required: true, message: '请填写日期' }]}>
          <DatePicker
            allowClear={false}
            maxDate={dayjs(`${latestYear(dayjs().format('YYYY-MM-DD'))}-12-31`)}
            style={{ width: '100%' }}
            data-testid="appropriate-date"
          />
        </Form.Item>
        <Form.Item name="note" label="备注">
          <Input maxLength={200} placeholder="例如 文件号或用途" data-testid="appropriate-note" />
        </Form.Item>
        <button type="submit" hidden aria-label="追加" />
      </Form>
    </Modal>
  )
}
