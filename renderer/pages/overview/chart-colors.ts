import type { EChartsCoreOption } from 'echarts/core'

/** Colours of the theme at hand; a chart cannot read CSS variables. */
export interface ChartColors {
  readonly text: string
  readonly line: string
  readonly background: string
  readonly first: string
  /** A second bar beside the first: what is missing of a whole. */
  readonly rest: string
  readonly font: string
}

/** A calm row for shares; red stays for what calls for action. */
export const shares = ['#4E79A7', '#76A5AF', '#8CB369', '#E0B354', '#B98B73', '#8E8CA8']

export const common = (colors: ChartColors): EChartsCoreOption => ({
  animation: false,
  textStyle: { color: colors.text, fontFamily: colors.font },
  aria: { enabled: true },
})

export const tooltip = (colors: ChartColors) => ({
  confine: true,
  backgroundColor: colors.background,
  borderColor: colors.line,
  textStyle: { color: colors.text, fontSize: 13 },
})

export const axis = (colors: ChartColors) => ({
  axisLabel: { color: colors.text, fontSize: 12 },
  axisLine: { lineStyle: { color: colors.line } },
  axisTick: { show: false },
})

export const valueAxis = (colors: ChartColors) => ({
  ...axis(colors),
  splitLine: { lineStyle: { color: colors.line } },
  minInterval: 1,
})

export const grid = (top: number) => ({
  left: 8,
  right: 8,
  top,
  bottom: 4,
  outerBoundsMode: 'same',
  outerBoundsContain: 'axisLabel',
})
