import type { ChartPaper } from '../models/chart.ts'
import type { ChartBox, ChartLayout } from './chart-layout.ts'

/** A sheet and what is kept free on it, in mm. */
export interface ChartSheet {
  readonly width: number
  readonly height: number
}

export const sheetFrame = {
  margin: 10,
  /** Title and day. */
  head: 13,
  /** 第 n 页 共 m 页 */
  foot: 7,
  /** Above the boxes, for lines that come from another page. */
  above: 11,
  /** Under the boxes, for lines that go on elsewhere. */
  below: 6,
} as const

const sizes: Readonly<Record<ChartPaper, readonly [number, number]>> = { a4: [210, 297], a3: [297, 420] }

export const sheetOf = (paper: ChartPaper, landscape: boolean): ChartSheet => {
  const [short, long] = sizes[paper]
  return landscape ? { width: long, height: short } : { width: short, height: long }
}

/** Room for boxes on a sheet, in mm. */
export const roomOn = (sheet: ChartSheet): ChartSheet => ({
  width: sheet.width - 2 * sheetFrame.margin,
  height:
    sheet.height -
    2 * sheetFrame.margin -
    sheetFrame.head -
    sheetFrame.foot -
    sheetFrame.above -
    sheetFrame.below,
})

export interface ChartPage {
  readonly boxes: readonly ChartBox[]
  /** The ends of what stands on it, in mm of the chart. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Items in groups along one direction, none longer than `room` unless one item alone is; an item is never torn. */
const cut = (
  boxes: readonly ChartBox[],
  room: number,
  from: (box: ChartBox) => number,
  to: (box: ChartBox) => number,
): readonly (readonly ChartBox[])[] => {
  const groups: ChartBox[][] = []
  let rest = [...boxes].sort((a, b) => from(a) - from(b))
  while (rest.length > 0) {
    const start = from(rest[0] as ChartBox)
    const group: ChartBox[] = []
    const over: ChartBox[] = []
    for (const [index, box] of rest.entries()) {
      if (index === 0 || to(box) <= start + room) group.push(box)
      else over.push(box)
    }
    groups.push(group)
    rest = over
  }
  return groups
}

/** Pages of one strip begin at the same place, so that a list goes on straight below. */
const pageOf = (boxes: readonly ChartBox[], left: number): ChartPage => ({
  boxes,
  left,
  top: Math.min(...boxes.map((box) => box.y)),
  right: Math.max(...boxes.map((box) => box.x + box.width)),
  bottom: Math.max(...boxes.map((box) => box.y + box.height)),
})

/**
 * The chart on sheets of one size: first in strips from left to right, each strip then from top to bottom, so that a
 * list goes on on the next page. Each box stands on exactly one page, whole.
 */
export const pagesOf = (layout: ChartLayout, room: ChartSheet): readonly ChartPage[] =>
  cut(
    layout.boxes,
    room.width,
    (box) => box.left,
    (box) => box.right,
  ).flatMap((strip) => {
    const left = Math.min(...strip.map((box) => box.left))
    return cut(
      strip,
      room.height,
      (box) => box.y,
      (box) => box.y + box.height,
    ).map((boxes) => pageOf(boxes, left))
  })

/** Page of each box, counting content pages from 0. */
export const pageIndex = (pages: readonly ChartPage[]): ReadonlyMap<string, number> =>
  new Map(pages.flatMap((page, index) => page.boxes.map((box) => [box.row.id, index] as const)))

/** “3、5–8” for ascending numbers. */
export const pageRanges = (numbers: readonly number[]): string => {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const n of sorted) {
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === n - 1) last[1] = n
    else ranges.push([n, n])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、')
}
