/** Appropriated, spent and left, in fen. `balanceFen` is always `appropriatedFen − spentFen`. */
export interface Totals {
  readonly appropriatedFen: number
  readonly spentFen: number
  readonly balanceFen: number
}

export interface StatementRow extends Totals {
  readonly unitId: string
  readonly branch: string
}

export interface StatementCommunity extends Totals {
  /** Name of the community, or of the street for branches directly under it. */
  readonly name: string
  readonly rows: readonly StatementRow[]
}

/** 预算执行情况表: the one model behind the screen, the workbook and the PDF. */
export interface Statement {
  readonly year: number
  /** 编制单位 */
  readonly preparedBy: string
  /** ISO date the figures were taken. */
  readonly preparedOn: string
  readonly communities: readonly StatementCommunity[]
  readonly total: Totals
  /** 支付结算办法: capital amounts of the three totals. */
  readonly capital: { readonly appropriated: string; readonly spent: string; readonly balance: string }
}
