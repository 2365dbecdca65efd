import type { TemplateLists, TemplateRow } from '../../shared/models/template.ts'
import type { Sheet } from '../../shared/sheets/sheet.ts'

/** What a template is made of. The parts are plain data: it is built off the main thread. */
export interface Template {
  /** The tables of the ledger; money has two. */
  readonly sheets: readonly Sheet[]
  readonly title: string
  /** Null: for any community. */
  readonly community: string | null
  readonly street: string | null
  /** What is known, for each of `sheets`. */
  readonly rows: readonly (readonly TemplateRow[])[]
  readonly lists: TemplateLists
}

/** Rows 1 and 2 are the title and the line of the unit. */
export const firstHeaderRow = 3
