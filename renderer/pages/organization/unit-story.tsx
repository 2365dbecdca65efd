import { Empty, Table } from 'antd'
import type { Relative, UnitPastLine } from '../../../shared/models/reorganization.ts'
import { Failed } from '../../components/failed.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'

const hows = { merge: '合并', split: '拆分' } as const

const Relatives = (props: { readonly title: string; readonly units: readonly Relative[] }) =>
  props.units.length === 0 ? null : (
    <p data-testid="unit-relatives">
      {props.title}
      {props.units.map((unit, index) => (
        <span key={unit.id}>
          {index > 0 && '、'}
          <a href={`#/organization/${encodeURIComponent(unit.id)}`}>{unit.name}</a>（{unit.day}{' '}
          {hows[unit.how]}）
        </span>
      ))}
    </p>
  )

/** 沿革: names and parents by date, what the unit came from and what followed it. */
export const UnitStoryTab = (props: { readonly unitId: string }) => {
  const story = useRequest('unit.story', { id: props.unitId })
  if (story.isError) return <Failed sentence={sentenceOf(story.error)} />
  const { lines = [], predecessors = [], successors = [] } = story.data ?? {}
  return (
    <div data-testid="unit-story">
      <Relatives title="由以下组织而来：" units={predecessors} />
      <Relatives title="后继组织：" units={successors} />
      <Table<UnitPastLine>
        size="small"
        loading={story.isPending}
        pagination={false}
        rowKey={(line) => `${line.startsOn}-${line.endsOn}-${line.name}-${line.state}`}
        dataSource={[...lines]}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有沿革" /> }}
        columns={[
          {
            key: 'term',
            title: '起止',
            width: 220,
            render: (_, line) => `${line.startsOn ?? '成立日期不详'} 至 ${line.endsOn ?? '今'}`,
          },
          {
            key: 'name',
            title: '名称',
            render: (_, line) => (line.state === 'dissolved' ? '（已撤销）' : line.name),
          },
          { key: 'parent', title: '上级组织', render: (_, line) => line.parentName ?? '无' },
        ]}
      />
    </div>
  )
}
