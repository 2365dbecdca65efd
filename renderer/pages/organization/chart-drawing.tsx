import { useMemo } from 'react'
import type { ChartBox, ChartLayout } from '../../../shared/rules/chart-layout.ts'
import { type ChartLine, linesOf } from '../../../shared/rules/chart-lines.ts'
import { ChartUnit } from './chart-box.tsx'
import { type Camera, seen, trueScale, type Viewport } from './chart-camera.ts'

const pathOfLines = (lines: readonly ChartLine[]): string =>
  lines.map((line) => `M${line.x1} ${line.y1}L${line.x2} ${line.y2}`).join('')

const pathOfBoxes = (boxes: readonly ChartBox[]): string =>
  boxes.map((box) => `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z`).join('')

/** Below this share of the true size no word can be read: boxes are drawn as one shape. */
const readable = 0.36

/** Far out: all boxes as one shape, so that even twenty thousand move at once. */
const FromAfar = ({ layout, lines }: { readonly layout: ChartLayout; readonly lines: string }) => {
  const boxes = useMemo(() => pathOfBoxes(layout.boxes), [layout])
  return (
    <>
      <path className="chart-line" d={lines} />
      <path className="chart-far" d={boxes} />
    </>
  )
}

/** Near: only what is in the window. */
const Near = (props: {
  readonly layout: ChartLayout
  readonly lines: readonly ChartLine[]
  readonly camera: Camera
  readonly view: Viewport
  readonly depths: ReadonlyMap<string, number>
  readonly active: string | null
}) => {
  const { left, top, right, bottom } = seen(props.camera, props.view)
  const lines = props.lines.filter(
    (line) => line.x1 <= right && line.x2 >= left && line.y1 <= bottom && line.y2 >= top,
  )
  const boxes = props.layout.boxes.filter(
    (box) => box.x <= right && box.x + box.width + 3 >= left && box.y <= bottom && box.y + box.height >= top,
  )
  return (
    <>
      <path className="chart-line" d={pathOfLines(lines)} />
      {boxes.map((box) => (
        <ChartUnit
          key={box.row.id}
          box={box}
          depth={props.depths.get(box.row.id) ?? 0}
          active={box.row.id === props.active}
        />
      ))}
    </>
  )
}

/** The chart as the camera sees it. */
export const ChartDrawing = (props: {
  readonly layout: ChartLayout
  readonly camera: Camera
  readonly view: Viewport
  readonly active: string | null
}) => {
  const { layout, camera, view, active } = props
  const lines = useMemo(() => linesOf(layout), [layout])
  const allLines = useMemo(() => pathOfLines(lines), [lines])
  const depths = useMemo(() => {
    const found = new Map<string, number>()
    for (const { row } of layout.boxes) {
      const above = row.parentId === null ? undefined : found.get(row.parentId)
      found.set(row.id, above === undefined ? 0 : above + 1)
    }
    return found
  }, [layout])
  const chosen = active === null ? undefined : layout.byId.get(active)
  return (
    <g transform={`translate(${camera.x} ${camera.y}) scale(${camera.scale})`}>
      {camera.scale < trueScale * readable ? (
        <>
          <FromAfar layout={layout} lines={allLines} />
          {chosen !== undefined && <path className="chart-far-active" d={pathOfBoxes([chosen])} />}
        </>
      ) : (
        <Near layout={layout} lines={lines} camera={camera} view={view} depths={depths} active={active} />
      )}
    </g>
  )
}
