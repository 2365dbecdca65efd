import type { AllotmentLine, AllotmentOutcome, AllotmentPlan, FundStandard } from '../models/funding.ts'
import type { UnitRef } from '../models/unit.ts'
import { livesOn, type PlacedUnit } from './branch-order.ts'
import { sumFen } from './money.ts'

/** One branch gets from one source by standard only once a year; the database holds this key unique. */
export const onceKey = (year: number, unitId: string, sourceId: string): string =>
  `standard:${year}:${unitId}:${sourceId}`

/** The last year that money may be given for: the next one, since budgets are made before it begins. `today` is ISO. */
export const latestYear = (today: string): number => Number(today.slice(0, 4)) + 1

/** The standard of each source that holds in `year`: the latest that began by then. One of 0 allots nothing. */
export const standardsOf = (standards: readonly FundStandard[], year: number): readonly FundStandard[] => {
  const bySource = new Map<string, FundStandard>()
  for (const standard of standards) {
    const found = bySource.get(standard.sourceId)
    if (standard.fromYear <= year && (found === undefined || standard.fromYear > found.fromYear)) {
      bySource.set(standard.sourceId, standard)
    }
  }
  return [...bySource.values()].filter((standard) => standard.amountFen > 0)
}

export interface AllotmentParts {
  readonly year: number
  readonly street: Pick<UnitRef, 'id' | 'name'>
  /** In tree order, of that street. */
  readonly placed: readonly PlacedUnit[]
  readonly standards: readonly FundStandard[]
  /** Once key → fen, of what has been allotted by standard. */
  readonly done: ReadonlyMap<string, number>
  /** ISO date of today: only branches living then get money. */
  readonly on: string
}

/** Per living branch and standard one line; what was allotted before keeps the amount it had. */
export const planAllotment = ({
  year,
  street,
  placed,
  standards,
  done,
  on,
}: AllotmentParts): AllotmentPlan => {
  const inForce = standardsOf(standards, year)
  const lines = placed
    .filter(({ unit }) => unit.kind === 'branch' && livesOn(unit, on))
    .flatMap(({ unit, community }) =>
      inForce.map((standard): AllotmentLine => {
        const already = done.get(onceKey(year, unit.id, standard.sourceId))
        return {
          unitId: unit.id,
          branch: unit.name,
          community: community.name,
          sourceId: standard.sourceId,
          sourceName: standard.sourceName,
          amountFen: already ?? standard.amountFen,
          state: already === undefined ? 'new' : 'done',
        }
      }),
    )
  const fresh = lines.filter((line) => line.state === 'new')
  return {
    year,
    streetId: street.id,
    street: street.name,
    lines,
    newBranches: new Set(fresh.map((line) => line.unitId)).size,
    newFen: sumFen(fresh, (line) => line.amountFen),
  }
}

/** What carrying out a plan answers. */
export const outcomeOf = (plan: AllotmentPlan): AllotmentOutcome => {
  const already = plan.lines.filter((line) => line.state === 'done')
  return {
    branches: plan.newBranches,
    totalFen: plan.newFen,
    alreadyBranches: new Set(already.map((line) => line.unitId)).size,
    alreadyFen: sumFen(already, (line) => line.amountFen),
  }
}
