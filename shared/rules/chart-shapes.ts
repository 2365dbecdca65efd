import type { ChartPrint } from '../models/chart.ts'
import type { UnitKind } from '../models/unit.ts'
import type { ChartBox, ChartLayout } from './chart-layout.ts'
import { busOf, type ChartLine, columnsIn, inColumns, linesBetween, linesOf, trunkOf } from './chart-lines.ts'
import { type ChartPage, type ChartSheet, pageRanges, sheetFrame } from './chart-pages.ts'
import { chartText, textWidth } from './chart-text.ts'

/** What stands on paper, in mm from the upper left corner: one list for the PDF and for pictures. */
export type ChartShape =
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly radius: number
      readonly stroke: number
      readonly dashed: boolean
      readonly fill: string
    }
  | { readonly kind: 'line'; readonly line: ChartLine; readonly stroke: number }
  | {
      readonly kind: 'text'
      readonly x: number
      /** The base line. */
      readonly y: number
      readonly size: number
      readonly bold: boolean
      readonly anchor: 'start' | 'middle' | 'end'
      readonly text: string
    }

export interface DrawnSheet extends ChartSheet {
  readonly shapes: readonly ChartShape[]
}

/** Thickness of the frame in mm, and what else tells kinds apart in black and white. */
export const boxLook: Readonly<
  Record<UnitKind, { stroke: number; radius: number; dashed: boolean; fill: string; bold: boolean }>
> = {
  streetCommittee: { stroke: 0.7, radius: 0, dashed: false, fill: '#ececec', bold: true },
  communityCommittee: { stroke: 0.5, radius: 0, dashed: false, fill: '#f5f5f5', bold: true },
  branch: { stroke: 0.3, radius: 0, dashed: false, fill: '#ffffff', bold: false },
  buildingGroup: { stroke: 0.15, radius: 0, dashed: false, fill: '#ffffff', bold: false },
  memberHousehold: { stroke: 0.15, radius: 1.5, dashed: false, fill: '#ffffff', bold: false },
  emergencyBranch: { stroke: 0.3, radius: 0, dashed: true, fill: '#ffffff', bold: false },
}

/** 9 pt and a little: no text on paper is smaller. */
export const smallest = 3.2

const labelSize = smallest

export const text = (
  x: number,
  y: number,
  words: string,
  size: number = labelSize,
  more: { readonly bold?: boolean; readonly anchor?: 'start' | 'middle' | 'end' } = {},
): ChartShape => ({
  kind: 'text',
  x,
  y,
  size,
  text: words,
  bold: more.bold ?? false,
  anchor: more.anchor ?? 'start',
})

/** The base lines of a box's words, from its upper edge. */
export const baselinesOf = (
  box: ChartBox,
): { readonly name: readonly number[]; readonly notes: readonly number[] } => {
  const { name, notes, height } = box.text
  const top = (box.height - height) / 2 + chartText.paddingY
  const under = top + name.length * chartText.nameLine
  return {
    name: name.map((_, index) => top + index * chartText.nameLine + 3.4),
    notes: notes.map((_, index) => under + index * chartText.noteLine + 3.2),
  }
}

const boxShapes = (box: ChartBox, dx: number, dy: number): ChartShape[] => {
  const { bold, ...look } = boxLook[box.row.kind]
  const lines = baselinesOf(box)
  const x = box.x + dx
  const y = box.y + dy
  const middle = x + box.width / 2
  return [
    { kind: 'box', x, y, width: box.width, height: box.height, ...look },
    ...box.text.name.map((words, index) =>
      text(middle, y + (lines.name[index] ?? 0), words, chartText.name, { bold, anchor: 'middle' }),
    ),
    ...box.text.notes.map((words, index) =>
      text(middle, y + (lines.notes[index] ?? 0), words, chartText.note, { anchor: 'middle' }),
    ),
  ]
}

const moved = (line: ChartLine, dx: number, dy: number): ChartShape => ({
  kind: 'line',
  stroke: 0.2,
  line: { x1: line.x1 + dx, y1: line.y1 + dy, x2: line.x2 + dx, y2: line.y2 + dy },
})

export const headShapes = (sheet: ChartSheet, title: string, day: string): ChartShape[] => {
  const { margin } = sheetFrame
  const room = sheet.width - 2 * margin - 2 * textWidth(`截至 ${day}`, labelSize) - 8
  // A long title gets smaller down to a readable size: 5 mm are 14 pt.
  const size = Math.max(4, Math.min(6, room / Math.max(1, textWidth(title, 1))))
  return [
    text(sheet.width / 2, margin + 6.5, title, size, { bold: true, anchor: 'middle' }),
    text(sheet.width - margin, margin + 6.5, `截至 ${day}`, labelSize, { anchor: 'end' }),
    {
      kind: 'line',
      stroke: 0.2,
      line: { x1: margin, y1: margin + 10, x2: sheet.width - margin, y2: margin + 10 },
    },
  ]
}

export const footShape = (sheet: ChartSheet, page: number, pages: number): ChartShape =>
  text(sheet.width / 2, sheet.height - sheetFrame.margin - 1.5, `第 ${page} 页 共 ${pages} 页`, labelSize, {
    anchor: 'middle',
  })

/** Children of each parent that has any on the page. */
const familiesOn = (page: ChartPage): ReadonlyMap<string, readonly ChartBox[]> => {
  const families = new Map<string, ChartBox[]>()
  for (const box of page.boxes) {
    if (box.row.parentId === null) continue
    const children = families.get(box.row.parentId)
    if (children === undefined) families.set(box.row.parentId, [box])
    else children.push(box)
  }
  return families
}

/** “接第 n 页” above children whose parent stands on another page: once for a row, once for each column of a list. */
const fromLabels = (
  parent: ChartBox,
  children: readonly ChartBox[],
  page: number,
  dx: number,
  dy: number,
): ChartShape[] => {
  // The parent's name too, where there is room for it.
  const words = (room: number): string => {
    const named = `接第 ${page} 页　${parent.row.name}`
    return textWidth(named, labelSize) <= room ? named : `接第 ${page} 页`
  }
  const [first] = children
  if (first === undefined) return []
  if (!first.listed) {
    const left = Math.min(...children.map((child) => child.x))
    const right = Math.max(...children.map((child) => child.x + child.width))
    return [text(left + dx, busOf(first) + dy - 1, words(right - left))]
  }
  return columnsIn(children).flatMap(([top]) =>
    top === undefined
      ? []
      : [text(trunkOf(top) + dx + 1, top.y + dy - 1, words(top.x + top.width - trunkOf(top)))],
  )
}

/** “见第 n 页” under a box whose children stand on other pages. */
const toLabel = (
  box: ChartBox,
  children: readonly ChartBox[],
  pages: readonly number[],
  dx: number,
  dy: number,
): ChartShape[] => {
  const listed = children[0]?.listed === true && !inColumns(children)
  const x = listed ? box.x + 4 : box.x + box.width / 2
  const bottom = box.y + box.height
  return [
    moved({ x1: x, y1: bottom, x2: x, y2: bottom + 3.6 }, dx, dy),
    text(x + dx + 1, bottom + dy + 3.6, `见第 ${pageRanges(pages)} 页`),
  ]
}

/**
 * One content page. `first` is the number of the first content page; `index` tells the page of each box, counting
 * from 0. Lines to and from other pages end in a label with the other page's number.
 */
export const pageShapes = (
  layout: ChartLayout,
  page: ChartPage,
  index: ReadonlyMap<string, number>,
  sheet: ChartSheet,
  first: number,
): readonly ChartShape[] => {
  const wide = sheet.width - 2 * sheetFrame.margin
  const alone = index.size === page.boxes.length
  const spare = alone ? Math.max(0, (wide - (page.right - page.left)) / 2) : 0
  const dx = sheetFrame.margin + spare - page.left
  const dy = sheetFrame.margin + sheetFrame.head + sheetFrame.above - page.top
  const here = index.get(page.boxes[0]?.row.id ?? '')
  const families = familiesOn(page)
  const shapes: ChartShape[] = []
  for (const [parentId, children] of families) {
    const parent = layout.byId.get(parentId)
    if (parent === undefined) continue
    const elsewhere = index.get(parentId) !== here
    const several = inColumns(layout.childrenOf.get(parentId) ?? [])
    for (const line of linesBetween(elsewhere ? null : parent, children, several))
      shapes.push(moved(line, dx, dy))
    if (elsewhere) shapes.push(...fromLabels(parent, children, (index.get(parentId) ?? 0) + first, dx, dy))
  }
  for (const box of page.boxes) {
    shapes.push(...boxShapes(box, dx, dy))
    const children = layout.childrenOf.get(box.row.id) ?? []
    const others = children.map((child) => index.get(child.row.id) ?? 0).filter((at) => at !== here)
    if (others.length === 0) continue
    shapes.push(
      ...toLabel(
        box,
        children,
        others.map((at) => at + first),
        dx,
        dy,
      ),
    )
  }
  return shapes
}

/** The whole chart as one picture with its title, as large as it is. */
export const wholeSheet = (print: ChartPrint, layout: ChartLayout): DrawnSheet => {
  const { margin, head } = sheetFrame
  const titled = textWidth(print.title, 6) + 2 * textWidth(`截至 ${print.day}`, labelSize) + 8
  const width = Math.max(layout.width, titled) + 2 * margin
  const dx = (width - layout.width) / 2
  const dy = margin + head + 4
  const sheet = { width, height: dy + layout.height + margin }
  return {
    ...sheet,
    shapes: [
      ...headShapes(sheet, print.title, print.day),
      ...linesOf(layout).map((line) => moved(line, dx, dy)),
      ...layout.boxes.flatMap((box) => boxShapes(box, dx, dy)),
    ],
  }
}
