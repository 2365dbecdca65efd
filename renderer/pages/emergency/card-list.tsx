import { Table, type TableColumnsType } from 'antd'
import type { CardContent } from '../../../shared/models/card.ts'
import { Measured } from '../../components/measured.tsx'

const headerHeight = 34

const columns = (chosen: number, all: number): TableColumnsType<CardContent> => [
  {
    title: `已选 ${chosen} 个，共 ${all} 个`,
    key: 'branch',
    render: (_, card) => (
      <>
        <div className="cut" title={card.branch}>
          {card.branch}
        </div>
        <div className="cut card-list-place">{card.community}</div>
      </>
    ),
  },
]

/** The branches to print, with a box each and one for all that are listed. A click shows the branch's sheet. */
export const CardList = (props: {
  readonly cards: readonly CardContent[]
  readonly chosen: ReadonlySet<string>
  readonly total: number
  readonly onChoose: (checked: readonly string[]) => void
  readonly onShow: (unitId: string) => void
}) => (
  <Measured>
    {({ width, height }) => (
      <Table
        virtual
        size="small"
        rowKey="unitId"
        className="card-list"
        columns={columns(props.chosen.size, props.total)}
        dataSource={[...props.cards]}
        pagination={false}
        scroll={{ x: width, y: Math.max(80, height - headerHeight) }}
        rowSelection={{
          columnWidth: 36,
          selectedRowKeys: props.cards
            .filter((card) => props.chosen.has(card.unitId))
            .map((card) => card.unitId),
          onChange: (keys) => props.onChoose(keys.map(String)),
        }}
        onRow={(card) => ({ onClick: () => props.onShow(card.unitId) })}
        locale={{ emptyText: '没有符合条件的支部。' }}
        data-testid="card-list"
      />
    )}
  </Measured>
)
