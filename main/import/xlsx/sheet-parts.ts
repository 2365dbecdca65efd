import type { ReadReport } from '../grid.ts'
import type { CellBudget } from '../grid-rows.ts'
import type { NumberStyle } from './styles.ts'

/** What the cells of a sheet refer to. */
export interface SheetParts {
  readonly strings: readonly string[]
  readonly styles: readonly NumberStyle[]
  readonly date1904: boolean
  /** Of the whole file. */
  readonly budget: CellBudget
}

/** Which sheet is read. */
export interface SheetHead {
  readonly name: string
  readonly hidden: boolean
  /** Called with the bytes that are done and those of the sheet. */
  readonly report?: ReadReport
}
