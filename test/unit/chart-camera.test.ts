import { expect, test } from 'vitest'
import {
  type Camera,
  centredOn,
  firstCamera,
  fitted,
  kept,
  panned,
  seen,
  showing,
  trueScale,
  zoomed,
} from '../../renderer/pages/organization/chart-camera.ts'
import { stepFrom } from '../../renderer/pages/organization/chart-steps.ts'
import { type ChartBox, layoutChart } from '../../shared/rules/chart-layout.ts'
import { streetRows } from './chart-rows.ts'

const layout = layoutChart(streetRows(30, 10, 2))
const view = { width: 1278, height: 672 }
const box = (id: string): ChartBox => {
  const found = layout.byId.get(id)
  if (found === undefined) throw new Error(id)
  return found
}
const inside = (camera: Camera, { x, y, width, height }: ChartBox): boolean => {
  const { left, top, right, bottom } = seen(camera, view)
  return x >= left && y >= top && x + width <= right && y + height <= bottom
}

test('zooming keeps the point under the pointer, within its limits', () => {
  const camera = { x: -300, y: -40, scale: 2 }
  const larger = zoomed(camera, 1.5, 400, 300)
  expect((400 - larger.x) / larger.scale).toBeCloseTo((400 - camera.x) / camera.scale)
  expect(larger.scale).toBe(3)
  expect(zoomed(camera, 1000, 0, 0).scale).toBe(trueScale * 3)
  expect(zoomed(camera, 0.00001, 0, 0).scale).toBe(trueScale / 200)
})

test('fitted shows all, first the chosen box, a step only as far as it must', () => {
  const all = fitted(layout, view)
  expect(layout.boxes.every((one) => inside(all, one))).toBe(true)
  const first = firstCamera(layout, 'c20b3', view)
  expect(first).toEqual(centredOn(box('c20b3'), view, trueScale * 0.85))
  expect(inside(firstCamera(layout, null, view), box('s'))).toBe(true)
  expect(showing(first, box('c20b3'), view)).toEqual(first)
  expect(inside(showing(first, box('c1'), view), box('c1'))).toBe(true)
})

test('however far it is dragged, a part of the chart stays in the window', () => {
  for (const [dx, dy] of [
    [1e6, 0],
    [-1e6, 1e6],
    [0, -1e6],
  ] as const) {
    const camera = kept(panned(fitted(layout, view), dx, dy), layout, view)
    const { left, top, right, bottom } = seen(camera, view)
    expect(left < layout.width && top < layout.height && right > 0 && bottom > 0).toBe(true)
  }
})

test('arrow keys go along the rows, down into lists and back up', () => {
  const way = (from: string, ...keys: ('up' | 'down' | 'left' | 'right')[]) =>
    keys.reduce((at, key) => stepFrom(layout, at, key) ?? at, box(from)).row.id
  expect(way('s', 'down')).toBe('c1')
  expect(way('c1', 'right')).toBe('c2')
  expect(way('c2', 'left')).toBe('c1')
  expect(way('c1', 'down')).toBe('c1b1')
  expect(way('c1', 'down', 'down', 'down', 'down')).toBe('c1b2')
  expect(way('c1b1', 'up')).toBe('c1')
  expect(way('c1', 'up')).toBe('s')
  expect(way('s', 'up')).toBe('s')
})
