import { Alert, Button, Flex, Form, Input, Modal, Select, Skeleton, Table, Tabs, Typography } from 'antd'
import { useState } from 'react'
import { branchKindLabels, postKindLabels } from '../../../shared/labels.ts'
import type { SplitPreview } from '../../../shared/models/reorganization.ts'
import type { BranchKind, UnitNode } from '../../../shared/models/unit.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { DayPicker } from '../../components/day-picker.tsx'
import { useEdit } from '../../hooks/edit.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'
import { type Draft, emptyDraft, emptyParts, partsOf } from './split-parts.ts'

interface Thing {
  readonly id: string
  readonly name: string
}

const thingsOf = (preview: SplitPreview) => ({
  groups: preview.groups.map(
    ({ id, name, members }): Thing => ({
      id,
      name: members > 0 ? `${name}（党员 ${members} 名）` : name,
    }),
  ),
  members: preview.members.map(({ personId, name }): Thing => ({ id: personId, name })),
  estates: preview.estates,
  posts: preview.posts.map(
    ({ id, kind, person }): Thing => ({ id, name: `${postKindLabels[kind]} ${person}` }),
  ),
})
type Aspect = keyof ReturnType<typeof thingsOf>

const aspectLabels: Readonly<Record<Aspect, string>> = {
  groups: '党小组、中心户',
  members: '党员',
  estates: '小区',
  posts: '任职',
}

/** 拆分: one branch becomes two or more; each thing it holds is given to one of them. */
export const SplitModal = (props: {
  readonly unit: Pick<UnitNode, 'id' | 'version' | 'name'>
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}) => {
  const { unit } = props
  const [on, setOn] = useState(() => dayOf(new Date()))
  const [drafts, setDrafts] = useState<readonly Draft[]>([emptyDraft(0), emptyDraft(1)])
  const [owner, setOwner] = useState<Readonly<Record<string, number>>>({})
  const preview = useRequest('unit.split-preview', { id: unit.id, on })
  const { run, busy } = useEdit('unit.split')
  const named = drafts.every((draft) => draft.name.trim() !== '')
  const change = (index: number, patch: Partial<Draft>) =>
    setDrafts(drafts.map((draft, at) => (at === index ? { ...draft, ...patch } : draft)))
  const split = async () => {
    if (preview.data === undefined) return
    const parts = partsOf(drafts, preview.data, owner)
    const answer = await run({ id: unit.id, version: unit.version, on, parts }, `已拆分“${unit.name}”`)
    if (answer === undefined) return
    props.onClose()
    props.onDone(answer.ids[0] ?? unit.id)
  }
  const things = preview.data === undefined ? null : thingsOf(preview.data)
  const bare = preview.data === undefined ? [] : emptyParts(partsOf(drafts, preview.data, owner))
  const choices = drafts.map((draft, index) => ({
    value: index,
    label: draft.name.trim() === '' ? `第 ${index + 1} 个支部` : draft.name,
  }))
  return (
    <Modal
      open
      width={760}
      title={`拆分：${unit.name}`}
      okText="拆分"
      cancelText="取消"
      okButtonProps={{ disabled: !named || things === null, loading: busy, 'data-testid': 'split-save' }}
      onOk={() => void split()}
      onCancel={props.onClose}
      footer={(_, { OkBtn, CancelBtn }) => (
        <Flex gap={8} align="center" justify="flex-end">
          {bare.length > 0 && (
            <Typography.Text type="warning" data-testid="split-bare">
              第 {bare.join('、')} 个支部还没有分到任何内容
            </Typography.Text>
          )}
          <CancelBtn />
          <OkBtn />
        </Flex>
      )}
      styles={{ body: { maxHeight: '64vh', overflow: 'auto' } }}
      data-testid="split-modal"
    >
      <Form layout="horizontal" labelCol={{ flex: '112px' }} className="dense-form">
        {drafts.map((draft, index) => (
          <Form.Item key={draft.key} label={`第 ${index + 1} 个支部`}>
            <Flex gap={8}>
              <Input
                value={draft.name}
                maxLength={100}
                placeholder="名称"
                onChange={(event) => change(index, { name: event.target.value })}
                data-testid={`split-name-${index}`}
              />
              <Select<BranchKind>
                value={draft.branchKind}
                onChange={(branchKind) => change(index, { branchKind })}
                style={{ width: 140, flex: 'none' }}
                aria-label="支部类型"
                options={Object.entries(branchKindLabels).map(([value, label]) => ({
                  value: value as BranchKind,
                  label,
                }))}
              />
            </Flex>
          </Form.Item>
        ))}
        <Form.Item label="生效日期">
          <Flex gap={16}>
            <DayPicker value={on} onChange={setOn} testId="split-day" />
            <Button
              onClick={() => setDrafts([...drafts, emptyDraft(drafts.length)])}
              disabled={drafts.length >= 10}
            >
              再加一个支部
            </Button>
          </Flex>
        </Form.Item>
      </Form>
      {preview.isError && <Alert type="error" showIcon title={sentenceOf(preview.error)} />}
      {things === null ? (
        <Skeleton active paragraph={{ rows: 3 }} />
      ) : (
        <>
          <p className="merge-note">
            没有另行指定的，都归第 1 个支部；本年经费结余也结转到第 1
            个支部。原支部在生效日期撤销并注明后继支部。
          </p>
          <Tabs
            size="small"
            items={(Object.keys(aspectLabels) as Aspect[]).map((aspect) => ({
              key: aspect,
              label: `${aspectLabels[aspect]} ${things[aspect].length}`,
              children: (
                <Table<Thing>
                  size="small"
                  virtual
                  pagination={false}
                  rowKey="id"
                  scroll={{ x: 680, y: 220 }}
                  dataSource={[...things[aspect]]}
                  locale={{ emptyText: `没有${aspectLabels[aspect]}` }}
                  columns={[
                    { key: 'name', title: '名称', dataIndex: 'name', ellipsis: true },
                    {
                      key: 'owner',
                      title: '归属',
                      width: 260,
                      render: (_, thing) => (
                        <Select<number>
                          size="small"
                          style={{ width: '100%' }}
                          value={owner[thing.id] ?? 0}
                          options={choices}
                          onChange={(index) => setOwner({ ...owner, [thing.id]: index })}
                          aria-label={`${thing.name}的归属`}
                        />
                      ),
                    },
                  ]}
                />
              ),
            }))}
          />
        </>
      )}
    </Modal>
  )
}
