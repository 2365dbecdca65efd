import { BarChart, PieChart, SunburstChart } from 'echarts/charts'
import {
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
} from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([
  BarChart,
  PieChart,
  SunburstChart,
  GridComponent,
  TooltipComponent,
  LegendComponent,
  DataZoomComponent,
  AriaComponent,
  SVGRenderer,
])

/**
 * One ECharts drawing that fills its place. Loading this file costs time: import it lazily. Give `option` a
 * stable identity (useMemo), the drawing is renewed when it changes.
 */
export const Chart = (props: {
  readonly option: EChartsCoreOption
  /** What the chart shows, for screen readers. */
  readonly label: string
  readonly testId: string
  /** A bar or slice was clicked: its place in the data, and the datum. */
  readonly onPick?: (index: number, datum: unknown) => void
}) => {
  const box = useRef<HTMLDivElement>(null)
  const { option } = props
  const pick = useRef(props.onPick)
  pick.current = props.onPick
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const chart = init(element, null, { renderer: 'svg' })
    chart.setOption(option)
    chart.on('click', ({ dataIndex, data }) => pick.current?.(dataIndex ?? -1, data))
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [option])
  return (
    <div
      ref={box}
      role="img"
      aria-label={props.label}
      style={{ width: '100%', height: '100%' }}
      data-testid={props.testId}
    />
  )
}
