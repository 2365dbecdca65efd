import { Alert, Flex, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { branchKindLabels } from '../../../shared/labels.ts'
import type { MergeChoices } from '../../../shared/models/reorganization.ts'
import type { BranchKind, UnitNode } from '../../../shared/models/unit.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { DayPicker } from '../../components/day-picker.tsx'
import { useDebounced } from '../../hooks/debounced.ts'
import { useEdit } from '../../hooks/edit.tsx'
import { MergeSummary } from './merge-summary.tsx'
import { UnitChoice } from './unit-choice.tsx'

const aspects = [
  {
    key: 'members',
    label: '党员',
    follow: '转入合并后的支部',
    other: { value: 'end', label: '只结束组织关系' },
  },
  {
    key: 'groups',
    label: '党小组、中心户',
    follow: '移入合并后的支部',
    other: { value: 'dissolve', label: '一并撤销' },
  },
  { key: 'posts', label: '任职', follow: '在合并后的支部继续', other: { value: 'end', label: '全部离任' } },
  { key: 'estates', label: '小区', follow: '由合并后的支部服务', other: { value: 'leave', label: '不转' } },
  {
    key: 'money',
    label: '本年经费结余',
    follow: '结转到合并后的支部',
    other: { value: 'leave', label: '留在原支部' },
  },
] as const

const everything: MergeChoices = {
  members: 'follow',
  groups: 'follow',
  posts: 'follow',
  estates: 'follow',
  money: 'follow',
}

/** 合并: branches into one of them, another, or a new one; what follows is chosen and shown beforehand. */
export const MergeModal = (props: {
  readonly units: readonly Pick<UnitNode, 'id' | 'version' | 'name' | 'parentId'>[]
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}) => {
  const { units } = props
  const [how, setHow] = useState<'new' | 'existing'>(units.length > 1 ? 'new' : 'existing')
  const [name, setName] = useState('')
  const [branchKind, setBranchKind] = useState<BranchKind>('joint')
  const [targetId, setTargetId] = useState<string | null>(null)
  const [on, setOn] = useState(() => dayOf(new Date()))
  const [choices, setChoices] = useState(everything)
  const parentId = units[0]?.parentId ?? null
  const settled = useDebounced(name.trim(), 250)
  const into =
    how === 'existing'
      ? targetId === null
        ? null
        : { id: targetId }
      : settled === '' || parentId === null
        ? null
        : { parentId, name: settled, branchKind }
  const { run, busy } = useEdit('unit.merge')
  const merge = async () => {
    if (into === null) return
    const originals = units.map(({ id, version }) => ({ id, version }))
    const answer = await run({ units: originals, into, on, choices }, '已合并党支部')
    if (answer === undefined) return
    props.onClose()
    props.onDone(answer.id)
  }
  return (
    <Modal
      open
      width={720}
      title={`合并党支部：${units.map((unit) => unit.name).join('、')}`}
      okText="合并"
      cancelText="取消"
      okButtonProps={{ disabled: into === null, loading: busy, 'data-testid': 'merge-save' }}
      onOk={() => void merge()}
      onCancel={props.onClose}
      styles={{ body: { maxHeight: '64vh', overflow: 'auto' } }}
      data-testid="merge-modal"
    >
      <Form layout="horizontal" labelCol={{ flex: '128px' }} className="dense-form">
        <Form.Item label="合并到">
          <Flex vertical gap={8}>
            <Radio.Group
              value={how}
              onChange={(event) => setHow(event.target.value)}
              options={[
                { value: 'new', label: '新建党支部', disabled: units.length < 2 },
                { value: 'existing', label: '已有党支部' },
              ]}
            />
            {how === 'existing' ? (
              <UnitChoice
                kinds={['branch']}
                except={units.length === 1 ? units.map((unit) => unit.id) : []}
                value={targetId}
                onChange={setTargetId}
                placeholder="输入名称、拼音或简拼查找"
                testId="merge-target"
              />
            ) : (
              <Flex gap={8}>
                <Input
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                  maxLength={100}
                  placeholder="合并后的名称，如“某某联合党支部”"
                  data-testid="merge-name"
                />
                <Select<BranchKind>
                  value={branchKind}
                  onChange={setBranchKind}
                  style={{ width: 140, flex: 'none' }}
                  aria-label="支部类型"
                  options={Object.entries(branchKindLabels).map(([value, label]) => ({
                    value: value as BranchKind,
                    label,
                  }))}
                />
              </Flex>
            )}
          </Flex>
        </Form.Item>
        <Form.Item label="生效日期">
          <DayPicker value={on} onChange={setOn} testId="merge-day" />
        </Form.Item>
        {aspects.map(({ key, label, follow, other }) => (
          <Form.Item key={key} label={label}>
            <Radio.Group
              value={choices[key]}
              onChange={(event) => setChoices({ ...choices, [key]: event.target.value })}
              options={[{ value: 'follow', label: follow }, other]}
              data-testid={`merge-${key}`}
            />
          </Form.Item>
        ))}
      </Form>
      {into === null ? (
        <Alert type="info" showIcon title="选好合并到哪个支部后，这里列出合并的结果。" />
      ) : (
        <MergeSummary unitIds={units.map((unit) => unit.id)} into={into} on={on} choices={choices} />
      )}
    </Modal>
  )
}
