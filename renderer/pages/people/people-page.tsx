import { UserAddOutlined } from '@ant-design/icons'
import { Button, Flex, Space, Typography } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { PeopleFilter, PeopleSort } from '../../../shared/requests/people.ts'
import { Failed } from '../../components/failed.tsx'
import { Page } from '../../components/page.tsx'
import { useSeen } from '../../hooks/seen.ts'
import { sentenceOf } from '../../messages.ts'
import { AddDrawer } from './add-drawer.tsx'
import { ColumnSetsButton } from './column-sets.tsx'
import { DuplicatesButton } from './duplicates-button.tsx'
import { PeopleExport } from './people-export.tsx'
import { filterOf, peopleRoute, sortOf } from './people-filter.ts'
import { PeopleFilters } from './people-filters.tsx'
import { PeopleOrder } from './people-sort.tsx'
import { PeopleTable } from './people-table.tsx'
import { PeopleTabs } from './people-tabs.tsx'
import { PersonDrawer } from './person-drawer.tsx'
import { useColumnSets } from './use-column-sets.ts'
import { usePeoplePages } from './use-people-pages.ts'
import './people.css'

/** Everyone in the office's care; the address says what it is narrowed to, and `person=` opens one. */
export const PeoplePage = () => {
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const address = search.toString()
  const { filter, sort, opened, mend } = useMemo(() => {
    const asked = new URLSearchParams(address)
    return {
      filter: filterOf(asked),
      sort: sortOf(asked),
      opened: asked.get('person'),
      mend: asked.get('mend'),
    }
  }, [address])
  const [adding, setAdding] = useState(false)
  const sets = useColumnSets()
  const { seen, onSeen } = useSeen()
  const pages = usePeoplePages(filter, sort, seen)

  const narrow = useCallback(
    (next: PeopleFilter) => navigate(peopleRoute(next, sort), { replace: true }),
    [navigate, sort],
  )
  const order = useCallback(
    (next: PeopleSort) => navigate(peopleRoute(filter, next, opened), { replace: true }),
    [navigate, filter, opened],
  )
  const open = useCallback((id: string) => navigate(peopleRoute(filter, sort, id)), [navigate, filter, sort])
  if (pages.first.isError) return <Failed sentence={sentenceOf(pages.first.error)} />

  return (
    <Page
      title="人员"
      beside={
        <>
          <PeopleTabs />
          <Typography.Text type="secondary" className="nowrap" data-testid="people-count">
            共 {pages.total.toLocaleString('zh-CN')} 人
          </Typography.Text>
        </>
      }
      actions={
        <Space>
          <DuplicatesButton />
          <PeopleExport filter={filter} sort={sort} columns={sets.columns} disabled={pages.total === 0} />
          <Button
            type="primary"
            icon={<UserAddOutlined />}
            onClick={() => setAdding(true)}
            data-testid="person-add"
          >
            新增人员
          </Button>
        </Space>
      }
    >
      <div className="people">
        <Flex gap={8} justify="space-between" align="start">
          <PeopleFilters filter={filter} onChange={narrow} />
          <Flex gap={8}>
            <PeopleOrder sort={sort} onChange={order} />
            <ColumnSetsButton sets={sets} />
          </Flex>
        </Flex>
        <div style={{ flex: 1, minHeight: 0 }}>
          <PeopleTable
            columns={sets.columns}
            filter={filter}
            sort={sort}
            opened={opened}
            pages={pages}
            onSort={order}
            onOpen={open}
            onSeen={onSeen}
          />
        </div>
      </div>
      {adding && (
        <AddDrawer
          onClose={() => setAdding(false)}
          onAdded={(id) => {
            setAdding(false)
            open(id)
          }}
        />
      )}
      {opened !== null && (
        <PersonDrawer
          id={opened}
          editPhone={mend === 'phone'}
          onClose={() => navigate(peopleRoute(filter, sort))}
        />
      )}
    </Page>
  )
}
