import type { Gap } from './organization.ts'

export interface AppInfo {
  readonly version: string
  readonly dataDirectory: string
  /** Nothing has been imported or created yet. */
  readonly empty: boolean
  /** The data is the sample street. */
  readonly sample: boolean
  /** Edits that the office itself made in the sample street; 0 outside it. */
  readonly ownEdits: number
  readonly runtime: string
}

/** A file the program wrote; the window opens it by `savedId`, never by path. */
export interface SavedFile {
  readonly savedId: string
  readonly name: string
  readonly folder: string
  readonly pages?: number
}

export interface Overview {
  /** The eight figures an office reports; a `key` that ends in `Fen` is money in fen. */
  readonly figures: readonly { readonly key: string; readonly label: string; readonly value: number }[]
  /** At most 200. */
  readonly todos: readonly Todo[]
  /** All of them, also those not listed. */
  readonly todoCount: number
  readonly branchesByCommunity: readonly {
    readonly community: string
    readonly branches: number
    readonly groups: number
  }[]
  readonly fundsByMonth: readonly {
    /** `YYYY-MM`; all twelve months of the year. */
    readonly month: string
    readonly appropriatedFen: number
    readonly spentFen: number
  }[]
  readonly fundsBySource: readonly { readonly source: string; readonly appropriatedFen: number }[]
}

export interface Todo {
  readonly gap: Gap
  readonly unitId: string
  readonly unitName: string
}

export interface Settings {
  /** 单位名称, printed as 编制单位 where no street is chosen. */
  readonly organizationName: string
  readonly cardEdition: string
  readonly theme: 'system' | 'light' | 'dark'
  /** Name written to the audit trail. */
  readonly operator: string
}
