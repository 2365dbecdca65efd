import type { EChartsCoreOption } from 'echarts/core'
import type { SpanCount } from '../../../shared/models/overview.ts'
import { spanLabel } from '../../../shared/rules/ages.ts'
import { axis, type ChartColors, common, grid, tooltip, valueAxis } from './chart-colors.ts'

/** Members by spans of full years, with the number above each bar. */
export const spansOption = (rows: readonly SpanCount[], colors: ChartColors): EChartsCoreOption => ({
  ...common(colors),
  grid: grid(24),
  tooltip: {
    ...tooltip(colors),
    trigger: 'axis',
    axisPointer: { type: 'shadow' },
    valueFormatter: (count: number) => `${count.toLocaleString('zh-CN')} 人`,
  },
  xAxis: {
    ...axis(colors),
    type: 'category',
    data: rows.map(spanLabel),
    axisLabel: {
      color: colors.text,
      fontSize: 12,
      interval: 0,
      hideOverlap: true,
      rotate: rows.length > 7 ? 40 : 0,
    },
  },
  yAxis: { ...valueAxis(colors), type: 'value' },
  series: [
    {
      name: '党员',
      type: 'bar',
      data: rows.map((row) => row.count),
      barMaxWidth: 26,
      itemStyle: { color: colors.first },
      label: { show: true, position: 'top', color: colors.text, fontSize: 11 },
    },
  ],
})

export const hasSpans = (rows: readonly SpanCount[]): boolean => rows.some((row) => row.count > 0)
