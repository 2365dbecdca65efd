import { Empty, Segmented, theme } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Overview, SpanCount } from '../../../shared/models/overview.ts'
import { Chart } from '../../components/chart.tsx'
import type { ChartColors } from './chart-colors.ts'
import { barRows, branchesOption, coverageOption, sunburstOption } from './community-charts.ts'
import { hasSources, hasSpending, monthsOption, sourcesOption } from './money-charts.ts'
import { hasSpans, spansOption } from './people-charts.ts'

interface View {
  readonly key: string
  readonly title: string
  readonly drawing: ReactNode
}

/** A panel that shows one of its drawings; the choice is kept for the next time. */
const Panel = (props: { readonly area: string; readonly views: readonly View[] }) => {
  const { area, views } = props
  const kept = `overview-${area}`
  const [chosen, setChosen] = useState(() => localStorage.getItem(kept) ?? views[0]?.key)
  const shown = views.find((view) => view.key === chosen) ?? views[0]
  const choose = (key: string) => {
    localStorage.setItem(kept, key)
    setChosen(key)
  }
  return (
    <section className="panel" style={{ gridArea: area }}>
      <div className="panel-head">
        <Segmented
          size="small"
          value={shown?.key ?? ''}
          onChange={choose}
          options={views.map((view) => ({
            value: view.key,
            label: <span data-testid={`view-${view.key}`}>{view.title}</span>,
          }))}
        />
      </div>
      <div className="panel-body">{shown?.drawing}</div>
    </section>
  )
}

const Nothing = (props: { readonly said: string; readonly href: string; readonly action: string }) => (
  <Empty
    image={Empty.PRESENTED_IMAGE_SIMPLE}
    description={
      <>
        {props.said}，<a href={props.href}>{props.action}</a>
      </>
    }
  />
)

const useChartColors = (): ChartColors => {
  const { token } = theme.useToken()
  return useMemo(
    () => ({
      text: token.colorTextSecondary,
      line: token.colorBorderSecondary,
      background: token.colorBgElevated,
      first: '#5B7FA6',
      rest: '#E0B354',
      font: token.fontFamily,
    }),
    [token],
  )
}

/** The drawings of 概览. In a file of its own, so that ECharts is loaded after the figures are on screen. */
export const Charts = (props: { readonly overview: Overview; readonly year: number }) => {
  const { overview, year } = props
  const colors = useChartColors()
  const [, navigate] = useLocation()
  const bars = useMemo(() => barRows(overview.communities), [overview])
  const options = useMemo(
    () => ({
      branches: branchesOption(bars, colors),
      coverage: coverageOption(bars, colors),
      sunburst: sunburstOption(overview.communities, colors),
      ages: spansOption(overview.ages, colors),
      years: spansOption(overview.membershipYears, colors),
      months: monthsOption(overview.fundsByMonth, colors),
      sources: sourcesOption(overview.fundsBySource, colors),
    }),
    [bars, overview, colors],
  )
  const openUnit = (id: string | undefined, tab = '') => {
    if (id !== undefined && id !== '') navigate(`/organization/${encodeURIComponent(id)}${tab}`)
  }
  const openSpan = (span: SpanCount | undefined, name: 'age' | 'years') => {
    if (span === undefined) return
    const to = span.to === null ? '' : `&${name}To=${span.to}`
    navigate(`/people?${name}From=${span.from}${to}&member=yes`)
  }
  const noUnits = <Nothing said="还没有社区" href="#/import" action="去导入组织架构" />
  const noPeople = (what: string) => (
    <Nothing said={`还没有${what}`} href="#/import" action="去导入党员花名册" />
  )
  return (
    <>
      <Panel
        area="units"
        views={[
          {
            key: 'branches',
            title: '各社区党支部',
            drawing:
              bars.length === 0 ? (
                noUnits
              ) : (
                <Chart
                  option={options.branches}
                  label="各社区党支部数"
                  testId="chart-branches"
                  onPick={(index) => openUnit(bars[index]?.id)}
                />
              ),
          },
          {
            key: 'coverage',
            title: '小区覆盖',
            drawing: bars.some((row) => row.estates > 0) ? (
              <Chart
                option={options.coverage}
                label="各社区小区覆盖"
                testId="chart-coverage"
                onPick={(index) => openUnit(bars[index]?.id, '?tab=estates')}
              />
            ) : (
              <Nothing said="还没有登记小区" href="#/organization" action="在社区或党支部的“小区”里登记" />
            ),
          },
          {
            key: 'sunburst',
            title: '组织构成',
            drawing:
              bars.length === 0 ? (
                noUnits
              ) : (
                <Chart
                  option={options.sunburst}
                  label="组织构成"
                  testId="chart-sunburst"
                  onPick={(_, datum) => openUnit((datum as { readonly id?: string } | null)?.id)}
                />
              ),
          },
        ]}
      />
      <Panel
        area="people"
        views={[
          {
            key: 'ages',
            title: '党员年龄',
            drawing: hasSpans(overview.ages) ? (
              <Chart
                option={options.ages}
                label="党员年龄（周岁）"
                testId="chart-ages"
                onPick={(index) => openSpan(overview.ages[index], 'age')}
              />
            ) : (
              noPeople('党员的出生日期')
            ),
          },
          {
            key: 'years',
            title: '党龄',
            drawing: hasSpans(overview.membershipYears) ? (
              <Chart
                option={options.years}
                label="党龄（年）"
                testId="chart-years"
                onPick={(index) => openSpan(overview.membershipYears[index], 'years')}
              />
            ) : (
              noPeople('党员的入党日期')
            ),
          },
        ]}
      />
      <Panel
        area="money"
        views={[
          {
            key: 'months',
            title: `${year} 年支出`,
            drawing: hasSpending(overview.fundsByMonth) ? (
              <Chart option={options.months} label="每月支出" testId="chart-months" />
            ) : (
              <Nothing said={`${year} 年还没有支出`} href="#/funding/ledger" action="去登记支出" />
            ),
          },
          {
            key: 'sources',
            title: '资金来源',
            drawing: hasSources(overview.fundsBySource) ? (
              <Chart option={options.sources} label="资金来源占比" testId="chart-sources" />
            ) : (
              <Nothing said={`${year} 年还没有预算`} href="#/funding" action="去安排经费" />
            ),
          },
        ]}
      />
    </>
  )
}
