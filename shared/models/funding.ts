import type { Totals } from './statement.ts'

export interface FundSource {
  readonly id: string
  readonly name: string
  readonly sort: number
}

/** An amount per branch and year from one source, from `fromYear` on. */
export interface FundStandard {
  readonly id: string
  readonly sourceId: string
  readonly sourceName: string
  readonly amountFen: number
  readonly fromYear: number
  readonly version: number
}

/** One line of 按定额安排 before it is done: what a branch gets, and whether it has it already. */
export interface AllotmentLine {
  readonly unitId: string
  readonly branch: string
  readonly community: string
  readonly sourceId: string
  readonly sourceName: string
  readonly amountFen: number
  readonly state: 'new' | 'done'
}

export interface AllotmentPlan {
  readonly year: number
  readonly streetId: string
  readonly street: string
  readonly lines: readonly AllotmentLine[]
  /** Distinct branches with at least one new line, and the sum of the new lines. */
  readonly newBranches: number
  readonly newFen: number
}

export interface AllotmentOutcome {
  readonly branches: number
  readonly totalFen: number
  /** What had been allotted before by the same standard. */
  readonly alreadyBranches: number
  readonly alreadyFen: number
}

export interface MatrixRow {
  readonly unitId: string
  readonly branch: string
  readonly community: string
  readonly street: string
  readonly bySource: Readonly<Record<string, Totals>>
  readonly total: Totals
}

export interface FundingMatrix {
  readonly year: number
  readonly sources: readonly FundSource[]
  readonly rows: readonly MatrixRow[]
  readonly total: Totals
}

/** One line of the 收支流水. Amounts in fen; exactly one of income and expense is not 0 (of a reversal it is negative). */
export interface LedgerEntry {
  readonly id: string
  readonly type: 'appropriation' | 'disbursement'
  readonly date: string
  readonly voucherNo: string | null
  readonly summary: string
  readonly unitId: string
  readonly branch: string
  readonly sourceId: string
  readonly sourceName: string
  readonly category: string | null
  readonly payee: string | null
  readonly handler: string | null
  readonly incomeFen: number
  readonly expenseFen: number
  /** Running balance of the entries listed. */
  readonly balanceFen: number
  /**
   * The voucher number of what this one reverses, or of what reversed this one; for an appropriation, which has no
   * number, the ISO date.
   */
  readonly reverses: string | null
  readonly reversedBy: string | null
}

/** Categories of spending offered first; free text is allowed. */
export const spendingCategories = [
  '活动经费',
  '办公费',
  '设施维护',
  '慰问支出',
  '租赁费',
  '人员经费',
] as const
