import { Button, Checkbox, Flex, Form, Modal, Select, Typography } from 'antd'
import { useState } from 'react'
import { postKindLabels } from '../../../shared/labels.ts'
import type { PersonDetail } from '../../../shared/models/person.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { DayPicker } from '../../components/day-picker.tsx'
import { useEdit } from '../../hooks/edit.tsx'

const reasons = ['迁出', '去世', '出党', '其他'] as const

/** What would end with the person's leaving. */
const endingOf = (person: PersonDetail): readonly string[] => [
  ...person.postList
    .filter((post) => post.endsOn === null)
    .map((post) => `${post.unitName} · ${postKindLabels[post.kind]}`),
  ...person.memberships.filter((one) => one.endsOn === null).map((one) => `${one.unitName}的组织关系`),
  ...person.reports.filter((one) => one.endsOn === null).map((one) => `向${one.unitName}的报到`),
  ...person.volunteering.filter((one) => one.endsOn === null).map((one) => `在${one.unitName}的志愿服务`),
]

const Leave = (props: { readonly person: PersonDetail; readonly onClose: () => void }) => {
  const { person } = props
  const [on, setOn] = useState(() => dayOf(new Date()))
  const [reason, setReason] = useState<string>(reasons[0])
  const { run, busy } = useEdit('person.end')
  const ending = endingOf(person)
  const save = async () => {
    const answer = await run(
      { id: person.id, version: person.version, on, reason },
      `${person.name} 已登记离开`,
    )
    if (answer !== undefined) props.onClose()
  }
  return (
    <Modal
      open
      title={`${person.name} 离开`}
      okText="登记离开"
      cancelText="取消"
      okButtonProps={{ loading: busy, 'data-testid': 'leave-save' }}
      onOk={() => void save()}
      onCancel={props.onClose}
    >
      <Form layout="vertical" className="dense-form">
        <Form.Item label="原因">
          <Select
            value={reason}
            options={reasons.map((value) => ({ value, label: value }))}
            onChange={setReason}
            data-testid="leave-reason"
          />
        </Form.Item>
        <Form.Item label="离开日期">
          <DayPicker value={on} onChange={setOn} testId="leave-day" />
        </Form.Item>
      </Form>
      <Typography.Paragraph type="secondary" data-testid="leave-ending">
        {ending.length === 0
          ? '没有在任的职务和组织关系。'
          : `同一天结束：${ending.join('、')}。记录保留，可在“状态”里筛选“已离开”找到。`}
      </Typography.Paragraph>
    </Modal>
  )
}

const Return = (props: { readonly person: PersonDetail; readonly onClose: () => void }) => {
  const { person } = props
  const [on, setOn] = useState(() => dayOf(new Date()))
  const [memberships, setMemberships] = useState(true)
  const { run, busy } = useEdit('person.return')
  const save = async () => {
    const argument = { id: person.id, version: person.version, on, memberships }
    if ((await run(argument, `${person.name} 已恢复`)) !== undefined) props.onClose()
  }
  return (
    <Modal
      open
      title={`恢复 ${person.name}`}
      okText="恢复"
      cancelText="取消"
      okButtonProps={{ loading: busy, 'data-testid': 'return-save' }}
      onOk={() => void save()}
      onCancel={props.onClose}
    >
      <Flex vertical gap={12}>
        <DayPicker value={on} onChange={setOn} />
        <Checkbox checked={memberships} onChange={(event) => setMemberships(event.target.checked)}>
          离开时结束的组织关系从这一天起恢复
        </Checkbox>
      </Flex>
    </Modal>
  )
}

/** 离开 or 恢复, as it fits. */
export const PersonLeave = (props: { readonly person: PersonDetail }) => {
  const [open, setOpen] = useState(false)
  const here = props.person.endedOn === null
  const close = () => setOpen(false)
  return (
    <>
      <Button
        size="small"
        onClick={() => setOpen(true)}
        data-testid={here ? 'person-leave' : 'person-return'}
      >
        {here ? '离开…' : '恢复…'}
      </Button>
      {open &&
        (here ? (
          <Leave person={props.person} onClose={close} />
        ) : (
          <Return person={props.person} onClose={close} />
        ))}
    </>
  )
}
