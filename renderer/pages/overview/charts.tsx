import { Empty, theme } from 'antd'
import { type ReactNode, useMemo } from 'react'
import type { Overview } from '../../../shared/models/app.ts'
import { Chart } from '../../components/chart.tsx'
import { branchesOption, hasMoney, hasSources, monthsOption, sourcesOption } from './chart-options.ts'

const Panel = (props: { readonly title: string; readonly area: string; readonly children: ReactNode }) => (
  <section className="panel" style={{ gridArea: props.area }}>
    <div className="panel-head">
      <strong>{props.title}</strong>
    </div>
    <div className="panel-body">{props.children}</div>
  </section>
)

const NoMoney = (props: { readonly year: number }) => (
  <Empty
    image={Empty.PRESENTED_IMAGE_SIMPLE}
    description={
      <>
        {props.year} 年还没有经费记录，<a href="#/funding">去安排经费</a>
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
      second: '#D9A441',
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
      <Panel title={`${year} 年经费（按月）`} area="months">
        {hasMoney(overview.fundsByMonth) ? (
          <Chart option={months} label="每月预算和支出" testId="chart-months" />
        ) : (
          <NoMoney year={year} />
        )}
      </Panel>
      <Panel title="资金来源占比" area="sources">
        {hasSources(overview.fundsBySource) ? (
          <Chart option={sources} label="资金来源占比" testId="chart-sources" />
        ) : (
          <NoMoney year={year} />
        )}
      </Panel>
    </>
  )
}
