import { Flex, Typography } from 'antd'
import { useCallback, useMemo } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { VenueLine } from '../../../shared/models/register.ts'
import type { VenueFilter, VenueSort } from '../../../shared/requests/registers.ts'
import { Failed } from '../../components/failed.tsx'
import { ImportButton } from '../../components/import-button.tsx'
import { Page } from '../../components/page.tsx'
import { RegisterTable } from '../../components/register-table.tsx'
import { usePages } from '../../hooks/pages.ts'
import { useRequest } from '../../hooks/query.ts'
import { useSeen } from '../../hooks/seen.ts'
import { sentenceOf } from '../../messages.ts'
import { VenueDrawer } from './venue-drawer.tsx'
import { VenueFigureRow } from './venue-figures.tsx'
import { VenueFilters } from './venue-filters.tsx'
import { filterOf, sortOf, venuesRoute } from './venue-route.ts'
import { venueColumns } from './venue-texts.ts'
import { WithoutDrawer } from './without-drawer.tsx'

const size = 100

/** 场所: the register of venues in use; the address says what it is narrowed to, and `venue=` opens one. */
export const VenuesPage = () => {
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const address = search.toString()
  const { filter, sort, opened, without } = useMemo(() => {
    const asked = new URLSearchParams(address)
    return {
      filter: filterOf(asked),
      sort: sortOf(asked),
      opened: asked.get('venue'),
      without: asked.get('without') === 'yes',
    }
  }, [address])
  const { seen, onSeen } = useSeen()
  const figures = useRequest('venue.figures', null)
  const pages = usePages(
    'venue.page',
    size,
    (from) => ({ filter, sort, from, count: size }),
    (answer) => answer,
    seen,
  )
  const narrow = useCallback(
    (next: VenueFilter) => navigate(venuesRoute(next, sort), { replace: true }),
    [navigate, sort],
  )
  const order = useCallback(
    (next: VenueSort) => navigate(venuesRoute(filter, next, { venue: opened }), { replace: true }),
    [navigate, filter, opened],
  )
  const columns = useMemo(() => venueColumns(sort, order), [sort, order])
  const close = () => navigate(venuesRoute(filter, sort))
  if (pages.first.isError) return <Failed sentence={sentenceOf(pages.first.error)} />
  const narrowed = Object.keys(filter).length > 0
  return (
    <Page
      title="场所"
      beside={
        <Typography.Text type="secondary" className="nowrap" data-testid="venues-count">
          {narrowed ? '符合条件 ' : '共 '}
          {pages.total.toLocaleString('zh-CN')} 处
        </Typography.Text>
      }
      actions={<ImportButton />}
    >
      <Flex vertical gap={8} style={{ height: '100%' }}>
        {figures.data !== undefined && (
          <VenueFigureRow
            figures={figures.data}
            onAll={() => narrow({})}
            onShared={() => narrow({ shared: true })}
            onWithout={() => navigate(venuesRoute(filter, sort, { without: true }))}
          />
        )}
        <VenueFilters filter={filter} figures={figures.data} onChange={narrow} />
        <RegisterTable<VenueLine>
          columns={columns}
          pages={pages}
          keyOf={(row) => row.id}
          openKey={opened}
          onOpen={(row) => navigate(venuesRoute(filter, sort, { venue: row.id }))}
          onSeen={onSeen}
          label="活动场所"
          listKey={JSON.stringify([filter, sort])}
          noneFits={narrowed ? '没有符合条件的场所' : undefined}
          empty="还没有活动场所，导入《活动场所台账》后会出现在这里：每处的地址、面积、产权和使用它的党支部"
          testId="venues-table"
          rowTestId="venue-row"
        />
      </Flex>
      {opened !== null && <VenueDrawer id={opened} onClose={close} />}
      {without && opened === null && <WithoutDrawer onClose={close} />}
    </Page>
  )
}
