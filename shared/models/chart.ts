import type { BranchKind, UnitKind } from './unit.ts'

/** One box of the chart. Name, parent and people are those of the day asked for. */
export interface ChartRow {
  readonly id: string
  readonly kind: UnitKind
  readonly branchKind: BranchKind | null
  readonly parentId: string | null
  readonly name: string
  readonly sort: number
  /** Units directly below it on that day. */
  readonly childCount: number
  /** Its units below are among the rows. */
  readonly open: boolean
  /** The secretary, or the head of a building group; null when there is none. */
  readonly head: string | null
  /** Members of this unit and of the units below it. */
  readonly memberCount: number
}

/** The lowest units that are shown without opening a box by hand. */
export const chartLevels = ['communityCommittee', 'branch', 'all'] as const
export type ChartLevel = (typeof chartLevels)[number]

export interface ChartAnswer {
  /** Parents before children, siblings in their order. */
  readonly rows: readonly ChartRow[]
  /** The level asked for, or the one that suits the size of the tree. */
  readonly level: ChartLevel
  /** Further boxes stay closed: as many are open as can be shown. */
  readonly limited: boolean
}

export const chartPapers = ['a4', 'a3'] as const
export type ChartPaper = (typeof chartPapers)[number]

/** What the print page is given. Dates are ISO days. */
export interface ChartPrint {
  readonly title: string
  /** 截至 */
  readonly day: string
  readonly paper: ChartPaper
  readonly landscape: boolean
  readonly rows: readonly ChartRow[]
}
