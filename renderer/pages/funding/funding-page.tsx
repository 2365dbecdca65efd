import { Button, Empty, Skeleton, Space, Tabs, Tooltip } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { Failed } from '../../components/failed.tsx'
import { Page } from '../../components/page.tsx'
import { useRequest } from '../../hooks/query.ts'
import { useYear } from '../../hooks/year.tsx'
import { sentenceOf } from '../../messages.ts'
import { AllotModal } from './allot-modal.tsx'
import { defaultDay } from './amounts.ts'
import { AppropriateModal } from './appropriate-modal.tsx'
import { branchGroups } from './branches.ts'
import { DisburseDrawer } from './disburse-drawer.tsx'
import {
  type FundingTab,
  fundingPath,
  fundingTabLabels,
  fundingTabs,
  parseFundingPath,
} from './funding-route.ts'
import { LedgerTab } from './ledger-tab.tsx'
import { MatrixTab } from './matrix-tab.tsx'
import { StandardsTab } from './standards-tab.tsx'
import { StatementActions } from './statement-actions.tsx'
import { StatementTab } from './statement-tab.tsx'
import { StreetSelect } from './street-select.tsx'
import { useAllotment } from './use-allotment.ts'
import { useStreet } from './use-street.ts'
import './funding.css'

/** 经费: 预算矩阵, 收支流水, 报表, 定额标准 of one street and year. */
export const FundingPage = () => {
  const [location, navigate] = useLocation()
  const route = parseFundingPath(location)
  const { year } = useYear()
  const { tree, streets, streetId, choose } = useStreet()
  const ready = tree !== undefined
  const scope = { year, streetId }
  const on = (tab: FundingTab) => ({ enabled: ready && route.tab === tab })
  const matrix = useRequest('funding.matrix', scope, on('matrix'))
  const ledger = useRequest(
    'funding.ledger',
    { ...scope, unitId: route.unitId, sourceId: route.sourceId },
    on('ledger'),
  )
  const statement = useRequest('statement.load', scope, on('statement'))
  const standards = useRequest('funding.standards', null, on('standards'))
  const sources = useRequest('funding.sources', null).data ?? []
  const groups = useMemo(() => branchGroups(tree ?? [], streetId), [tree, streetId])
  const allotment = useAllotment(year, streetId)
  const [appropriating, setAppropriating] = useState(false)
  const [disbursing, setDisbursing] = useState(false)
  const day = defaultDay(year, dayjs().format('YYYY-MM-DD'))
  const empty = ready && groups.length === 0

  // A branch of another street cannot stay chosen.
  const changeStreet = (id: string | null) => {
    choose(id)
    if (route.unitId !== null) navigate(fundingPath(route.tab, null, route.sourceId))
  }

  const actions = {
    matrix: (
      <Space>
        <Button disabled={empty} onClick={() => setAppropriating(true)} data-testid="funding-appropriate">
          追加预算
        </Button>
        <Tooltip title={streetId === null ? '请先选择一个街道' : null}>
          <Button
            type="primary"
            disabled={empty || streetId === null}
            onClick={() => allotment.setOpen(true)}
            data-testid="funding-allot"
          >
            按定额安排
          </Button>
        </Tooltip>
      </Space>
    ),
    ledger: (
      <Button
        type="primary"
        disabled={empty}
        onClick={() => setDisbursing(true)}
        data-testid="funding-disburse"
      >
        登记支出
      </Button>
    ),
    statement: <StatementActions year={year} streetId={streetId} disabled={empty} />,
    standards: null,
  }

  const shown = { matrix, ledger, statement, standards }[route.tab]

  const body = () => {
    if (empty && route.tab !== 'standards') {
      return (
        <Empty description="还没有党支部。经费按党支部安排，请先导入组织架构。" style={{ paddingTop: 80 }}>
          <Button type="primary" onClick={() => navigate('/import')}>
            导入台账
          </Button>
        </Empty>
      )
    }
    if (shown.isError) return <Failed sentence={sentenceOf(shown.error)} />
    switch (route.tab) {
      case 'matrix':
        return matrix.data === undefined ? <Skeleton active /> : <MatrixTab matrix={matrix.data} />
      case 'ledger':
        return (
          <LedgerTab
            year={year}
            entries={ledger.data ?? []}
            loading={ledger.isPending}
            filter={route}
            onFilter={(filter) => navigate(fundingPath('ledger', filter.unitId, filter.sourceId))}
            groups={groups}
            sources={sources}
          />
        )
      case 'statement':
        return statement.data === undefined ? (
          <Skeleton active />
        ) : (
          <StatementTab statement={statement.data} />
        )
      case 'standards':
        return <StandardsTab standards={standards.data ?? []} loading={standards.isPending} />
    }
  }

  return (
    <Page
      title="经费"
      beside={
        <>
          <Tabs
            activeKey={route.tab}
            onChange={(key) => navigate(`/funding/${key}`)}
            items={fundingTabs.map((tab) => ({ key: tab, label: fundingTabLabels[tab] }))}
            tabBarStyle={{ margin: 0 }}
          />
          {route.tab === 'standards' ? null : (
            <StreetSelect streets={streets} value={streetId} onChange={changeStreet} />
          )}
        </>
      }
      actions={actions[route.tab]}
    >
      {body()}
      <AllotModal
        open={allotment.open}
        plan={allotment.plan}
        busy={allotment.busy}
        onConfirm={() => void allotment.confirm()}
        onStandards={() => {
          allotment.setOpen(false)
          navigate(fundingPath('standards'))
        }}
        onClose={() => allotment.setOpen(false)}
      />
      <AppropriateModal
        open={appropriating}
        groups={groups}
        sources={sources}
        day={day}
        onClose={() => setAppropriating(false)}
      />
      <DisburseDrawer
        open={disbursing}
        start={{ unitId: route.unitId, sourceId: route.sourceId, day }}
        groups={groups}
        streetId={streetId}
        onClose={() => setDisbursing(false)}
      />
    </Page>
  )
}
