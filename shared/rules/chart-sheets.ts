import type { ChartPrint, ChartRow } from '../models/chart.ts'
import { keySheets } from './chart-key.ts'
import { type ChartLayout, layoutChart } from './chart-layout.ts'
import { type ChartPage, type ChartSheet, pageIndex, pagesOf, roomOn, sheetOf } from './chart-pages.ts'
import { type DrawnSheet, footShape, headShapes, pageShapes, wholeSheet } from './chart-shapes.ts'

interface Paged {
  readonly layout: ChartLayout
  readonly pages: readonly ChartPage[]
}

/** So many units are not laid out a dozen times. */
const many = 5000

/** The height of the columns is free: of some that end with a page, the one that takes the fewest pages. */
const fewestPages = (rows: readonly ChartRow[], room: ChartSheet): Paged => {
  const usual = layoutChart(rows)
  let best: Paged = { layout: usual, pages: pagesOf(usual, room) }
  const first = usual.boxes.find((box) => box.listed)
  if (first === undefined || best.pages.length === 1) return best
  // A little less too, so that no single box is left over for a page of its own.
  const heights = [1, 2, 3, 4].flatMap((high) =>
    (rows.length > many ? [0] : [0, 8, 20]).map((less) => high * room.height - first.y - less),
  )
  for (const height of heights) {
    const layout = layoutChart(rows, height)
    const pages = pagesOf(layout, room)
    if (pages.length < best.pages.length) best = { layout, pages }
  }
  return best
}

/** The chart on paper: one sheet where it fits, else the key pages and then the chart in parts. */
export const chartSheets = (print: ChartPrint): readonly DrawnSheet[] => {
  const sheet = sheetOf(print.paper, print.landscape)
  const { layout, pages } = fewestPages(print.rows, roomOn(sheet))
  const index = pageIndex(pages)
  const keys = pages.length > 1 ? keySheets(layout, pages, index, sheet) : []
  const first = keys.length + 1
  const drawn = [...keys, ...pages.map((page) => pageShapes(layout, page, index, sheet, first))]
  return drawn.map((shapes, at) => ({
    ...sheet,
    shapes: [...headShapes(sheet, print.title, print.day), ...shapes, footShape(sheet, at + 1, drawn.length)],
  }))
}

const mmPerInch = 25.4
/** A canvas of more than this is refused by some graphics drivers, or takes too much memory. */
const longestSide = 16_000
const mostPixels = 70_000_000

/** Pixels per mm for a picture of that size: 300 per inch, or twice those of the screen; null when it is too large. */
export const imageScale = (width: number, height: number): number | null => {
  const fits = (scale: number) =>
    Math.max(width, height) * scale <= longestSide && width * height * scale * scale <= mostPixels
  return [300, 192].map((dpi) => dpi / mmPerInch).find(fits) ?? null
}

/** The pictures of a chart: one of the whole where it can be that large, else one for each sheet. */
export const chartImages = (print: ChartPrint): readonly DrawnSheet[] => {
  const whole = wholeSheet(print, layoutChart(print.rows))
  return imageScale(whole.width, whole.height) === null ? chartSheets(print) : [whole]
}
