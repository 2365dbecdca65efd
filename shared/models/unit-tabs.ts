import type { Totals } from './statement.ts'
import type { UnitRef } from './unit.ts'

/** Money of one year from one source. */
export interface SourceFunds extends Totals {
  readonly sourceId: string
  readonly source: string
}

/** What a unit and those below it got and spent in a year, in fen; only where there is an entry. */
export interface UnitFunds {
  readonly year: number
  readonly total: Totals
  readonly sources: readonly SourceFunds[]
  /** Each unit with entries of its own, dissolved ones too, in the order of the tree. */
  readonly units: readonly { readonly unit: UnitRef; readonly totals: Totals }[]
}
