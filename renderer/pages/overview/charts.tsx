import { Empty, theme } from 'antd'
import { type ReactNode, useMemo } from 'react'
import type { Overview } from '../../../shared/models/app.ts'
import { Chart } from '../../components/chart.tsx'
import { branchesOption, hasSources, hasSpending, monthsOption, sourcesOption } from './chart-options.ts'

const Panel = (props: { readonly title: string; readonly area: string; readonly children: ReactNode }) => (
  <section className="panel" style={{ gridArea: props.area }}>
    <div className="panel-head">
      <strong>{props.title}</strong>
    </div>
    <div className="panel-body">{props.children}</div>
  </section>
)

const NoMoney = (props: { readonly said: string; readonly href: string; readonly action: string }) => (
  <Empty
    image={Empty.PRESENTED_IMAGE_SIMPLE}
    description={
      <>
        {props.said}，<a href={props.href}>{props.action}</a>
      </>
    }
  />
)

/** The three drawings of 概览. In a file of its own, so that ECharts is loaded after the figures are on screen. */
export const Charts = (props: { readonly overview: Overview; readonly year: number }) => {
  const { overview, year } = props
  const { token } = theme.useToken()
  const colors = useMemo(
    () => ({
      text: token.colorTextSecondary,
      line: token.colorBorderSecondary,
      background: token.colorBgElevated,
      first: '#5B7FA6',
      font: token.fontFamily,
    }),
    [token],
  )
  const branches = useMemo(() => branchesOption(overview.branchesByCommunity, colors), [overview, colors])
  const months = useMemo(() => monthsOption(overview.fundsByMonth, colors), [overview, colors])
  const sources = useMemo(() => sourcesOption(overview.fundsBySource, colors), [overview, colors])
  return (
    <>
      <Panel title="各社区党支部数" area="branches">
        {overview.branchesByCommunity.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有社区" />
        ) : (
          <Chart option={branches} label="各社区党支部数" testId="chart-branches" />
        )}
      </Panel>
      <Panel title={`${year} 年支出（按月）`} area="months">
        {hasSpending(overview.fundsByMonth) ? (
          <Chart option={months} label="每月支出" testId="chart-months" />
        ) : (
          <NoMoney said={`${year} 年还没有支出`} href="#/funding/ledger" action="去登记支出" />
        )}
      </Panel>
      <Panel title="资金来源占比" area="sources">
        {hasSources(overview.fundsBySource) ? (
          <Chart option={sources} label="资金来源占比" testId="chart-sources" />
        ) : (
          <NoMoney said={`${year} 年还没有预算`} href="#/funding" action="去安排经费" />
        )}
      </Panel>
    </>
  )
}
