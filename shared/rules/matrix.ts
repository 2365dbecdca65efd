import type { FundingMatrix, FundSource, MatrixRow } from '../models/funding.ts'
import type { PlacedUnit } from './branch-order.ts'
import { type FundSum, reportedUnits, sumsByUnit, totalsOf } from './statement.ts'

/** 预算矩阵: the branches of the statement, each source a column. `on` is the ISO day the figures were taken. */
export const buildMatrix = (
  year: number,
  sources: readonly FundSource[],
  placed: readonly PlacedUnit[],
  sums: readonly FundSum[],
  on: string,
): FundingMatrix => {
  const byUnit = sumsByUnit(sums)
  const rows = reportedUnits(placed, byUnit, on).map(({ unit, community, street }): MatrixRow => {
    const own = byUnit.get(unit.id) ?? []
    return {
      unitId: unit.id,
      branch: unit.name,
      community: community.name,
      street,
      bySource: Object.fromEntries(
        sources.map((source) => [source.id, totalsOf(own.filter((sum) => sum.sourceId === source.id))]),
      ),
      total: totalsOf(own),
    }
  })
  return { year, sources, rows, total: totalsOf(rows.map((row) => row.total)) }
}
