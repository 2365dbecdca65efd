import { PlusOutlined } from '@ant-design/icons'
import { Button, Flex, Form, Input, InputNumber, Modal, Segmented, Select, Table } from 'antd'
import { useState } from 'react'
import { postKindLabels } from '../../../shared/labels.ts'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import type { PostKind } from '../../../shared/models/post.ts'
import { afterTerm, dayOf } from '../../../shared/rules/terms.ts'
import { DayPicker } from '../../components/day-picker.tsx'
import { useEdit } from '../../hooks/edit.tsx'
import { type Draft, draftsOf, seatsOf, wordsOf } from './election-seats.ts'
import { type ChosenPerson, PersonChoice } from './person-choice.tsx'

const ways = [
  { value: 'stays', label: '连任' },
  { value: 'other', label: '换人' },
  { value: 'vacant', label: '空缺' },
] as const

const newWays = [
  { value: 'other', label: '当选' },
  { value: 'vacant', label: '空缺' },
]

const newKinds: readonly PostKind[] = ['secretary', 'deputySecretary', 'committeeMember']

/** 换届: every leading post of a unit in one form; who goes, stays and comes is said before it is saved. */
export const ElectionModal = (props: { readonly unit: UnitDetail; readonly onClose: () => void }) => {
  const { unit } = props
  const [on, setOn] = useState(() => dayOf(new Date()))
  const [years, setYears] = useState<number | null>(unit.termYears ?? 3)
  const [drafts, setDrafts] = useState(() => draftsOf(unit.posts))
  const { run, busy } = useEdit('unit.elect')
  const change = (key: string, changes: Partial<Draft>) =>
    setDrafts((before) => before.map((draft) => (draft.key === key ? { ...draft, ...changes } : draft)))
  const add = () =>
    setDrafts((before) => [
      ...before,
      {
        key: `new-${before.length}`,
        kind: 'committeeMember',
        held: null,
        way: 'other',
        person: null,
        phone: '',
      },
    ])
  const words = wordsOf(drafts)
  const save = async () => {
    const termYears = unit.kind === 'branch' ? years : null
    const answer = await run(
      { id: unit.id, version: unit.version, on, termYears, seats: seatsOf(drafts) },
      `“${unit.name}”已换届`,
    )
    if (answer !== undefined) props.onClose()
  }
  const next = unit.kind === 'branch' ? afterTerm(on, years) : null
  return (
    <Modal
      open
      width={860}
      title={`换届 · ${unit.name}`}
      okText="保存换届"
      cancelText="取消"
      okButtonProps={{ loading: busy, disabled: words.problem !== null, 'data-testid': 'election-save' }}
      onOk={() => void save()}
      onCancel={props.onClose}
      destroyOnHidden
      data-testid="election-modal"
    >
      <Flex gap={24} align="center" style={{ marginBottom: 8 }}>
        <Form.Item label="换届日期" style={{ margin: 0 }}>
          <DayPicker value={on} onChange={setOn} testId="election-day" />
        </Form.Item>
        {unit.kind === 'branch' && (
          <Form.Item label="任期（年）" style={{ margin: 0 }}>
            <InputNumber
              min={1}
              max={10}
              value={years}
              onChange={(value) => setYears(value)}
              style={{ width: 72 }}
              data-testid="election-term"
            />
          </Form.Item>
        )}
        {next !== null && <span className="tree-days">下次换届 {next}</span>}
      </Flex>
      <Table<Draft>
        size="small"
        rowKey="key"
        dataSource={[...drafts]}
        pagination={false}
        {...(drafts.length > 7 ? { scroll: { y: 320 } } : {})}
        columns={[
          {
            key: 'kind',
            title: '职务',
            width: 128,
            render: (_, draft) =>
              draft.held === null ? (
                <Select<PostKind>
                  value={draft.kind}
                  options={newKinds.map((value) => ({ value, label: postKindLabels[value] }))}
                  onChange={(kind) => change(draft.key, { kind })}
                  style={{ width: 112 }}
                  aria-label="职务"
                />
              ) : (
                postKindLabels[draft.kind]
              ),
          },
          { key: 'held', title: '现任', width: 110, render: (_, draft) => draft.held?.personName ?? '—' },
          {
            key: 'way',
            title: '本届',
            width: 190,
            render: (_, draft) => (
              <Segmented
                size="small"
                value={draft.way}
                options={draft.held === null ? newWays : [...ways]}
                onChange={(way) => change(draft.key, { way: way as Draft['way'] })}
                data-testid={`election-way-${draft.key}`}
              />
            ),
          },
          {
            key: 'person',
            title: '当选人',
            render: (_, draft) =>
              draft.way === 'other' ? (
                <Flex gap={8}>
                  <div style={{ flex: 1 }} data-testid={`election-person-${draft.key}`}>
                    <PersonChoice
                      onChange={(person: ChosenPerson) => change(draft.key, { person })}
                      autoFocus={false}
                    />
                  </div>
                  {draft.person?.kind === 'new' && (
                    <Input
                      value={draft.phone}
                      maxLength={40}
                      placeholder="手机号"
                      style={{ width: 130 }}
                      onChange={(event) => change(draft.key, { phone: event.target.value })}
                      data-testid={`election-phone-${draft.key}`}
                    />
                  )}
                </Flex>
              ) : draft.way === 'stays' ? (
                draft.held?.personName
              ) : null,
          },
        ]}
      />
      <Button type="link" size="small" icon={<PlusOutlined />} onClick={add} data-testid="election-add">
        增加一席
      </Button>
      <p className="merge-note" data-testid="election-words">
        {words.problem ?? words.said}
      </p>
    </Modal>
  )
}
