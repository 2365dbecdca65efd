import { App, AutoComplete, Button, DatePicker, Drawer, Flex, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { spendingCategories } from '../../../shared/models/funding.ts'
import { formatYuan, parseYuan } from '../../../shared/rules/money.ts'
import { normalVoucherNo, voucherNoTooLong } from '../../../shared/rules/voucher.ts'
import { useCommand, useRequest } from '../../hooks/query.ts'
import { AmountItem } from './amount-item.tsx'
import { overspending } from './amounts.ts'
import { BranchSelect } from './branch-select.tsx'
import type { BranchGroup } from './branches.ts'
import { SourceItem } from './source-item.tsx'

interface Fields {
  readonly unitId: string
  readonly sourceId: string
  readonly date: Dayjs
  readonly voucherNo?: string
  readonly summary: string
  readonly category: string
  readonly payee?: string
  readonly handler?: string
  readonly amount: string
}

/** Emptied after each voucher; the others stay for the next one. */
const perVoucher = ['amount', 'summary', 'voucherNo', 'payee'] as const

/** What the form begins with: the branch and source the list was narrowed to, and the day. */
export interface DisburseStart {
  readonly unitId: string | null
  readonly sourceId: string | null
  readonly day: string
}

/** 登记支出. Enter saves and leaves the form ready for the next voucher of the same branch. */
export const DisburseDrawer = (props: {
  readonly open: boolean
  readonly start: DisburseStart
  readonly groups: readonly BranchGroup[]
  readonly streetId: string | null
  readonly onClose: () => void
}) => {
  const { start } = props
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [saved, setSaved] = useState(0)
  const disburse = useCommand('funding.disburse')
  const unitId = Form.useWatch('unitId', form)
  const sourceId = Form.useWatch('sourceId', form)
  const date = Form.useWatch('date', form)
  // A voucher counts for the year of its date, so its balance is that year's.
  const matrix = useRequest(
    'funding.matrix',
    { year: (date ?? dayjs(start.day)).year(), streetId: props.streetId },
    { enabled: props.open },
  ).data
  const row = matrix?.rows.find((candidate) => candidate.unitId === unitId)
  const balanceFen = row === undefined ? null : (row.bySource[sourceId ?? '']?.balanceFen ?? null)

  const save = async (fields: Fields) => {
    const amountFen = parseYuan(fields.amount)
    if (amountFen === null) return
    const typed = fields.voucherNo?.trim() ?? ''
    const answer = await disburse.run({
      unitId: fields.unitId,
      sourceId: fields.sourceId,
      date: fields.date.format('YYYY-MM-DD'),
      voucherNo: typed === '' ? null : typed,
      summary: fields.summary.trim(),
      category: fields.category.trim(),
      payee: fields.payee?.trim() ?? '',
      handler: fields.handler?.trim() ?? '',
      amountFen,
    })
    if (answer === undefined) return
    message.success({
      // One message that changes, not a pile of them.
      key: 'funding',
      duration: 6,
      content: `已登记支出 ${formatYuan(amountFen)} 元，凭证号 ${answer.voucherNo}。可以接着登记下一笔。`,
    })
    setSaved((before) => before + 1)
    form.setFields(perVoucher.map((name) => ({ name, value: undefined, errors: [], touched: false })))
    form.focusField('amount')
  }

  return (
    <Drawer
      open={props.open}
      title="登记支出"
      size={480}
      destroyOnHidden
      onClose={props.onClose}
      afterOpenChange={(open) => setSaved((before) => (open ? 0 : before))}
      footer={
        <Flex justify="space-between" align="center">
          <span>{saved === 0 ? '' : `已登记 ${saved} 笔`}</span>
          <Flex gap={8}>
            <Button onClick={props.onClose} data-testid="disburse-close">
              关闭
            </Button>
            <Button type="primary" loading={disburse.busy} onClick={form.submit} data-testid="disburse-save">
              保存，登记下一笔
            </Button>
          </Flex>
        </Flex>
      }
    >
      <Form
        form={form}
        layout="horizontal"
        labelCol={{ flex: '104px' }}
        wrapperCol={{ flex: '1 1 0' }}
        preserve={false}
        initialValues={{
          unitId: start.unitId,
          sourceId: start.sourceId,
          date: dayjs(start.day),
          category: spendingCategories[0],
        }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item name="unitId" label="党支部" rules={[{ required: true, message: '请选择党支部' }]}>
          <BranchSelect groups={props.groups} testId="disburse-branch" autoFocus={start.unitId === null} />
        </Form.Item>
        <SourceItem sources={matrix?.sources ?? []} row={row} />
        <AmountItem testId="disburse-amount" check={(fen) => overspending(balanceFen, fen)} />
        <Form.Item
          name="summary"
          label="摘要"
          rules={[{ required: true, whitespace: true, message: '请填写摘要' }]}
        >
          <Input
            autoFocus={start.unitId !== null}
            maxLength={200}
            placeholder="例如 购买防汛物资"
            data-testid="disburse-summary"
          />
        </Form.Item>
        <Form.Item
          name="category"
          label="支出类别"
          rules={[{ required: true, whitespace: true, message: '请填写类别' }]}
        >
          <AutoComplete
            options={spendingCategories.map((value) => ({ value }))}
            maxLength={40}
            data-testid="disburse-category"
          />
        </Form.Item>
        <Form.Item name="date" label="日期" rules={[{ required: true, message: '请填写日期' }]}>
          <DatePicker allowClear={false} style={{ width: '100%' }} data-testid="disburse-date" />
        </Form.Item>
        <Form.Item
          name="voucherNo"
          label="凭证号"
          rules={[
            {
              validator: (_, typed: string | undefined) =>
                normalVoucherNo(typed ?? '') === null
                  ? Promise.reject(new Error(voucherNoTooLong))
                  : Promise.resolve(),
            },
          ]}
        >
          <Input maxLength={40} placeholder="留空则自动编号" data-testid="disburse-voucher" />
        </Form.Item>
        <Form.Item name="payee" label="收款人">
          <Input maxLength={200} data-testid="disburse-payee" />
        </Form.Item>
        <Form.Item name="handler" label="经办人">
          <Input maxLength={200} data-testid="disburse-handler" />
        </Form.Item>
        <button type="submit" hidden aria-label="保存" />
      </Form>
    </Drawer>
  )
}
