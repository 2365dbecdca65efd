import { Button, Drawer, Form, Input, Select } from 'antd'
import { useLocation } from 'wouter'
import { branchKindLabels } from '../../../shared/labels.ts'
import type { EstateLine } from '../../../shared/models/estate.ts'
import type { BranchKind } from '../../../shared/models/unit.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { DayPicker } from '../../components/day-picker.tsx'
import { useEdit } from '../../hooks/edit.tsx'

interface Values {
  readonly name: string
  readonly branchKind: BranchKind
  readonly on: string
}

/** 建党支部 for an estate that has none; the branch serves it from the day it is founded. */
export const EstateBranchDrawer = (props: { readonly estate: EstateLine; readonly onClose: () => void }) => {
  const { estate } = props
  const [, navigate] = useLocation()
  const { run, busy } = useEdit('estate.found')
  const finish = async (values: Values) => {
    const founding = { ...values, id: estate.id, version: estate.version }
    const answer = await run(founding, `已新建“${values.name.trim()}”，并关联小区“${estate.name}”`)
    if (answer === undefined) return
    props.onClose()
    navigate(`/organization/${encodeURIComponent(answer.id)}?tab=estates`)
  }
  return (
    <Drawer
      open
      title={`为“${estate.name}”建党支部`}
      size={420}
      onClose={props.onClose}
      data-testid="estate-branch-drawer"
    >
      <Form<Values>
        layout="vertical"
        onFinish={(values) => void finish(values)}
        requiredMark={false}
        initialValues={{ name: `${estate.name}党支部`, branchKind: 'estate', on: dayOf(new Date()) }}
      >
        <Form.Item
          label="名称"
          name="name"
          rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
        >
          <Input autoFocus maxLength={100} data-testid="estate-branch-name" />
        </Form.Item>
        <Form.Item
          label="成立日期"
          name="on"
          extra={`设在${estate.communityName ?? ''}之下，从这一天起服务这个小区`}
        >
          <DayPicker testId="estate-branch-day" />
        </Form.Item>
        <Form.Item label="支部类型" name="branchKind">
          <Select options={Object.entries(branchKindLabels).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy} data-testid="estate-branch-save">
          新建
        </Button>
      </Form>
    </Drawer>
  )
}
