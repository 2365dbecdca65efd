import type { ChartBox, ChartLayout } from '../../../shared/rules/chart-layout.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** Boxes of the list that a box stands in, from top to bottom. */
const columnOf = (layout: ChartLayout, box: ChartBox): readonly ChartBox[] =>
  layout.boxes.filter((other) => other.listed && other.left === box.left && other.right === box.right)

const above = (layout: ChartLayout, box: ChartBox): ChartBox | undefined =>
  box.row.parentId === null ? undefined : layout.byId.get(box.row.parentId)

const beside = (layout: ChartLayout, box: ChartBox, sign: 1 | -1): ChartBox | undefined => {
  let best: ChartBox | undefined
  let least = Number.POSITIVE_INFINITY
  for (const other of layout.boxes) {
    const far = (other.x - box.x) * sign
    if (far < box.width) continue
    const distance = far + 4 * Math.abs(other.y + other.height / 2 - box.y - box.height / 2)
    if (distance >= least) continue
    least = distance
    best = other
  }
  return best
}

/** The box that an arrow key leads to; undefined at the end. */
export const stepFrom = (layout: ChartLayout, box: ChartBox, direction: Direction): ChartBox | undefined => {
  if (direction === 'left') return beside(layout, box, -1)
  if (direction === 'right') return beside(layout, box, 1)
  if (!box.listed) {
    return direction === 'up' ? above(layout, box) : layout.childrenOf.get(box.row.id)?.[0]
  }
  const column = columnOf(layout, box)
  const at = column.indexOf(box)
  if (direction === 'down') return column[at + 1]
  return column[at - 1] ?? above(layout, box)
}
