import { Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { UnitNode } from '../../../shared/models/unit.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { DayPicker } from '../../components/day-picker.tsx'
import { useEdit } from '../../hooks/edit.tsx'

/** 更名 from a day on, which keeps the former name, or the correction of a slip, which does not. */
export const RenameModal = (props: {
  readonly unit: Pick<UnitNode, 'id' | 'version' | 'name'>
  readonly onClose: () => void
}) => {
  const { unit } = props
  const [name, setName] = useState(unit.name)
  const [kind, setKind] = useState<'rename' | 'correct'>('rename')
  const [on, setOn] = useState(() => dayOf(new Date()))
  const { run, busy } = useEdit('unit.rename')
  const wanted = name.trim()
  const save = async () => {
    const argument = { id: unit.id, version: unit.version, name: wanted, on: kind === 'rename' ? on : null }
    if ((await run(argument, kind === 'rename' ? '已更名' : '已更正名称')) !== undefined) props.onClose()
  }
  const unchanged = wanted === '' || wanted === unit.name
  return (
    <Modal
      open
      title={`更名：${unit.name}`}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: unchanged, loading: busy, 'data-testid': 'rename-save' }}
      onOk={() => void save()}
      onCancel={props.onClose}
      data-testid="rename-modal"
    >
      <Form layout="vertical">
        <Form.Item label="新名称">
          <Input
            autoFocus
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={() => {
              if (!unchanged) void save()
            }}
            data-testid="rename-name"
          />
        </Form.Item>
        <Form.Item>
          <Radio.Group
            vertical
            value={kind}
            onChange={(event) => setKind(event.target.value)}
            options={[
              { value: 'rename', label: '更名：原名称留在沿革里' },
              { value: 'correct', label: '更正：原来写错了，不留原名称' },
            ]}
          />
        </Form.Item>
        {kind === 'rename' && (
          <Form.Item label="生效日期">
            <DayPicker value={on} onChange={setOn} testId="rename-day" />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
