import { Empty, Table, Typography } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { PersonRow } from '../../../shared/models/person.ts'
import { Failed } from '../../components/failed.tsx'
import { Measured } from '../../components/measured.tsx'
import { Page } from '../../components/page.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'
import { peopleColumns } from './people-columns.tsx'
import { communitiesOf, everyone, filterPeople } from './people-filter.ts'
import { PeopleFilters } from './people-filters.tsx'
import { PersonDrawer } from './person-drawer.tsx'
import { useReadings } from './use-readings.ts'
import './people.css'

/** Height of the header row of a small table, in px. */
const headHeight = 33
const nobody: readonly PersonRow[] = []

/** Everyone on record; `?person=` opens one. Virtual: 9,000 rows scroll as lightly as ten. */
export const PeoplePage = () => {
  const list = useRequest('person.list', null)
  const people = list.data ?? nobody
  const [filter, setFilter] = useState(everyone)
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const opened = search.get('person')

  const wanted = useDeferredValue(filter)
  const readings = useReadings(people, wanted.text)
  const shown = useMemo(() => [...filterPeople(people, wanted, readings)], [people, wanted, readings])
  const communities = useMemo(() => communitiesOf(people), [people])
  const columns = useMemo(
    () => peopleColumns(new Map(people.map((person, index) => [person.id, index]))),
    [people],
  )
  if (list.isError) return <Failed sentence={sentenceOf(list.error)} />
  const open = (id: string) => navigate(`/people?person=${encodeURIComponent(id)}`)

  return (
    <Page
      title="人员"
      beside={
        <Typography.Text type="secondary" className="nowrap" data-testid="people-count">
          {shown.length === people.length
            ? `共 ${people.length.toLocaleString('zh-CN')} 人`
            : `${shown.length.toLocaleString('zh-CN')} / ${people.length.toLocaleString('zh-CN')} 人`}
        </Typography.Text>
      }
    >
      <div className="people">
        <PeopleFilters filter={filter} communities={communities} onChange={setFilter} />
        <div style={{ flex: 1, minHeight: 0 }}>
          <Measured>
            {({ width, height }) => (
              <Table<PersonRow>
                size="small"
                virtual
                rowKey="id"
                columns={columns}
                dataSource={shown}
                loading={list.isPending}
                pagination={false}
                showSorterTooltip={false}
                scroll={{ x: Math.max(width - 1, 1000), y: Math.max(height - headHeight, 120) }}
                rowClassName={(person) => (person.id === opened ? 'open-row' : 'row')}
                onRow={(person) => ({
                  onClick: () => open(person.id),
                  'data-testid': 'person-row',
                })}
                locale={{
                  emptyText: (
                    <Empty
                      image={Empty.PRESENTED_IMAGE_SIMPLE}
                      description={
                        list.isPending
                          ? '正在读取'
                          : people.length === 0
                            ? '还没有人员，导入名册或在组织中新增任职后会出现在这里'
                            : '没有符合条件的人员'
                      }
                    />
                  ),
                }}
                data-testid="people-table"
              />
            )}
          </Measured>
        </div>
      </div>
      {opened !== null && <PersonDrawer id={opened} editPhone={false} onClose={() => navigate('/people')} />}
    </Page>
  )
}
