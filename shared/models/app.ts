import type { PeopleColumnKey } from './people-list.ts'
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

export interface Settings {
  /** 单位名称, printed as 编制单位 where no street is chosen. */
  readonly organizationName: string
  readonly cardEdition: string
  readonly theme: 'system' | 'light' | 'dark'
  /** Name written to the audit trail. */
  readonly operator: string
  /** Columns of the list of people that somebody gave a name. */
  readonly peopleColumnSets: readonly PeopleColumnSet[]
}

export interface PeopleColumnSet {
  readonly name: string
  readonly columns: readonly PeopleColumnKey[]
}
