import { CheckCircleOutlined, WarningFilled } from '@ant-design/icons'
import { Empty, Table, type TableColumnsType, Typography } from 'antd'
import { gapLabel } from '../../../shared/labels.ts'
import type { GapLine } from '../../../shared/models/gap.ts'
import type { Overview } from '../../../shared/models/overview.ts'
import { Measured } from '../../components/measured.tsx'
import { mendRoute } from '../gaps/gap-routes.ts'

const columns: TableColumnsType<GapLine> = [
  {
    key: 'gap',
    width: 136,
    render: (_, todo) => (
      <span className="gap">
        <WarningFilled /> {gapLabel(todo.gap)}
      </span>
    ),
  },
  {
    key: 'unit',
    ellipsis: true,
    render: (_, todo) => (
      <a
        href={`#${mendRoute(todo)}`}
        title={todo.path === '' ? todo.name : `${todo.name}（${todo.path}）`}
        data-testid="todo"
      >
        {todo.name}
      </a>
    ),
  },
]

/** 待办: what is missing; each line opens the unit at the place that mends it. */
export const TodoList = (props: { readonly todos: Overview['todos']; readonly count: number }) => {
  const { todos, count } = props
  return (
    <section className="panel" data-testid="todos">
      <div className="panel-head">
        <strong>待办</strong>
        <Typography.Text type="secondary">
          {count > todos.length
            ? `共 ${count.toLocaleString('zh-CN')} 项，列出前 ${todos.length} 项`
            : `${count} 项`}
        </Typography.Text>
        <span style={{ flex: 1 }} />
        {count > 0 && (
          <a href="#/gaps" data-testid="todos-all">
            全部待办
          </a>
        )}
      </div>
      <div className="panel-body">
        {todos.length === 0 ? (
          <Empty
            image={<CheckCircleOutlined className="done-icon" />}
            styles={{ image: { height: 40 } }}
            description="没有发现缺项"
          />
        ) : (
          <Measured>
            {({ width, height }) => (
              <Table<GapLine>
                size="small"
                virtual
                showHeader={false}
                rowKey={(todo) => `${todo.id}-${todo.gap}`}
                columns={columns}
                dataSource={[...todos]}
                pagination={false}
                scroll={{ x: width - 1, y: height }}
              />
            )}
          </Measured>
        )}
      </div>
    </section>
  )
}
