import { SortAscendingOutlined, SortDescendingOutlined } from '@ant-design/icons'
import { Button, Select, Space } from 'antd'
import type { PeopleSort } from '../../../shared/requests/people.ts'

const labels: Readonly<Record<PeopleSort['by'], string>> = {
  reading: '姓氏拼音',
  strokes: '姓氏笔画',
  birth: '出生日期',
  joined: '入党日期',
}

/** 按姓氏拼音、姓氏笔画、出生日期、入党日期, either way. */
export const PeopleOrder = (props: {
  readonly sort: PeopleSort
  readonly onChange: (sort: PeopleSort) => void
}) => {
  const { by, descending } = props.sort
  const way = descending ? '从后往前' : '从前往后'
  return (
    <Space.Compact>
      <Select<PeopleSort['by']>
        value={by}
        onChange={(next) => props.onChange({ by: next, descending: false })}
        options={(['reading', 'strokes', 'birth', 'joined'] as const).map((value) => ({
          value,
          label: `按${labels[value]}`,
        }))}
        style={{ width: 128 }}
        aria-label="排序"
        data-testid="people-sort"
      />
      <Button
        icon={descending ? <SortDescendingOutlined /> : <SortAscendingOutlined />}
        title={way}
        aria-label={way}
        onClick={() => props.onChange({ by, descending: !descending })}
        data-testid="people-order"
      />
    </Space.Compact>
  )
}
