import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import { type Camera, panned, zoomed } from './chart-camera.ts'

/** So many px the pointer may tremble during a click. */
const tremble = 4

/**
 * Moving the chart with the mouse: dragging, the wheel (Ctrl: larger and smaller). `wasDragged` tells whether the click
 * that follows ended a drag.
 */
export const useChartHand = (
  surface: RefObject<SVGSVGElement | null>,
  move: (change: (camera: Camera) => Camera) => void,
) => {
  const held = useRef<{ x: number; y: number } | null>(null)
  const dragged = useRef(false)

  useEffect(() => {
    const element = surface.current
    if (element === null) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const box = element.getBoundingClientRect()
      if (event.ctrlKey) {
        const factor = Math.exp(-event.deltaY * 0.0015)
        move((camera) => zoomed(camera, factor, event.clientX - box.left, event.clientY - box.top))
      } else if (event.shiftKey) move((camera) => panned(camera, -event.deltaY - event.deltaX, 0))
      else move((camera) => panned(camera, -event.deltaX, -event.deltaY))
    }
    // React listens passively: the page would scroll and zoom along.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [surface, move])

  return {
    wasDragged: () => dragged.current,
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      if (event.button > 1) return
      held.current = { x: event.clientX, y: event.clientY }
      dragged.current = false
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      const from = held.current
      if (from === null) return
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
      if (!dragged.current && Math.hypot(dx, dy) < tremble) return
      if (!dragged.current) {
        dragged.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      held.current = { x: event.clientX, y: event.clientY }
      move((camera) => panned(camera, dx, dy))
    },
    onPointerUp: () => {
      held.current = null
    },
  }
}
