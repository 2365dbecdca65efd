import { Alert, Skeleton, Table } from 'antd'
import type { Argument } from '../../../shared/ipc.ts'
import { postKindLabels } from '../../../shared/labels.ts'
import type { MergePart, MergePreview } from '../../../shared/models/reorganization.ts'
import { formatYuan } from '../../../shared/rules/money.ts'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'

const balanceOf = (part: MergePart): string =>
  formatYuan(part.balances.reduce((sum, balance) => sum + balance.fen, 0))

const notes = ({ renamedGroups, endingPosts }: MergePreview): readonly string[] => [
  ...(renamedGroups.length === 0
    ? []
    : [
        `${renamedGroups.length} 个党小组与合并后支部里的重名，将改名：${renamedGroups
          .slice(0, 6)
          .map(({ from, to }) => `${from} → ${to}`)
          .join('；')}${renamedGroups.length > 6 ? ' 等' : ''}。`,
      ]),
  ...(endingPosts.length === 0
    ? []
    : [
        `将离任：${endingPosts
          .slice(0, 8)
          .map(({ kind, person, unit }) => `${unit} ${postKindLabels[kind]} ${person}`)
          .join('；')}${endingPosts.length > 8 ? ` 等 ${endingPosts.length} 人` : ''}。`,
      ]),
]

/** What the merger would do, in figures, before it is done. */
export const MergeSummary = (props: Argument<'unit.merge-preview'>) => {
  const preview = useRequest('unit.merge-preview', props)
  if (preview.isError) return <Alert type="error" showIcon title={sentenceOf(preview.error)} />
  if (preview.data === undefined) return <Skeleton active paragraph={{ rows: 3 }} />
  const { parts, members } = preview.data
  return (
    <div data-testid="merge-summary">
      <Table<MergePart>
        size="small"
        pagination={false}
        rowKey={(part) => part.unit.id}
        dataSource={[...parts]}
        columns={[
          { key: 'name', title: '将撤销的支部', render: (_, part) => part.unit.name },
          { key: 'members', title: '党员', align: 'right', width: 64, render: (_, part) => part.members },
          { key: 'groups', title: '党小组', align: 'right', width: 72, render: (_, part) => part.groups },
          {
            key: 'households',
            title: '中心户',
            align: 'right',
            width: 72,
            render: (_, part) => part.households,
          },
          { key: 'posts', title: '任职', align: 'right', width: 64, render: (_, part) => part.posts.length },
          {
            key: 'estates',
            title: '小区',
            align: 'right',
            width: 64,
            render: (_, part) => part.estates.length,
          },
          {
            key: 'money',
            title: '结余（元）',
            align: 'right',
            width: 112,
            render: (_, part) => balanceOf(part),
          },
        ]}
      />
      <p className="merge-note">
        共 {members}{' '}
        名党员。原支部使用的场所由后继支部继续使用。原支部在生效日期撤销并注明后继支部，历史和凭证都保留；合并后可以撤销这次操作。
      </p>
      {notes(preview.data).map((note) => (
        <p key={note} className="merge-note">
          {note}
        </p>
      ))}
    </div>
  )
}
