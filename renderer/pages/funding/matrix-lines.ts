import type { FundingMatrix, FundSource, MatrixRow } from '../../../shared/models/funding.ts'
import type { Totals } from '../../../shared/models/statement.ts'
import { executionRate, totalsOf } from '../../../shared/rules/statement.ts'

/** A line of the matrix on screen: a community with its subtotal, or a branch below it. */
export interface MatrixLine {
  readonly key: string
  readonly kind: 'community' | 'branch'
  readonly name: string
  /** Null for a community: its numbers open no ledger of one branch. */
  readonly unitId: string | null
  readonly branches: number
  readonly bySource: Readonly<Record<string, Totals>>
  readonly total: Totals
  readonly children?: readonly MatrixLine[]
}

const nothing: Totals = { appropriatedFen: 0, spentFen: 0, balanceFen: 0 }

const lineOf = (row: MatrixRow): MatrixLine => ({
  key: row.unitId,
  kind: 'branch',
  name: row.branch,
  unitId: row.unitId,
  branches: 1,
  bySource: row.bySource,
  total: row.total,
})

/** The sums of some rows, by source. */
export const sumsBySource = (
  rows: readonly MatrixRow[],
  sources: readonly FundSource[],
): Readonly<Record<string, Totals>> =>
  Object.fromEntries(
    sources.map((source) => [source.id, totalsOf(rows.map((row) => row.bySource[source.id] ?? nothing))]),
  )

/** One line per community with its branches below, in the order of the rows; communities of one name in two streets stay apart. */
export const matrixLines = (matrix: FundingMatrix): readonly MatrixLine[] => {
  const groups = new Map<string, MatrixRow[]>()
  for (const row of matrix.rows) {
    const key = `${row.street}\n${row.community}`
    const rows = groups.get(key)
    if (rows === undefined) groups.set(key, [row])
    else rows.push(row)
  }
  return [...groups].map(([key, rows]) => ({
    key: `community ${key}`,
    kind: 'community',
    name: rows[0]?.community ?? '',
    unitId: null,
    branches: rows.length,
    bySource: sumsBySource(rows, matrix.sources),
    total: totalsOf(rows.map((row) => row.total)),
    children: rows.map(lineOf),
  }))
}

/** Lines whose community or branch name passes `matches`; a community that passes keeps all its branches. */
export const filterLines = (
  lines: readonly MatrixLine[],
  matches: (name: string) => boolean,
): readonly MatrixLine[] =>
  lines.flatMap((line) => {
    if (matches(line.name)) return [line]
    const children = (line.children ?? []).filter((child) => matches(child.name))
    return children.length === 0 ? [] : [{ ...line, children }]
  })

/** Sources that have any money in the year; all of them where none has, so that the table has its columns. */
export const usedSources = (matrix: FundingMatrix): readonly FundSource[] => {
  const used = matrix.sources.filter((source) =>
    matrix.rows.some((row) => {
      const totals = row.bySource[source.id] ?? nothing
      return totals.appropriatedFen !== 0 || totals.spentFen !== 0
    }),
  )
  return used.length === 0 ? matrix.sources : used
}

/** “42.0%”, or a dash where nothing was appropriated. */
export const rateText = (totals: Totals): string => {
  const rate = executionRate(totals)
  return rate === null ? '—' : `${(rate * 100).toFixed(1)}%`
}
