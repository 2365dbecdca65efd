import { type EChartsCoreOption, format } from 'echarts/core'
import type { Overview } from '../../../shared/models/overview.ts'
import { formatYuan } from '../../../shared/rules/money.ts'
import { axis, type ChartColors, common, grid, shares, tooltip, valueAxis } from './chart-colors.ts'

const wan = 1e6

/** Fen as 万元 on an axis, e.g. `1.5`. */
const inWan = (fen: number): string => String(Math.round((fen / wan) * 100) / 100)

/** Spent by month (the year's budget, given in January, would dwarf it; it stands in the figures), in 万元 on the axis and to the fen in the tooltip. */
export const monthsOption = (rows: Overview['fundsByMonth'], colors: ChartColors): EChartsCoreOption => ({
  ...common(colors),
  grid: grid(32),
  tooltip: {
    ...tooltip(colors),
    trigger: 'axis',
    axisPointer: { type: 'shadow' },
    valueFormatter: (fen: number) => `${formatYuan(fen)} 元`,
  },
  xAxis: {
    ...axis(colors),
    type: 'category',
    data: rows.map((row) => `${Number(row.month.slice(5))}月`),
    // “11月” has no room beside “10月” and “12月”: the unit stands once, at the end.
    name: '月',
    nameTextStyle: { color: colors.text },
    axisLabel: {
      color: colors.text,
      fontSize: 12,
      interval: 0,
      formatter: (label: string) => label.replace('月', ''),
    },
  },
  yAxis: {
    ...valueAxis(colors),
    type: 'value',
    name: '万元',
    nameTextStyle: { color: colors.text, align: 'right' },
    axisLabel: { color: colors.text, fontSize: 12, formatter: inWan },
  },
  series: [
    {
      name: '支出',
      type: 'bar',
      data: rows.map((row) => row.spentFen),
      itemStyle: { color: colors.first },
      barMaxWidth: 14,
    },
  ],
})

/** Sources of money as shares of the whole; sources without money are left out. */
export const sourcesOption = (rows: Overview['fundsBySource'], colors: ChartColors): EChartsCoreOption => ({
  ...common(colors),
  color: shares,
  tooltip: {
    ...tooltip(colors),
    trigger: 'item',
    formatter: (point: { readonly name: string; readonly value: number; readonly percent: number }) =>
      `${format.encodeHTML(point.name)}<br>${formatYuan(point.value)} 元，占 ${point.percent}%`,
  },
  legend: {
    orient: 'vertical',
    left: '54%',
    top: 'middle',
    itemWidth: 10,
    itemHeight: 10,
    textStyle: { color: colors.text, fontSize: 12 },
  },
  series: [
    {
      type: 'pie',
      // Never wider than its centre's distance to the edge, whatever the panel's shape.
      radius: ['32%', '58%'],
      center: ['30%', '50%'],
      label: {
        formatter: (slice: { readonly percent: number }) => `${Math.round(slice.percent)}%`,
        color: '#FFFFFF',
        position: 'inside',
        fontSize: 12,
      },
      labelLine: { show: false },
      minShowLabelAngle: 20,
      data: rows
        .filter((row) => row.appropriatedFen > 0)
        .map((row) => ({ name: row.source, value: row.appropriatedFen })),
    },
  ],
})

export const hasSpending = (rows: Overview['fundsByMonth']): boolean => rows.some((row) => row.spentFen !== 0)

export const hasSources = (rows: Overview['fundsBySource']): boolean =>
  rows.some((row) => row.appropriatedFen > 0)
