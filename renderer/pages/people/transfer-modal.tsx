import { Form, Modal } from 'antd'
import { useState } from 'react'
import type { UnitKind } from '../../../shared/models/unit.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { DayPicker } from '../../components/day-picker.tsx'
import { useEdit } from '../../hooks/edit.tsx'
import { UnitChoice } from '../organization/unit-choice.tsx'

const kinds: readonly UnitKind[] = ['branch', 'buildingGroup', 'communityCommittee', 'memberHousehold']

/** 转接组织关系: one or several become members of another branch on a day. */
export const TransferModal = (props: {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const { people } = props
  const [unitId, setUnitId] = useState<string | null>(null)
  const [on, setOn] = useState(() => dayOf(new Date()))
  const { run, busy } = useEdit('membership.transfer')
  const who = people.length === 1 ? (people[0]?.name ?? '') : `${people.length} 名党员`
  const transfer = async () => {
    const answer = await run(
      { personIds: people.map((person) => person.id), unitId, on },
      `已转接 ${who} 的组织关系`,
    )
    if (answer !== undefined) props.onDone()
  }
  return (
    <Modal
      open
      title={`转接 ${who} 的组织关系`}
      okText="转接"
      cancelText="取消"
      okButtonProps={{ disabled: unitId === null, loading: busy, 'data-testid': 'transfer-save' }}
      onOk={() => void transfer()}
      onCancel={props.onClose}
      destroyOnHidden
    >
      <Form layout="vertical">
        <Form.Item label="转到" extra="现有的组织关系在同一天结束，原记录保留">
          <UnitChoice
            kinds={kinds}
            value={unitId}
            onChange={setUnitId}
            placeholder="输入党支部名称、拼音或简拼"
            testId="transfer-target"
          />
        </Form.Item>
        <Form.Item label="转接日期">
          <DayPicker value={on} onChange={setOn} testId="transfer-day" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
