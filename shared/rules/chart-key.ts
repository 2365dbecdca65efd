import type { ChartLayout } from './chart-layout.ts'
import { type ChartPage, type ChartSheet, sheetFrame } from './chart-pages.ts'
import { type ChartShape, smallest, text } from './chart-shapes.ts'
import { textWidth, wrapText } from './chart-text.ts'

/*
 * 总图: the pages in miniature, each with its number, and where each unit stands. Its pages come before the others.
 */
const rowHeight = 4.8
const columnGap = 6
const columnWidth = 62

export interface IndexEntry {
  readonly name: string
  /** How far it stands in from the left. */
  readonly level: number
  /** Content page, counting from 0. */
  readonly page: number
}

/** One line of the index: a long name goes on on further lines, the page stands on the last. */
interface IndexLine {
  readonly text: string
  readonly level: number
  readonly page: number | null
}

/** Units down to branches; smaller ones only where the chart has nothing larger. */
const indexEntries = (layout: ChartLayout, index: ReadonlyMap<string, number>): readonly IndexEntry[] => {
  const depths = new Map<string, number>()
  const large = layout.boxes.filter(
    ({ row }) => row.kind !== 'buildingGroup' && row.kind !== 'memberHousehold',
  )
  return (large.length > 1 ? large : layout.boxes).map(({ row }) => {
    const above = row.parentId === null ? undefined : depths.get(row.parentId)
    const level = above === undefined ? 0 : above + 1
    depths.set(row.id, level)
    return { name: row.name, level, page: index.get(row.id) ?? 0 }
  })
}

const linesOfIndex = (entries: readonly IndexEntry[]): readonly IndexLine[] =>
  entries.flatMap(({ name, level, page }) => {
    const room = columnWidth - level * smallest - 4 * smallest
    const lines = wrapText(name, smallest, room)
    return lines.map((words, at) => ({ text: words, level, page: at === lines.length - 1 ? page : null }))
  })

/** Where each page's band begins, in mm of the chart: the strips go on in a further band when one is full. */
const bandStarts = (pages: readonly ChartPage[], wide: number): readonly number[] => {
  const starts: number[] = []
  for (const page of pages) {
    const start = starts.at(-1)
    if (start === undefined || page.right - start > wide) starts.push(page.left)
  }
  return starts
}

/** The largest miniature that fits: in so many bands under each other. */
const bandsFor = (layout: ChartLayout, pages: readonly ChartPage[], width: number, height: number) => {
  let best = { starts: bandStarts(pages, Number.POSITIVE_INFINITY), scale: 0 }
  for (let bands = 1; bands <= 12; bands++) {
    const high = (height / bands - 3) / Math.max(1, layout.height)
    for (let scale = Math.min(high, 0.5); scale > best.scale; scale *= 0.96) {
      const starts = bandStarts(pages, width / scale)
      if (starts.length > bands) continue
      best = { starts, scale }
      break
    }
  }
  return best
}

const miniature = (
  layout: ChartLayout,
  pages: readonly ChartPage[],
  first: number,
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): readonly ChartShape[] => {
  const { scale, starts } = bandsFor(layout, pages, area.width, area.height)
  const bandHeight = layout.height * scale + 3
  const shapes: ChartShape[] = []
  let band = 0
  let from = starts[0] ?? 0
  for (const [at, page] of pages.entries()) {
    if (page.right - from > area.width / scale) {
      band += 1
      from = page.left
    }
    const x = area.x + (page.left - from) * scale
    const y = area.y + band * bandHeight + page.top * scale
    const frame = {
      kind: 'box' as const,
      x,
      y,
      width: (page.right - page.left) * scale,
      height: (page.bottom - page.top) * scale,
      radius: 0,
      stroke: 0.25,
      dashed: false,
      fill: 'none',
    }
    for (const box of page.boxes) {
      shapes.push({
        ...frame,
        x: area.x + (box.x - from) * scale,
        y: area.y + band * bandHeight + box.y * scale,
        width: box.width * scale,
        height: box.height * scale,
        stroke: 0,
        fill: '#d0d0d0',
      })
    }
    shapes.push(frame)
    const number = String(at + first)
    if (textWidth(number, 4) <= frame.width && frame.height >= 4) {
      shapes.push(
        text(x + frame.width / 2, y + frame.height / 2 + 1.5, number, 4, { bold: true, anchor: 'middle' }),
      )
    }
  }
  return shapes
}

const indexShapes = (
  lines: readonly IndexLine[],
  first: number,
  top: number,
  rows: number,
): readonly ChartShape[] =>
  lines.flatMap((line, at) => {
    const x = sheetFrame.margin + Math.floor(at / rows) * (columnWidth + columnGap)
    const y = top + (at % rows) * rowHeight + smallest
    const words = text(x + line.level * smallest, y, line.text, smallest, { bold: line.level === 0 })
    if (line.page === null) return [words]
    return [words, text(x + columnWidth, y, String(line.page + first), smallest, { anchor: 'end' })]
  })

/** The key pages, without title and page number. */
export const keySheets = (
  layout: ChartLayout,
  pages: readonly ChartPage[],
  index: ReadonlyMap<string, number>,
  sheet: ChartSheet,
): readonly (readonly ChartShape[])[] => {
  const { margin, head, foot } = sheetFrame
  const width = sheet.width - 2 * margin
  const top = margin + head
  const height = sheet.height - margin - foot - top - 2
  const lines = linesOfIndex(indexEntries(layout, index))
  const columns = Math.max(1, Math.floor((width + columnGap) / (columnWidth + columnGap)))
  const most = Math.floor((height - 7) / rowHeight)

  // The miniature takes the upper part of the first page; the index begins under it.
  const { starts, scale } = bandsFor(layout, pages, width, height * 0.52)
  const picture = Math.min(height * 0.52, starts.length * (layout.height * scale + 3) + 0.01)
  const firstRows = Math.floor((height - picture - 16) / rowHeight)
  const onFirst = lines.slice(0, firstRows * columns)
  const later: (readonly IndexLine[])[] = []
  for (let from = onFirst.length; from < lines.length; from += most * columns) {
    later.push(lines.slice(from, from + most * columns))
  }
  const first = 2 + later.length
  const evenRows = (part: readonly IndexLine[]) => Math.ceil(part.length / columns)
  return [
    [
      text(margin, top + 3, `总图：各页的位置，数字是页码`, 3.6, { bold: true }),
      ...miniature(layout, pages, first, { x: margin, y: top + 7, width, height: picture }),
      text(margin, top + 7 + picture + 5, '索引：组织所在的页', 3.6, { bold: true }),
      ...indexShapes(onFirst, first, top + 7 + picture + 8, Math.min(firstRows, evenRows(onFirst))),
    ],
    ...later.map((part) => [
      text(margin, top + 3, '索引：组织所在的页（续）', 3.6, { bold: true }),
      ...indexShapes(part, first, top + 7, part.length < most * columns ? evenRows(part) : most),
    ]),
  ]
}
