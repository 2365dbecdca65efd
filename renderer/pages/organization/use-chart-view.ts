import { useCallback, useState } from 'react'
import type { ChartLevel } from '../../../shared/models/chart.ts'
import type { ChartView } from '../../../shared/requests/chart.ts'

/** What of the chart is shown: its root, the day, and which boxes are open. `first` is opened to and then left alone. */
export const useChartView = (first: string | null) => {
  const [view, setView] = useState<ChartView>({
    rootId: null,
    asOf: null,
    level: null,
    opened: [],
    closed: [],
    reveal: first,
  })
  const toggle = useCallback(
    (id: string, open: boolean) =>
      setView((before) => ({
        ...before,
        opened: open ? before.opened.filter((other) => other !== id) : [...before.opened, id],
        closed: open ? [...before.closed, id] : before.closed.filter((other) => other !== id),
      })),
    [],
  )
  const setLevel = useCallback(
    (level: ChartLevel) => setView((before) => ({ ...before, level, opened: [], closed: [], reveal: null })),
    [],
  )
  const setDay = useCallback((asOf: string | null) => setView((before) => ({ ...before, asOf })), [])
  /** The chart of one unit, with its own units shown; null is all. */
  const setRoot = useCallback(
    (rootId: string | null) =>
      setView((before) => ({
        ...before,
        rootId,
        opened: rootId === null ? before.opened : [...before.opened, rootId],
        closed: before.closed.filter((id) => id !== rootId),
      })),
    [],
  )
  // What was closed by hand must not hide what is looked for.
  const reveal = useCallback((id: string) => setView((before) => ({ ...before, reveal: id, closed: [] })), [])
  return { view, toggle, setLevel, setDay, setRoot, reveal }
}
