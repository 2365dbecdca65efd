import type { Statement, StatementCommunity, Totals } from '../models/statement.ts'
import { livesOn, type PlacedUnit } from './branch-order.ts'
import { capitalWithCurrency } from './capital.ts'
import { sumFen } from './money.ts'

/** What one unit got from one source in a year, and spent of it, in fen. */
export interface FundSum {
  readonly unitId: string
  readonly sourceId: string
  readonly appropriatedFen: number
  readonly spentFen: number
}

/** Adds up; the balance is derived here and nowhere else. */
export const totalsOf = (parts: readonly Pick<Totals, 'appropriatedFen' | 'spentFen'>[]): Totals => {
  const appropriatedFen = sumFen(parts, (part) => part.appropriatedFen)
  const spentFen = sumFen(parts, (part) => part.spentFen)
  return { appropriatedFen, spentFen, balanceFen: appropriatedFen - spentFen }
}

/** 执行率: spent ÷ appropriated, e.g. 0.42; null where nothing was appropriated. */
export const executionRate = (totals: Totals): number | null =>
  totals.appropriatedFen === 0 ? null : totals.spentFen / totals.appropriatedFen

/** Sums by unit, so that thousands of lines are not searched again for each branch. */
export const sumsByUnit = (sums: readonly FundSum[]): ReadonlyMap<string, readonly FundSum[]> => {
  const byUnit = new Map<string, FundSum[]>()
  for (const sum of sums) {
    const found = byUnit.get(sum.unitId)
    if (found === undefined) byUnit.set(sum.unitId, [sum])
    else found.push(sum)
  }
  return byUnit
}

/**
 * Which units the statement and the matrix list: branches living `on` that day, and whatever else has money in
 * the year, so that the total is always the sum of all vouchers. Keeps the order given.
 */
export const reportedUnits = (
  placed: readonly PlacedUnit[],
  byUnit: ReadonlyMap<string, readonly FundSum[]>,
  on: string,
): readonly PlacedUnit[] =>
  placed.filter(({ unit }) => (unit.kind === 'branch' && livesOn(unit, on)) || byUnit.has(unit.id))

export interface StatementParts {
  readonly year: number
  readonly preparedBy: string
  /** ISO date the figures were taken; branches dissolved by then are listed only when they have money in the year. */
  readonly preparedOn: string
  /** In tree order, of the street reported. */
  readonly placed: readonly PlacedUnit[]
  /** Of the year; sums of units that are not in `placed` are left out. */
  readonly sums: readonly FundSum[]
}

/** 预算执行情况表 from rows: one group per community in the order of its first branch, subtotals, total. */
export const buildStatement = ({ year, preparedBy, preparedOn, placed, sums }: StatementParts): Statement => {
  const byUnit = sumsByUnit(sums)
  const groups = new Map<string, { readonly name: string; readonly units: PlacedUnit[] }>()
  for (const line of reportedUnits(placed, byUnit, preparedOn)) {
    const group = groups.get(line.community.id)
    if (group === undefined) groups.set(line.community.id, { name: line.community.name, units: [line] })
    else group.units.push(line)
  }
  const communities = [...groups.values()].map(({ name, units }): StatementCommunity => {
    const rows = units.map(({ unit }) => ({
      unitId: unit.id,
      branch: unit.name,
      ...totalsOf(byUnit.get(unit.id) ?? []),
    }))
    return { name, rows, ...totalsOf(rows) }
  })
  const total = totalsOf(communities)
  return {
    year,
    preparedBy,
    preparedOn,
    communities,
    total,
    capital: {
      appropriated: capitalWithCurrency(total.appropriatedFen),
      spent: capitalWithCurrency(total.spentFen),
      balance: capitalWithCurrency(total.balanceFen),
    },
  }
}
