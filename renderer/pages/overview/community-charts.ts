import { type EChartsCoreOption, format } from 'echarts/core'
import type { CommunityCount } from '../../../shared/models/overview.ts'
import { axis, type ChartColors, common, grid, shares, tooltip, valueAxis } from './chart-colors.ts'

/** “六堰社区党委” → “六堰”: 34 names must fit under 34 bars. */
export const shortCommunity = (name: string): string =>
  name.replace(/(?:社区)?(?:大?党委|党总支|党支部|党工委)$/, '').replace(/社区$/, '') || name

/** More bars than this cannot be told apart: the communities are summed up by street, and then the largest shown. */
const mostBars = 60

export type BarRow = Omit<CommunityCount, 'streetId' | 'street'>

const summedByStreet = (rows: readonly CommunityCount[]): readonly BarRow[] => {
  const streets = new Map<string, BarRow>()
  for (const row of rows) {
    const id = row.streetId ?? row.id
    const sum = streets.get(id)
    streets.set(id, {
      id,
      name: row.streetId === null ? row.name : row.street,
      branches: (sum?.branches ?? 0) + row.branches,
      groups: (sum?.groups ?? 0) + row.groups,
      estates: (sum?.estates ?? 0) + row.estates,
      coveredEstates: (sum?.coveredEstates ?? 0) + row.coveredEstates,
    })
  }
  return [...streets.values()]
}

/** What the bars stand for: communities, or streets where there are too many communities; at most 60. */
export const barRows = (rows: readonly CommunityCount[]): readonly BarRow[] =>
  rows.length <= mostBars
    ? rows
    : summedByStreet(rows)
        .toSorted((a, b) => b.branches - a.branches)
        .slice(0, mostBars)

const bars = (
  rows: readonly BarRow[],
  colors: ChartColors,
  said: (row: BarRow) => string,
): EChartsCoreOption => ({
  ...common(colors),
  tooltip: {
    ...tooltip(colors),
    trigger: 'axis',
    axisPointer: { type: 'shadow' },
    formatter: (points: readonly { readonly dataIndex: number }[]) => {
      const row = rows[points[0]?.dataIndex ?? -1]
      // A tooltip is HTML: a name somebody typed must stay text.
      return row === undefined ? '' : `${format.encodeHTML(row.name)}<br>${said(row)}`
    },
  },
  xAxis: {
    ...axis(colors),
    type: 'category',
    data: rows.map((row) => shortCommunity(row.name)),
    axisLabel: {
      color: colors.text,
      fontSize: 12,
      interval: rows.length > 45 ? 'auto' : 0,
      rotate: rows.length > 14 ? 50 : 0,
    },
  },
  yAxis: { ...valueAxis(colors), type: 'value' },
})

/** Branches per community. */
export const branchesOption = (rows: readonly BarRow[], colors: ChartColors): EChartsCoreOption => ({
  ...bars(rows, colors, (row) => `党支部 ${row.branches} 个，党小组 ${row.groups} 个`),
  grid: grid(16),
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

/** Estates per community: those that a branch serves, and those that none does. */
export const coverageOption = (rows: readonly BarRow[], colors: ChartColors): EChartsCoreOption => ({
  ...bars(rows, colors, (row) =>
    row.estates === 0
      ? '没有登记小区'
      : `小区 ${row.estates} 个，已建党支部 ${row.coveredEstates} 个（${Math.round((row.coveredEstates / row.estates) * 100)}%）`,
  ),
  grid: grid(32),
  legend: {
    top: 0,
    right: 8,
    itemWidth: 10,
    itemHeight: 10,
    textStyle: { color: colors.text, fontSize: 12 },
  },
  series: [
    {
      name: '已建党支部的小区',
      type: 'bar',
      stack: 'estates',
      data: rows.map((row) => row.coveredEstates),
      barMaxWidth: 22,
      itemStyle: { color: colors.first },
    },
    {
      name: '未建的小区',
      type: 'bar',
      stack: 'estates',
      data: rows.map((row) => row.estates - row.coveredEstates),
      barMaxWidth: 22,
      itemStyle: { color: colors.rest },
    },
  ],
})

/** More slices than this are hairlines: only the streets are drawn. */
const mostSlices = 400

interface Slice {
  readonly id: string
  readonly name: string
  readonly value: number
  readonly itemStyle?: { readonly color: string }
  readonly children?: readonly Slice[]
}

/** Streets within, their communities around them, as wide as they have branches (a community without any counts as one). */
export const sunburstOption = (rows: readonly CommunityCount[], colors: ChartColors): EChartsCoreOption => {
  const streets = new Map<string, { name: string; children: Slice[] }>()
  for (const row of rows) {
    const street = streets.get(row.streetId ?? '') ?? { name: row.street || '直属', children: [] }
    street.children.push({ id: row.id, name: shortCommunity(row.name), value: Math.max(1, row.branches) })
    streets.set(row.streetId ?? '', street)
  }
  const data: readonly Slice[] = [...streets].map(([id, { name, children }], index) => ({
    id,
    name: shortCommunity(name),
    value: children.reduce((sum, child) => sum + child.value, 0),
    itemStyle: { color: shares[index % shares.length] ?? colors.first },
    ...(rows.length <= mostSlices ? { children } : {}),
  }))
  const branches = new Map(rows.map((row) => [row.id, row.branches]))
  return {
    ...common(colors),
    tooltip: {
      ...tooltip(colors),
      formatter: ({ data: slice }: { readonly data: Slice }) =>
        `${format.encodeHTML(slice.name ?? '')}<br>党支部 ${branches.get(slice.id) ?? slice.value} 个`,
    },
    series: [
      {
        type: 'sunburst',
        radius: ['18%', '98%'],
        nodeClick: false,
        sort: undefined,
        data,
        itemStyle: { borderColor: colors.background, borderWidth: 1 },
        label: { color: '#FFFFFF', fontSize: 12, minAngle: 8, overflow: 'truncate', width: 60 },
        levels: [
          {},
          { r0: '18%', r: '55%', label: { rotate: 'tangential' } },
          { r0: '55%', r: '98%', label: { rotate: 'radial' }, itemStyle: { opacity: 0.8 } },
        ],
      },
    ],
  }
}
