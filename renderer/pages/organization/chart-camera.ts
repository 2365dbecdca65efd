import type { ChartBox, ChartLayout } from '../../../shared/rules/chart-layout.ts'

/** Where the chart lies in the window: a point of it at (mm) is seen at (mm × scale + x, …) px. */
export interface Camera {
  readonly x: number
  readonly y: number
  /** Pixels per mm of the chart. */
  readonly scale: number
}

export interface Viewport {
  readonly width: number
  readonly height: number
}

/** 100 %: as large as on paper. */
export const trueScale = 96 / 25.4
const smallestScale = trueScale / 200
const largestScale = trueScale * 3
const edge = 24

const bounded = (scale: number): number => Math.min(largestScale, Math.max(smallestScale, scale))

/** Larger or smaller; the point of the chart at (x, y) px stays where it is. */
export const zoomed = (camera: Camera, factor: number, x: number, y: number): Camera => {
  const scale = bounded(camera.scale * factor)
  const grown = scale / camera.scale
  return { scale, x: x - (x - camera.x) * grown, y: y - (y - camera.y) * grown }
}

export const panned = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x + dx,
  y: camera.y + dy,
})

/** So much of the chart, in px, always stays in the window. */
const leastSeen = 80

/** Moved back where the chart would leave the window: it cannot be lost by dragging. */
export const kept = (camera: Camera, layout: ChartLayout, view: Viewport): Camera => {
  const within = (start: number, length: number, room: number): number =>
    Math.min(room - leastSeen, Math.max(leastSeen - length, start))
  return {
    ...camera,
    x: within(camera.x, layout.width * camera.scale, view.width),
    y: within(camera.y, layout.height * camera.scale, view.height),
  }
}

/** The whole chart, never larger than on paper. */
export const fitted = (layout: ChartLayout, view: Viewport): Camera => {
  const scale = bounded(
    Math.min(
      trueScale,
      (view.width - 2 * edge) / Math.max(1, layout.width),
      (view.height - 2 * edge) / Math.max(1, layout.height),
    ),
  )
  const spare = (view.height - layout.height * scale) / 2
  return { scale, x: (view.width - layout.width * scale) / 2, y: Math.max(edge, Math.min(spare, 3 * edge)) }
}

/** A box in the middle. */
export const centredOn = (box: ChartBox, view: Viewport, scale: number): Camera => ({
  scale,
  x: view.width / 2 - (box.x + box.width / 2) * scale,
  y: view.height / 2 - (box.y + box.height / 2) * scale,
})

/** Moved just so far that the box can be seen. */
export const showing = (camera: Camera, box: ChartBox, view: Viewport): Camera => {
  const shift = (start: number, end: number, room: number): number => {
    if (end - start > room - 2 * edge || start < edge) return edge - start
    return end > room - edge ? room - edge - end : 0
  }
  const left = box.x * camera.scale + camera.x
  const top = box.y * camera.scale + camera.y
  return panned(
    camera,
    shift(left, left + box.width * camera.scale, view.width),
    shift(top, top + box.height * camera.scale, view.height),
  )
}

/** What is seen first: all of it where it can be read, else the chosen box or the top in the middle. */
export const firstCamera = (layout: ChartLayout, chosen: string | null, view: Viewport): Camera => {
  const all = fitted(layout, view)
  const box = (chosen === null ? undefined : layout.byId.get(chosen)) ?? layout.boxes[0]
  if (all.scale >= trueScale * 0.7 || box === undefined) return all
  const camera = centredOn(box, view, trueScale * 0.85)
  return box === layout.boxes[0] ? { ...camera, y: edge } : camera
}

/** The part of the chart in the window, in mm. */
export const seen = (camera: Camera, view: Viewport) => ({
  left: -camera.x / camera.scale,
  top: -camera.y / camera.scale,
  right: (view.width - camera.x) / camera.scale,
  bottom: (view.height - camera.y) / camera.scale,
})
