/** One row of a template by field of its column table, each value as the cell shows it; what is not known is missing. */
export type TemplateRow = Readonly<Record<string, string>>

/** What a template offers to choose from, besides the words that are the same everywhere. */
export interface TemplateLists {
  readonly communities: readonly string[]
  /** Of the one community the template is for; empty in one for any community. */
  readonly branches: readonly string[]
  readonly estates: readonly string[]
  /** The office's sources of money. */
  readonly sources: readonly string[]
}

/** The community a template is for, and its street. */
export interface TemplatePlace {
  readonly community: string
  readonly street: string | null
}

/** What the 序号 of a template's example row says or begins with; the import passes such a row over. */
export const exampleMark = '例'
