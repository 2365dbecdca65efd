import { theme } from 'antd'
import { useMemo } from 'react'
import type { StatementCommunity } from '../../../shared/models/statement.ts'
import { formatYuan } from '../../../shared/rules/money.ts'
import { Chart } from '../../components/chart.tsx'

/** Height of one community's bar and its gap, in CSS pixels. */
const band = 30
const around = 64

/** Yuan on the axis: 120000 → “12万”. */
const wan = (yuan: number): string => (Math.abs(yuan) >= 10_000 ? `${yuan / 10_000}万` : String(yuan))

/** 支出 and 结余 of each community as one bar: together they are its 预算. Overspending reaches left of zero. */
export const CommunityChart = (props: { readonly communities: readonly StatementCommunity[] }) => {
  const { communities } = props
  const { token } = theme.useToken()
  const option = useMemo(() => {
    const text = { color: token.colorText, fontFamily: token.fontFamily }
    const series = (name: string, color: string, fenOf: (community: StatementCommunity) => number) => ({
      name,
      type: 'bar',
      stack: 'budget',
      barMaxWidth: 16,
      itemStyle: { color },
      data: communities.map((community) => fenOf(community) / 100),
    })
    return {
      animation: false,
      textStyle: text,
      grid: { left: 8, right: 24, top: 32, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, textStyle: text, selectedMode: false },
      tooltip: {
        trigger: 'axis',
        confine: true,
        axisPointer: { type: 'shadow' },
        backgroundColor: token.colorBgElevated,
        borderColor: token.colorBorder,
        textStyle: text,
        valueFormatter: (value: unknown) => `${formatYuan(Math.round(Number(value) * 100))} 元`,
      },
      xAxis: {
        type: 'value',
        splitNumber: 3,
        axisLabel: { ...text, color: token.colorTextSecondary, formatter: wan },
        splitLine: { lineStyle: { color: token.colorBorderSecondary } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: communities.map((community) => community.name),
        axisLabel: { ...text, width: 110, overflow: 'truncate' },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: token.colorBorder } },
      },
      series: [
        series('支出', token.colorInfo, (community) => community.spentFen),
        series('结余', token.colorBorder, (community) => community.balanceFen),
      ],
    }
  }, [communities, token])
  return (
    <div style={{ height: around + communities.length * band }}>
      <Chart option={option} label="各社区预算的支出与结余" testId="statement-chart" />
    </div>
  )
}
