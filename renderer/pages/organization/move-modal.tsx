import { Alert, Form, Modal } from 'antd'
import { useState } from 'react'
import type { UnitKind, UnitNode } from '../../../shared/models/unit.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { allowedParents } from '../../../shared/rules/tree.ts'
import { DayPicker } from '../../components/day-picker.tsx'
import { useEdit } from '../../hooks/edit.tsx'
import { UnitChoice } from './unit-choice.tsx'

export type MovedUnit = Pick<UnitNode, 'id' | 'version' | 'kind' | 'name'>

/** Kinds under which all of these may stand. */
const commonParents = (units: readonly MovedUnit[]): readonly UnitKind[] => {
  const [first, ...others] = units.map((unit) => allowedParents[unit.kind])
  return (first ?? []).filter(
    (kind): kind is UnitKind => kind !== null && others.every((kinds) => kinds.includes(kind)),
  )
}

/** 移动到…: one or several units under another parent, from a day on. */
export const MoveModal = (props: {
  readonly units: readonly MovedUnit[]
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const { units } = props
  const [parentId, setParentId] = useState<string | null>(null)
  const [on, setOn] = useState(() => dayOf(new Date()))
  const { run, busy } = useEdit('unit.move')
  const kinds = commonParents(units)
  const what = units.length === 1 ? `“${units[0]?.name ?? ''}”` : `${units.length} 个组织`
  const move = async () => {
    const moved = units.map(({ id, version }) => ({ id, version }))
    const answer = await run({ units: moved, parentId, beside: null, on }, `已移动${what}`)
    if (answer === undefined) return
    props.onDone()
    props.onClose()
  }
  return (
    <Modal
      open
      title={`移动${what}`}
      okText="移动"
      cancelText="取消"
      okButtonProps={{ disabled: parentId === null, loading: busy, 'data-testid': 'move-save' }}
      onOk={() => void move()}
      onCancel={props.onClose}
      destroyOnHidden
      data-testid="move-modal"
    >
      {kinds.length === 0 ? (
        <Alert type="warning" showIcon title="所选组织没有共同的上级类别，不能一起移动。请分别移动。" />
      ) : (
        <Form layout="vertical">
          <Form.Item label="移到哪个组织下">
            <UnitChoice
              kinds={kinds}
              except={units.map((unit) => unit.id)}
              value={parentId}
              onChange={setParentId}
              placeholder="输入名称、拼音或简拼查找"
              testId="move-target"
            />
          </Form.Item>
          <Form.Item label="生效日期" extra="此前的日期仍按原上级组织显示">
            <DayPicker value={on} onChange={setOn} testId="move-day" />
          </Form.Item>
        </Form>
      )}
    </Modal>
  )
}
