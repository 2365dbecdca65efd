import { Button, Drawer, Flex, Radio, Skeleton, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import {
  duplicateLabels,
  fieldLabels,
  memberCategoryLabels,
  memberKindLabels,
} from '../../../shared/labels.ts'
import type {
  DuplicateDetail,
  DuplicatePair,
  MergeField,
  MergeLine,
} from '../../../shared/models/duplicate.ts'
import type { PersonDetail } from '../../../shared/models/person.ts'
import { Failed } from '../../components/failed.tsx'
import { useEdit } from '../../hooks/edit.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'

type Side = 'a' | 'b'

const words = (field: MergeField, value: string | null): string => {
  if (value === null) return '未填写'
  const labels: Readonly<Record<string, string>> =
    field === 'category' ? memberCategoryLabels : field === 'memberKind' ? memberKindLabels : {}
  return labels[value] ?? value
}

const Record = (props: { readonly person: PersonDetail }) => {
  const { person } = props
  const living = person.postList.filter((post) => post.endsOn === null)
  return (
    <div style={{ flex: 1, minWidth: 0 }}>
      <Typography.Text strong>{person.name}</Typography.Text>
      <div className="merge-note" style={{ marginTop: 0 }}>
        {person.branchName ?? '没有组织关系'}
        {living.length > 0 && `；任职：${person.posts}`}
        {person.endedOn !== null && `；已于 ${person.endedOn} 离开`}
      </div>
    </div>
  )
}

const Loaded = (props: { readonly detail: DuplicateDetail; readonly onClose: () => void }) => {
  const { detail } = props
  const { a, b, lines } = detail
  const [keep, setKeep] = useState<Side>('a')
  const [taken, setTaken] = useState<Readonly<Partial<Record<MergeField, Side>>>>({})
  const merge = useEdit('duplicate.merge')
  const dismiss = useEdit('duplicate.dismiss')
  const sideOf = (line: MergeLine): Side => taken[line.field] ?? line.suggested
  const save = async () => {
    const [kept, other] = keep === 'a' ? [a, b] : [b, a]
    const answer = await merge.run(
      {
        keep: { id: kept.id, version: kept.version },
        other: { id: other.id, version: other.version },
        take: lines.filter((line) => sideOf(line) !== keep).map((line) => line.field),
      },
      `已合并 ${kept.name} 的两条记录`,
    )
    if (answer !== undefined) props.onClose()
  }
  const notSame = async () => {
    const answer = await dismiss.run({ aId: a.id, bId: b.id }, '已记为不是同一人')
    if (answer !== undefined) props.onClose()
  }
  const choice = (line: MergeLine, side: Side) => (
    <Radio
      checked={sideOf(line) === side}
      onChange={() => setTaken((before) => ({ ...before, [line.field]: side }))}
      data-testid={`take-${line.field}-${side}`}
    >
      {words(line.field, line[side])}
    </Radio>
  )
  return (
    <Flex vertical gap={12}>
      <Flex gap={16}>
        <Record person={a} />
        <Record person={b} />
      </Flex>
      <Flex gap={8} align="center">
        <span>保留</span>
        <Radio.Group
          value={keep}
          options={[
            { value: 'a', label: '记录一' },
            { value: 'b', label: '记录二' },
          ]}
          onChange={(event) => setKeep(event.target.value as Side)}
          data-testid="merge-keep"
        />
      </Flex>
      <Table<MergeLine>
        size="small"
        rowKey="field"
        dataSource={[...lines]}
        pagination={false}
        locale={{ emptyText: '各项资料都相同' }}
        columns={[
          {
            key: 'field',
            title: '不同的资料',
            width: 110,
            render: (_, line) => fieldLabels['person']?.[line.field] ?? line.field,
          },
          { key: 'a', title: '记录一', render: (_, line) => choice(line, 'a') },
          { key: 'b', title: '记录二', render: (_, line) => choice(line, 'b') },
        ]}
      />
      <Typography.Text type="secondary">
        任职、报到、志愿服务都归到保留的记录；两条各在一个党支部的，以保留的为准，另一段组织关系今天结束。另一条不再出现，可以撤销。
      </Typography.Text>
      <Flex gap={8}>
        <Button type="primary" loading={merge.busy} onClick={() => void save()} data-testid="duplicate-merge">
          合并为一人
        </Button>
        <Button loading={dismiss.busy} onClick={() => void notSame()} data-testid="duplicate-dismiss">
          不是同一人
        </Button>
      </Flex>
    </Flex>
  )
}

/** Two records side by side: one is kept, with a choice for each field in which they differ. */
export const MergeDrawer = (props: { readonly pair: DuplicatePair; readonly onClose: () => void }) => {
  const { pair } = props
  const detail = useRequest('duplicate.load', { aId: pair.aId, bId: pair.bId })
  return (
    <Drawer
      open
      size={640}
      mask={false}
      rootClassName="side-drawer"
      onClose={props.onClose}
      title={
        <>
          {pair.name} <Tag style={{ marginInlineStart: 8 }}>{duplicateLabels[pair.reason]}</Tag>
        </>
      }
      data-testid="merge-drawer"
    >
      {detail.isError && <Failed sentence={sentenceOf(detail.error)} />}
      {detail.data === undefined ? (
        <Skeleton active />
      ) : (
        <Loaded detail={detail.data} onClose={props.onClose} />
      )}
    </Drawer>
  )
}
