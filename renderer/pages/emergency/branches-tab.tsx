import { PrinterOutlined } from '@ant-design/icons'
import { Button, Flex, Segmented, Table } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { CardContent } from '../../../shared/models/card.ts'
import { Measured } from '../../components/measured.tsx'
import { Page } from '../../components/page.tsx'
import { branchColumns, branchColumnsWidth } from './branch-columns.tsx'
import { type CardState, filterCards, noFilter } from './card-filter.ts'
import { CardFilters } from './card-filters.tsx'

const headerHeight = 40

/** 应急党支部: every emergency branch with its contacts and what is missing. */
export const BranchesTab = (props: { readonly cards: readonly CardContent[]; readonly tabs: ReactNode }) => {
  const { cards } = props
  const [, navigate] = useLocation()
  const [filter, setFilter] = useState(noFilter)
  const shown = useMemo(() => filterCards(cards, filter), [cards, filter])
  const withGaps = cards.filter((card) => card.gaps.length > 0).length
  return (
    <Page
      title="应急"
      beside={props.tabs}
      actions={
        <Button
          type="primary"
          icon={<PrinterOutlined />}
          onClick={() => navigate('/emergency/cards')}
          data-testid="print-cards"
        >
          打印联系卡
        </Button>
      }
    >
      <Flex vertical gap={8} style={{ height: '100%' }}>
        <Flex gap={8} align="center">
          <CardFilters cards={cards} filter={filter} onChange={setFilter} />
          <Segmented<CardState>
            value={filter.state}
            onChange={(state) => setFilter({ ...filter, state })}
            options={[
              { value: 'all', label: `全部 ${cards.length}` },
              { value: 'complete', label: `联系人齐全 ${cards.length - withGaps}` },
              { value: 'gaps', label: `缺联系人 ${withGaps}` },
            ]}
          />
        </Flex>
        <Measured>
          {({ width, height }) => (
            <Table
              virtual
              size="small"
              rowKey="unitId"
              columns={branchColumns}
              dataSource={[...shown]}
              pagination={false}
              scroll={{ x: Math.max(width, branchColumnsWidth), y: Math.max(120, height - headerHeight) }}
              rowClassName="emergency-row"
              onRow={(card) => ({
                onClick: () => navigate(`/organization/${encodeURIComponent(card.unitId)}`),
              })}
              locale={{ emptyText: '没有符合条件的应急党支部。' }}
              data-testid="emergency-branches"
            />
          )}
        </Measured>
      </Flex>
    </Page>
  )
}
