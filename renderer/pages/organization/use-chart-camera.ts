import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { ChartView } from '../../../shared/requests/chart.ts'
import type { ChartBox, ChartLayout } from '../../../shared/rules/chart-layout.ts'
import { type Camera, firstCamera, kept, panned, type Viewport } from './chart-camera.ts'

/**
 * The camera over a chart that changes: a box that is opened stays where it was on screen; another root, day or level
 * is shown from its beginning.
 */
export const useChartCamera = (
  layout: ChartLayout,
  chosen: string | null,
  view: Viewport,
  { rootId, level, asOf, reveal }: ChartView,
) => {
  const [camera, setCamera] = useState<Camera>(() => firstCamera(layout, chosen, view))
  const held = useRef<ChartBox | null>(null)
  const known = useRef({ layout, view })
  known.current = { layout, view }
  const subject = JSON.stringify([rootId, level, asOf, reveal])
  /** What the chart on screen is of; the new one is on its way when they differ. */
  const drawn = useRef({ subject, layout })

  const move = useCallback((change: (camera: Camera) => Camera) => {
    setCamera((now) => kept(change(now), known.current.layout, known.current.view))
  }, [])
  /** The box stays in its place when the chart changes. */
  const hold = useCallback((id: string) => {
    held.current = known.current.layout.byId.get(id) ?? null
  }, [])

  // Before the new drawing is painted, so that nothing is seen to jump.
  useLayoutEffect(() => {
    if (drawn.current.layout === layout) return
    const fresh = drawn.current.subject !== subject
    drawn.current = { subject, layout }
    const before = held.current
    held.current = null
    const after = before === null ? undefined : layout.byId.get(before.row.id)
    if (before !== null && after !== undefined) {
      setCamera((now) => panned(now, (before.x - after.x) * now.scale, (before.y - after.y) * now.scale))
    } else if (fresh) setCamera(firstCamera(layout, chosen, view))
  }, [layout, subject, chosen, view])

  return { camera, move, hold }
}
