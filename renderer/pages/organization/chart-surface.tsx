import { type KeyboardEvent, type MouseEvent, useRef } from 'react'
import type { ChartLayout } from '../../../shared/rules/chart-layout.ts'
import { type Camera, fitted, panned, showing, trueScale, type Viewport, zoomed } from './chart-camera.ts'
import { ChartDrawing } from './chart-drawing.tsx'
import { type Direction, stepFrom } from './chart-steps.ts'
import { useChartHand } from './use-chart-hand.ts'

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}
const ways: Readonly<Record<Direction, readonly [number, number]>> = {
  up: [0, 1],
  down: [0, -1],
  left: [1, 0],
  right: [-1, 0],
}
const panStep = 120
export const zoomStep = 1.25

/** The drawing with mouse and keyboard: it has the focus as a whole, one box is the active one. */
export const ChartSurface = (props: {
  readonly layout: ChartLayout
  readonly camera: Camera
  readonly view: Viewport
  readonly active: string | null
  readonly move: (change: (camera: Camera) => Camera) => void
  readonly onActive: (id: string) => void
  readonly onToggle: (id: string) => void
  readonly onOpen: (id: string) => void
}) => {
  const { layout, camera, view, active, move } = props
  const surface = useRef<SVGSVGElement>(null)
  const { wasDragged, ...hand } = useChartHand(surface, move)

  const step = (direction: Direction) => {
    const box = active === null ? undefined : layout.byId.get(active)
    const next = box === undefined ? layout.boxes[0] : stepFrom(layout, box, direction)
    if (next === undefined) return
    props.onActive(next.row.id)
    move((before) => showing(before, next, view))
  }

  const middle = (factor: number) => move((before) => zoomed(before, factor, view.width / 2, view.height / 2))

  /** True when the key meant something. */
  const keyed = (event: KeyboardEvent): boolean => {
    const direction = arrows[event.key]
    if (direction !== undefined) {
      const [dx, dy] = ways[direction]
      if (event.shiftKey) move((before) => panned(before, dx * panStep, dy * panStep))
      else step(direction)
      return true
    }
    switch (event.key) {
      case '+':
      case '=':
        middle(zoomStep)
        return true
      case '-':
        middle(1 / zoomStep)
        return true
      case '0':
        move(() => fitted(layout, view))
        return true
      case '1':
        middle(trueScale / camera.scale)
        return true
      case ' ':
        if (active !== null) props.onToggle(active)
        return true
      case 'Enter':
        if (active !== null) props.onOpen(active)
        return true
      case 'Home': {
        const root = layout.boxes[0]
        if (root === undefined) return false
        props.onActive(root.row.id)
        move((before) => showing(before, root, view))
        return true
      }
      default:
        return false
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (keyed(event)) event.preventDefault()
  }

  const unitAt = (event: MouseEvent, attribute: string): string | null =>
    event.target instanceof Element
      ? (event.target.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null)
      : null

  const onClick = (event: MouseEvent) => {
    if (wasDragged()) return
    surface.current?.focus({ preventScroll: true })
    const toggled = unitAt(event, 'data-toggle')
    const unit = toggled ?? unitAt(event, 'data-unit')
    if (unit !== null) props.onActive(unit)
    if (toggled !== null) props.onToggle(toggled)
  }

  const onDoubleClick = (event: MouseEvent) => {
    const unit = unitAt(event, 'data-unit')
    if (unit !== null && unitAt(event, 'data-toggle') === null) props.onOpen(unit)
  }

  return (
    <svg
      ref={surface}
      className="chart-surface"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a chart of units is a tree, drawn
      role="tree"
      aria-label="组织架构图"
      aria-activedescendant={active === null ? undefined : `chart-${active}`}
      tabIndex={0}
      width={view.width}
      height={view.height}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      {...hand}
      data-testid="chart"
      data-scale={Math.round((camera.scale / trueScale) * 100)}
    >
      <ChartDrawing layout={layout} camera={camera} view={view} active={active} />
    </svg>
  )
}
