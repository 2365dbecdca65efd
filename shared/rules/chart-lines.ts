import { type ChartBox, type ChartLayout, chartMeasures } from './chart-layout.ts'

/** A line in mm of the chart, always level or upright. */
export interface ChartLine {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

const middle = (box: ChartBox): number => box.x + box.width / 2
const centre = (box: ChartBox): number => box.y + box.height / 2

/** Where the line along a list runs: left of its boxes. */
export const trunkOf = (child: ChartBox): number => child.x - chartMeasures.indent / 2
/** Height of the line along a row of boxes. */
export const busOf = (child: ChartBox): number => child.y - chartMeasures.gapY / 2

/** Children of one parent that stand in a list, by their column. */
export const columnsIn = (children: readonly ChartBox[]): readonly (readonly ChartBox[])[] => {
  const columns = new Map<number, ChartBox[]>()
  for (const child of children) columns.set(child.column, [...(columns.get(child.column) ?? []), child])
  return [...columns.values()]
}

const rowLines = (parent: ChartBox | null, children: readonly ChartBox[]): ChartLine[] => {
  const [first] = children
  if (first === undefined) return []
  const bus = busOf(first)
  const ends = [...children.map(middle), ...(parent === null ? [] : [middle(parent)])]
  return [
    { x1: Math.min(...ends), y1: bus, x2: Math.max(...ends), y2: bus },
    ...children.map((child) => ({ x1: middle(child), y1: bus, x2: middle(child), y2: child.y })),
    ...(parent === null
      ? []
      : [{ x1: middle(parent), y1: parent.y + parent.height, x2: middle(parent), y2: bus }]),
  ]
}

const listLines = (parent: ChartBox | null, children: readonly ChartBox[], several: boolean): ChartLine[] => {
  const columns = columnsIn(children)
  const lines: ChartLine[] = []
  const bus = parent === null ? null : parent.y + parent.height + chartMeasures.listGap
  for (const column of columns) {
    const [first, last] = [column[0], column.at(-1)]
    if (first === undefined || last === undefined) continue
    const x = trunkOf(first)
    const above = first.y - 1.5
    const top = parent === null || bus === null ? above : several ? bus : parent.y + parent.height
    lines.push({ x1: x, y1: top, x2: x, y2: centre(last) })
    for (const child of column) lines.push({ x1: x, y1: centre(child), x2: child.x, y2: centre(child) })
  }
  if (parent !== null && bus !== null && several) {
    const ends = [middle(parent), ...columns.flatMap((column) => (column[0] ? [trunkOf(column[0])] : []))]
    lines.push(
      { x1: Math.min(...ends), y1: bus, x2: Math.max(...ends), y2: bus },
      { x1: middle(parent), y1: parent.y + parent.height, x2: middle(parent), y2: bus },
    )
  }
  return lines
}

/**
 * The lines between a parent (null: it stands on another page) and some of its children. `several`: its list has more
 * than one column.
 */
export const linesBetween = (
  parent: ChartBox | null,
  children: readonly ChartBox[],
  several: boolean,
): ChartLine[] =>
  children[0]?.listed === true ? listLines(parent, children, several) : rowLines(parent, children)

/** True when the children stand in more than one column. */
export const inColumns = (children: readonly ChartBox[]): boolean =>
  children.some((child) => child.column > 0)

/** Every line of the chart. */
export const linesOf = (layout: ChartLayout): readonly ChartLine[] => {
  const lines: ChartLine[] = []
  for (const [parentId, children] of layout.childrenOf) {
    const parent = layout.byId.get(parentId) ?? null
    for (const line of linesBetween(parent, children, inColumns(children))) lines.push(line)
  }
  return lines
}
