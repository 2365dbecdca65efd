import type { TableColumnsType } from 'antd'
import type { FundSource } from '../../../shared/models/funding.ts'
import type { Totals } from '../../../shared/models/statement.ts'
import { formatYuan } from '../../../shared/rules/money.ts'
import { lastColumn } from '../../components/last-column.ts'
import { AmountCell } from './amount-cell.tsx'
import { fundingPath } from './funding-route.ts'
import { type MatrixLine, rateText } from './matrix-lines.ts'

/** All four figures of each source, or what is left alone: six sources side by side then fit the screen. */
export type MatrixView = 'full' | 'balance'

const nothing: Totals = { appropriatedFen: 0, spentFen: 0, balanceFen: 0 }

interface Measure {
  readonly key: keyof Totals
  readonly title: string
}
const measures: readonly Measure[] = [
  { key: 'appropriatedFen', title: '预算' },
  { key: 'spentFen', title: '支出' },
  { key: 'balanceFen', title: '结余' },
]

const nameWidth = 220
const rateWidth = 62

/** Room for the largest amount of a column, the sum at its bottom, in CSS pixels. */
const amountWidth = (largest: Totals): number => {
  const length = Math.max(...measures.map((measure) => formatYuan(largest[measure.key]).length))
  return Math.max(80, Math.ceil(length * 6.8 + 16))
}

/** One leaf column of the figures: a measure, or the rate, of one source or of all together. */
export interface Leaf {
  readonly key: string
  readonly title: string
  readonly width: number
  readonly sourceId: string | null
  /** Null is the rate. */
  readonly measure: keyof Totals | null
  readonly last?: boolean
}

const leavesOf = (sourceId: string | null, width: number, view: MatrixView): readonly Leaf[] => {
  const key = sourceId ?? 'total'
  const shown = view === 'full' || sourceId === null ? measures : measures.slice(2)
  const amounts = shown.map((measure) => ({
    key: `${key} ${measure.key}`,
    title: measure.title,
    width,
    sourceId,
    measure: measure.key,
  }))
  if (view === 'balance' && sourceId !== null) return amounts
  return [...amounts, { key: `${key} rate`, title: '执行率', width: rateWidth, sourceId, measure: null }]
}

/** The last column is wider by what `lastColumn` keeps free. */
const withRoomAtEnd = (groups: readonly LeafGroup[]): readonly LeafGroup[] =>
  groups.map((group, index) =>
    index < groups.length - 1
      ? group
      : {
          ...group,
          leaves: group.leaves.map((leaf, place) =>
            place < group.leaves.length - 1 ? leaf : { ...leaf, width: leaf.width + 12, last: true },
          ),
        },
  )

export interface LeafGroup {
  readonly title: string
  readonly key: string
  readonly leaves: readonly Leaf[]
}

/** The sums that stand at the bottom of the matrix. */
export type MatrixSums = Pick<MatrixLine, 'bySource' | 'total'>

/** 合计 first, then each source; as wide as the sums need. */
export const leafGroups = (
  sources: readonly FundSource[],
  view: MatrixView,
  sums: MatrixSums,
): readonly LeafGroup[] =>
  withRoomAtEnd([
    { title: '合计', key: 'total', leaves: leavesOf(null, amountWidth(sums.total), view) },
    ...sources.map((source) => {
      const width = amountWidth(sums.bySource[source.id] ?? nothing)
      return {
        title: source.name,
        key: source.id,
        // A single column must hold the source's name as well.
        leaves: leavesOf(source.id, view === 'full' ? width : Math.max(width, 128), view),
      }
    }),
  ])

/** The width of all columns, in CSS pixels. */
export const matrixWidth = (groups: readonly LeafGroup[]): number =>
  nameWidth + groups.flatMap((group) => group.leaves).reduce((width, leaf) => width + leaf.width, 0)

/** The figures one leaf shows of a line: those of its source, or of all. */
export const totalsFor = (line: MatrixSums, leaf: Leaf): Totals =>
  leaf.sourceId === null ? line.total : (line.bySource[leaf.sourceId] ?? nothing)

/** The columns of 预算矩阵: the branch frozen at the left, 合计, then the sources. */
export const matrixColumns = (groups: readonly LeafGroup[]): TableColumnsType<MatrixLine> => [
  {
    title: '社区 / 党支部',
    key: 'name',
    fixed: 'left',
    width: nameWidth,
    ellipsis: true,
    render: (_, line) => (line.kind === 'community' ? `${line.name}（${line.branches} 个支部）` : line.name),
  },
  ...groups.map((group) => ({
    title: group.title,
    key: group.key,
    children: group.leaves.map((leaf) => ({
      title: leaf.title,
      key: leaf.key,
      width: leaf.width,
      align: 'right' as const,
      ...(leaf.last === true ? lastColumn : {}),
      render: (_: unknown, line: MatrixLine) => {
        const totals = totalsFor(line, leaf)
        if (leaf.measure === null) return rateText(totals)
        const href = line.unitId === null ? null : fundingPath('ledger', line.unitId, leaf.sourceId)
        return <AmountCell fen={totals[leaf.measure]} href={href} />
      },
    })),
  })),
]
