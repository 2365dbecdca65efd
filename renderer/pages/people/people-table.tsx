import { Empty } from 'antd'
import { useMemo } from 'react'
import type { ListedPerson, PeopleColumnKey } from '../../../shared/models/people-list.ts'
import { peopleColumnTexts } from '../../../shared/people-columns.ts'
import type { PeopleFilter, PeopleSort } from '../../../shared/requests/people.ts'
import { Measured } from '../../components/measured.tsx'
import { type WindowColumn, WindowTable } from '../../components/window-table.tsx'
import type { usePeoplePages } from './use-people-pages.ts'

const orders: Readonly<Partial<Record<PeopleColumnKey, readonly PeopleSort['by'][]>>> = {
  name: ['reading', 'strokes'],
  birthDate: ['birth'],
  joinedOn: ['joined'],
}

/** A head that sorts: again the other way. The name keeps the order, by reading or strokes, that was chosen. */
const columnOf = (
  key: PeopleColumnKey,
  sort: PeopleSort,
  onSort: (sort: PeopleSort) => void,
): WindowColumn<ListedPerson> => {
  const by = orders[key]
  const column = { key, ...peopleColumnTexts[key] }
  if (by === undefined) return column
  const current = by.includes(sort.by)
  return {
    ...column,
    sorted: current ? (sort.descending ? 'descending' : 'ascending') : 'none',
    onSort: () =>
      onSort(
        current ? { ...sort, descending: !sort.descending } : { by: by[0] ?? 'reading', descending: false },
      ),
  }
}

/** The rows of the list; those in sight are fetched. */
export const PeopleTable = (props: {
  readonly columns: readonly PeopleColumnKey[]
  readonly filter: PeopleFilter
  readonly sort: PeopleSort
  readonly opened: string | null
  readonly pages: ReturnType<typeof usePeoplePages>
  readonly onSort: (sort: PeopleSort) => void
  readonly onOpen: (id: string) => void
  readonly onSeen: (from: number, to: number) => void
}) => {
  const { sort, onSort, pages } = props
  const columns = useMemo(
    () => props.columns.map((key) => columnOf(key, sort, onSort)),
    [props.columns, sort, onSort],
  )
  const empty = pages.first.isPending
    ? '正在读取'
    : Object.keys(props.filter).length === 0
      ? '还没有人员，导入名册或在组织中新增任职后会出现在这里'
      : '没有符合条件的人员'
  return (
    <Measured>
      {({ height }) => (
        <WindowTable
          // Another list begins at its top.
          key={JSON.stringify([props.filter, sort])}
          columns={columns}
          total={pages.total}
          rowAt={pages.rowAt}
          keyOf={(person) => person.id}
          openKey={props.opened}
          onOpen={(person) => props.onOpen(person.id)}
          onSeen={props.onSeen}
          height={height}
          label="人员"
          emptyText={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />}
          testId="people-table"
          rowTestId="person-row"
        />
      )}
    </Measured>
  )
}
