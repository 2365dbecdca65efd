import { Drawer, Empty, Flex, Segmented, Table, type TableColumnsType } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { assertNever } from '../../../shared/errors.ts'
import { postKindLabels } from '../../../shared/labels.ts'
import type { TreeChange } from '../../../shared/models/reorganization.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { DayPicker } from '../../components/day-picker.tsx'
import { Failed } from '../../components/failed.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'

const kindLabels: Readonly<Record<TreeChange['kind'], string>> = {
  added: '新增',
  dissolved: '撤销',
  moved: '移动',
  renamed: '更名',
  posts: '任职变动',
  estates: '小区变动',
}

const names = (list: readonly string[]): string => (list.length === 0 ? '空缺' : list.join('、'))

const served = (list: readonly string[]): string => (list.length === 0 ? '无小区' : list.join('、'))

const saidOf = (change: TreeChange): string => {
  switch (change.kind) {
    case 'added':
      return `${change.day} 成立，上级：${change.path || '无'}`
    case 'dissolved':
      return change.successors.length === 0
        ? `${change.day} 撤销`
        : `${change.day} 撤销，后继：${change.successors.map((unit) => unit.name).join('、')}`
    case 'moved':
      return `${change.from || '最上级'} → ${change.to || '最上级'}`
    case 'renamed':
      return `${change.from} → ${change.to}`
    case 'posts':
      return `${postKindLabels[change.post]}：${names(change.before)} → ${names(change.after)}`
    case 'estates':
      return `${served(change.before)} → ${served(change.after)}`
    default:
      return assertNever(change)
  }
}

/** 对比: what happened to the organization between two days. */
export const CompareDrawer = (props: { readonly onClose: () => void }) => {
  const [from, setFrom] = useState(() => dayjs().subtract(1, 'year').format('YYYY-MM-DD'))
  const [to, setTo] = useState(() => dayOf(new Date()))
  const [kind, setKind] = useState<TreeChange['kind'] | 'all'>('all')
  const comparison = useRequest('tree.compare', { from, to })
  const all = comparison.data?.changes ?? []
  const shown = kind === 'all' ? all : all.filter((change) => change.kind === kind)
  const count = (wanted: TreeChange['kind']) => all.filter((change) => change.kind === wanted).length
  const columns: TableColumnsType<TreeChange> = [
    { key: 'kind', title: '变动', width: 88, render: (_, change) => kindLabels[change.kind] },
    {
      key: 'unit',
      title: '组织',
      width: 240,
      ellipsis: true,
      render: (_, change) => (
        <a href={`#/organization/${encodeURIComponent(change.unit.id)}`} onClick={props.onClose}>
          {change.unit.name}
        </a>
      ),
    },
    { key: 'said', title: '内容', render: (_, change) => saidOf(change) },
  ]
  return (
    <Drawer open title="对比两天的组织" size={760} onClose={props.onClose} data-testid="compare-drawer">
      <Flex vertical gap={12}>
        <Flex gap={8} align="center">
          从
          <DayPicker value={from} onChange={setFrom} testId="compare-from" />到
          <DayPicker value={to} onChange={setTo} testId="compare-to" />
        </Flex>
        <Segmented
          value={kind}
          onChange={setKind}
          options={[
            { value: 'all' as const, label: `全部 ${comparison.data?.total ?? 0}` },
            ...(Object.keys(kindLabels) as TreeChange['kind'][]).map((value) => ({
              value,
              label: `${kindLabels[value]} ${count(value)}`,
            })),
          ]}
        />
        {comparison.isError ? (
          <Failed sentence={sentenceOf(comparison.error)} />
        ) : (
          <Table<TreeChange>
            size="small"
            virtual
            loading={comparison.isPending}
            pagination={false}
            scroll={{ x: 700, y: window.innerHeight - 260 }}
            rowKey={(change) => `${change.kind}-${change.unit.id}-${saidOf(change)}`}
            columns={columns}
            dataSource={[...shown]}
            locale={{
              emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="这两天之间没有变动" />,
            }}
          />
        )}
      </Flex>
    </Drawer>
  )
}
