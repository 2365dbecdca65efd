import type { ChartRow } from '../models/chart.ts'
import { type BoxText, boxText, chartText } from './chart-text.ts'

/*
 * Where the boxes stand, in mm. A street fans its communities out side by side; below a community all is an indented
 * list in columns, so that a thousand groups do not make a chart of fifty metres. Large trees cost one pass.
 */
export const chartMeasures = {
  /** Between boxes side by side, and between what stands under them. */
  gapX: 6,
  /** From a row of boxes to the next; the connecting line runs in its middle. */
  gapY: 12,
  /** From a box to the list under it, and between a list and the next box. */
  listGap: 5,
  itemGap: 2.6,
  indent: 8,
  /** A list goes on in a further column beyond this height. */
  columnHeight: 360,
  /** A root with more children than this has them in a list. */
  mostSideBySide: 8,
} as const

export interface ChartBox {
  readonly row: ChartRow
  readonly text: BoxText
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Stands in a list, not in a row. */
  readonly listed: boolean
  /** Which column of the parent's list. */
  readonly column: number
  /** The left and right end of what may not be torn apart sideways: the box, or the column it stands in. */
  readonly left: number
  readonly right: number
}

export interface ChartLayout {
  /** In the order of the rows: parents before children. */
  readonly boxes: readonly ChartBox[]
  readonly byId: ReadonlyMap<string, ChartBox>
  readonly childrenOf: ReadonlyMap<string, readonly ChartBox[]>
  readonly width: number
  readonly height: number
}

interface Node {
  readonly row: ChartRow
  readonly text: BoxText
  readonly depth: number
  readonly children: Node[]
}

/** A subtree in a list: its own box and the list under it, indented. */
interface Block {
  readonly node: Node
  readonly width: number
  readonly height: number
  readonly blocks: readonly Block[]
}

const nodesOf = (rows: readonly ChartRow[]): Node[] => {
  const known = new Map<string, Node>()
  const roots: Node[] = []
  for (const row of rows) {
    const parent = row.parentId === null ? undefined : known.get(row.parentId)
    const node: Node = {
      row,
      text: boxText(row),
      depth: parent === undefined ? 0 : parent.depth + 1,
      children: [],
    }
    known.set(row.id, node)
    if (parent === undefined) roots.push(node)
    else parent.children.push(node)
  }
  return roots
}

const fans = (node: Node): boolean =>
  node.row.kind === 'streetCommittee' ||
  (node.depth === 0 && node.children.length <= chartMeasures.mostSideBySide)

/** Space above a block: more after a list, so that one sees where it ends. */
const gapBefore = (before: Block | undefined): number => {
  if (before === undefined) return 0
  return before.blocks.length > 0 ? chartMeasures.listGap : chartMeasures.itemGap
}

const heightOfList = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block, index) => sum + gapBefore(blocks[index - 1]) + block.height, 0)

const blockOf = (node: Node): Block => {
  const blocks = node.children.map(blockOf)
  const inner = blocks.reduce((most, block) => Math.max(most, block.width), 0)
  return {
    node,
    blocks,
    width: Math.max(chartText.boxWidth, blocks.length === 0 ? 0 : chartMeasures.indent + inner),
    height: node.text.height + (blocks.length === 0 ? 0 : chartMeasures.listGap + heightOfList(blocks)),
  }
}

const columnsOf = (blocks: readonly Block[], most: number): readonly (readonly Block[])[] => {
  const columns: Block[][] = []
  let height = Number.POSITIVE_INFINITY
  for (const block of blocks) {
    const column = columns.at(-1)
    const more = gapBefore(column?.at(-1)) + block.height
    if (column === undefined || height + more > most) {
      columns.push([block])
      height = block.height
    } else {
      column.push(block)
      height += more
    }
  }
  return columns
}

const widthOfColumn = (blocks: readonly Block[]): number =>
  chartMeasures.indent + blocks.reduce((most, block) => Math.max(most, block.width), 0)

/** Heights of the rows of boxes that stand side by side, by depth: boxes of a row are all as high as the highest. */
const rowHeights = (roots: readonly Node[]): readonly number[] => {
  const heights: number[] = []
  const look = (node: Node): void => {
    heights[node.depth] = Math.max(heights[node.depth] ?? 0, node.text.height)
    if (fans(node)) node.children.forEach(look)
  }
  roots.forEach(look)
  return heights
}

/** Places all boxes. The same rows give the same layout, whatever was shown before. `columnHeight` in mm. */
export const layoutChart = (
  rows: readonly ChartRow[],
  columnHeight: number = chartMeasures.columnHeight,
): ChartLayout => {
  const { boxWidth } = chartText
  const { gapX, gapY, listGap, indent } = chartMeasures
  const roots = nodesOf(rows)
  const heights = rowHeights(roots)
  const byId = new Map<string, ChartBox>()

  const put = (node: Node, box: Omit<ChartBox, 'row' | 'text' | 'width'>): ChartBox => {
    const placed: ChartBox = { row: node.row, text: node.text, width: boxWidth, ...box }
    byId.set(node.row.id, placed)
    return placed
  }

  const putList = (
    blocks: readonly Block[],
    x: number,
    top: number,
    column: number,
    ends: { readonly left: number; readonly right: number },
  ): void => {
    let y = top
    for (const [index, block] of blocks.entries()) {
      y += gapBefore(blocks[index - 1])
      put(block.node, { x, y, height: block.node.text.height, listed: true, column, ...ends })
      putList(block.blocks, x + indent, y + block.node.text.height + listGap, 0, ends)
      y += block.height
    }
  }

  /** Answers the width taken and the middle of the box. */
  const putSubtree = (
    node: Node,
    left: number,
    y: number,
  ): { readonly width: number; readonly middle: number } => {
    const height = heights[node.depth] ?? node.text.height
    const own = (x: number, ends?: { readonly left: number; readonly right: number }) => {
      put(node, {
        x,
        y,
        height,
        listed: false,
        column: 0,
        left: ends?.left ?? x,
        right: ends?.right ?? x + boxWidth,
      })
      return x + boxWidth / 2
    }
    if (node.children.length === 0) return { width: boxWidth, middle: own(left) }
    if (fans(node)) {
      const middles: number[] = []
      let at = left
      for (const child of node.children) {
        const placed = putSubtree(child, at, y + height + gapY)
        middles.push(placed.middle)
        at += placed.width + gapX
      }
      const middle = ((middles[0] ?? 0) + (middles.at(-1) ?? 0)) / 2
      own(middle - boxWidth / 2)
      return { width: at - gapX - left, middle }
    }
    const columns = columnsOf(node.children.map(blockOf), columnHeight)
    const several = columns.length > 1
    const top = y + height + (several ? 2 * listGap : listGap)
    let at = left
    for (const [column, blocks] of columns.entries()) {
      const width = widthOfColumn(blocks)
      putList(blocks, at + indent, top, column, { left: at, right: at + width })
      at += width + gapX
    }
    const width = at - gapX - left
    const x = several ? left + (width - boxWidth) / 2 : left
    return { width, middle: own(x, several ? undefined : { left, right: left + width }) }
  }

  let at = 0
  for (const root of roots) at += putSubtree(root, at, 0).width + gapX

  const boxes = rows.flatMap((row) => byId.get(row.id) ?? [])
  const childrenOf = new Map<string, ChartBox[]>()
  for (const box of boxes) {
    const parentId = box.row.parentId
    if (parentId === null || !byId.has(parentId)) continue
    const siblings = childrenOf.get(parentId)
    if (siblings === undefined) childrenOf.set(parentId, [box])
    else siblings.push(box)
  }
  const height = boxes.reduce((most, box) => Math.max(most, box.y + box.height), 0)
  return { boxes, byId, childrenOf, width: Math.max(0, at - gapX), height }
}
