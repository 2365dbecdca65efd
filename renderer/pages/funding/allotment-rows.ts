import type { AllotmentLine, AllotmentPlan } from '../../../shared/models/funding.ts'
import { formatYuan, sumFen } from '../../../shared/rules/money.ts'

/** One branch of an allotment: what it gets anew from each source, and what it has already. */
export interface AllotmentRow {
  readonly unitId: string
  readonly branch: string
  readonly community: string
  readonly lines: readonly AllotmentLine[]
  readonly newFen: number
}

/** The lines of a plan by branch, in the plan's order. */
export const allotmentRows = (plan: AllotmentPlan): readonly AllotmentRow[] => {
  const byUnit = new Map<string, AllotmentLine[]>()
  for (const line of plan.lines) {
    const lines = byUnit.get(line.unitId)
    if (lines === undefined) byUnit.set(line.unitId, [line])
    else lines.push(line)
  }
  return [...byUnit.values()].flatMap((lines) => {
    const [first] = lines
    if (first === undefined) return []
    return [
      {
        unitId: first.unitId,
        branch: first.branch,
        community: first.community,
        lines,
        newFen: sumFen(
          lines.filter((line) => line.state === 'new'),
          (line) => line.amountFen,
        ),
      },
    ]
  })
}

/** What the plan would do, and by which rule, in sentences. */
export const allotmentSentence = (plan: AllotmentPlan): string => {
  if (plan.lines.length === 0) return `${plan.year}年还没有可用的定额标准，没有可以安排的经费。`
  if (plan.newBranches === 0) {
    return `${plan.street}的党支部${plan.year}年都已按定额安排，没有缺的，不会重复安排。`
  }
  const amounts = new Map<string, Set<number>>()
  for (const line of plan.lines) {
    if (line.state !== 'new') continue
    amounts.set(line.sourceName, (amounts.get(line.sourceName) ?? new Set()).add(line.amountFen))
  }
  const bySource = [...amounts]
    .map(([source, fens]) => `${source}每个支部 ${[...fens].map(formatYuan).join('、')} 元`)
    .join('，')
  return `将为${plan.street}的 ${plan.newBranches} 个党支部安排${plan.year}年经费 ${formatYuan(plan.newFen)} 元：${bySource}。`
}
