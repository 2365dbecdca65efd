import { type EChartsCoreOption, format } from 'echarts/core'
import type { Overview } from '../../../shared/models/app.ts'
import { formatYuan } from '../../../shared/rules/money.ts'

/** Colours of the theme at hand; a chart cannot read CSS variables. */
export interface ChartColors {
  readonly text: string
  readonly line: string
  readonly background: string
  readonly first: string
  readonly font: string
}

/** A calm row for shares; red stays for what calls for action. */
const shares = ['#4E79A7', '#76A5AF', '#8CB369', '#E0B354', '#B98B73', '#8E8CA8']

const animation = false
const wan = 1e6

/** Fen as 万元 on an axis, e.g. `1.5`. */
const inWan = (fen: number): string => String(Math.round((fen / wan) * 100) / 100)

const common = (colors: ChartColors) => ({
  animation,
  textStyle: { color: colors.text, fontFamily: colors.font },
  aria: { enabled: true },
})
const tooltip = (colors: ChartColors) => ({
  confine: true,
  backgroundColor: colors.background,
  borderColor: colors.line,
  textStyle: { color: colors.text, fontSize: 13 },
})
const axis = (colors: ChartColors) => ({
  axisLabel: { color: colors.text, fontSize: 12 },
  axisLine: { lineStyle: { color: colors.line } },
  axisTick: { show: false },
})
const valueAxis = (colors: ChartColors) => ({
  ...axis(colors),
  splitLine: { lineStyle: { color: colors.line } },
  minInterval: 1,
})

/** “六堰社区党委” → “六堰”: 34 names must fit under 34 bars. */
export const shortCommunity = (name: string): string =>
  name.replace(/(?:社区)?(?:大?党委|党总支|党支部|党工委)$/, '').replace(/社区$/, '') || name

/** Branches per community, as bars. */
export const branchesOption = (
  rows: Overview['branchesByCommunity'],
  colors: ChartColors,
): EChartsCoreOption => ({
  ...common(colors),
  grid: { left: 8, right: 8, top: 16, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
  tooltip: {
    ...tooltip(colors),
    trigger: 'axis',
    axisPointer: { type: 'shadow' },
    formatter: (points: readonly { readonly dataIndex: number }[]) => {
      const row = rows[points[0]?.dataIndex ?? -1]
      // A tooltip is HTML: a name somebody typed must stay text.
      return row === undefined
        ? ''
        : `${format.encodeHTML(row.community)}<br>党支部 ${row.branches} 个，党小组 ${row.groups} 个`
    },
  },
  xAxis: {
    ...axis(colors),
    type: 'category',
    data: rows.map((row) => shortCommunity(row.community)),
    axisLabel: { color: colors.text, fontSize: 12, interval: 0, rotate: rows.length > 14 ? 50 : 0 },
  },
  yAxis: { ...valueAxis(colors), type: 'value' },
  series: [
    {
      name: '党支部',
      type: 'bar',
      data: rows.map((row) => row.branches),
      barMaxWidth: 22,
      itemStyle: { color: colors.first },
    },
  ],
})

/** Spent by month (the year's budget, given in January, would dwarf it; it stands in the figures), in 万元 on the axis and to the fen in the tooltip. */
export const monthsOption = (rows: Overview['fundsByMonth'], colors: ChartColors): EChartsCoreOption => ({
  ...common(colors),
  grid: { left: 8, right: 8, top: 32, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
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
    axisLabel: { color: colors.text, fontSize: 12, interval: 0, hideOverlap: true },
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
