import { Button, Drawer, Form, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { branchKindLabels, unitKindLabels } from '../../../shared/labels.ts'
import type { BranchKind, UnitKind, UnitRef } from '../../../shared/models/unit.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { DayPicker } from '../../components/day-picker.tsx'
import { useEdit } from '../../hooks/edit.tsx'
import { BranchChoice } from './branch-choice.tsx'
import { childKinds } from './child-kinds.ts'

interface Values {
  readonly name: string
  readonly branchKind: BranchKind | undefined
  readonly foundedOn: string
  readonly besideId: string | null | undefined
}

/** 新建下级组织: only kinds that may stand under `parent` are offered; null is the root. */
export const CreateDrawer = (props: {
  readonly parent: UnitRef | null
  readonly kind: UnitKind
  readonly onClose: () => void
  readonly onCreated: (id: string) => void
}) => {
  const { parent } = props
  const [kind, setKind] = useState(props.kind)
  const { run, busy } = useEdit('unit.create')
  const finish = async (values: Values) => {
    const answer = await run(
      {
        kind,
        parentId: parent?.id ?? null,
        name: values.name,
        branchKind: kind === 'branch' ? (values.branchKind ?? null) : null,
        foundedOn: values.foundedOn,
        besideId: kind === 'emergencyBranch' ? (values.besideId ?? null) : null,
      },
      `已新建“${values.name.trim()}”`,
    )
    if (answer === undefined) return
    props.onClose()
    props.onCreated(answer.id)
  }
  return (
    <Drawer
      open
      title={parent === null ? '新建街道党工委' : `在“${parent.name}”下新建`}
      size={420}
      onClose={props.onClose}
      data-testid="create-drawer"
    >
      <Form<Values> layout="vertical" onFinish={(values) => void finish(values)} requiredMark={false}>
        <Form.Item label="类别">
          <Segmented<UnitKind>
            value={kind}
            onChange={setKind}
            options={childKinds(parent?.kind ?? null).map((value) => ({
              value,
              label: unitKindLabels[value],
            }))}
          />
        </Form.Item>
        <Form.Item
          label="名称"
          name="name"
          rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
        >
          <Input autoFocus maxLength={100} data-testid="create-name" />
        </Form.Item>
        <Form.Item label="成立日期" name="foundedOn" initialValue={dayOf(new Date())}>
          <DayPicker testId="create-day" />
        </Form.Item>
        {kind === 'branch' && (
          <Form.Item label="支部类型" name="branchKind">
            <Select
              allowClear
              placeholder="未填写"
              options={Object.entries(branchKindLabels).map(([value, label]) => ({ value, label }))}
            />
          </Form.Item>
        )}
        {kind === 'emergencyBranch' && (
          <Form.Item label="对应党支部" name="besideId">
            <BranchChoice parentId={parent?.id ?? null} testId="create-beside" />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={busy} data-testid="create-save">
          新建
        </Button>
      </Form>
    </Drawer>
  )
}
