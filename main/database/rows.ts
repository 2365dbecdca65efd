import type { MemberCategory } from '../../shared/models/person.ts'
import type { PostKind } from '../../shared/models/post.ts'
import type { BranchKind, UnitKind } from '../../shared/models/unit.ts'

/*
 * The rows of each table, by property name. They never leave main/database; queries return shared models.
 * Every table has a text `id` and an integer `version` that each update raises.
 */
interface Row {
  readonly id: string
  readonly version: number
}

export interface UnitRow extends Row {
  readonly kind: UnitKind
  readonly branchKind: BranchKind | null
  readonly parentId: string | null
  readonly name: string
  /** Full pinyin without tones and spaces, and the initials; for the search box. */
  readonly pinyin: string
  readonly initials: string
  readonly sort: number
  readonly foundedOn: string | null
  readonly dissolvedOn: string | null
  readonly note: string
  /** Emergency branch: the ordinary branch it stands beside. */
  readonly besideId: string | null
  readonly partnerUnitId: string | null
}

export interface EstateRow extends Row {
  readonly communityId: string | null
  readonly name: string
  readonly buildingCount: number | null
  readonly householdCount: number | null
}

export interface UnitEstateRow extends Row {
  readonly unitId: string
  readonly estateId: string
}

export interface PartnerUnitRow extends Row {
  readonly name: string
}

export interface PersonRecord extends Row {
  readonly name: string
  readonly pinyin: string
  readonly initials: string
  readonly gender: string | null
  readonly ethnicity: string | null
  readonly birthDate: string | null
  readonly idNumber: string | null
  readonly phone: string | null
  readonly phone2: string | null
  readonly landline: string | null
  readonly education: string | null
  readonly occupation: string | null
  readonly address: string | null
  readonly category: MemberCategory | null
  readonly joinedOn: string | null
  readonly confirmedOn: string | null
  /** 党籍状态 */
  readonly partyStatus: string | null
  readonly outOfContact: number | null
  readonly outOfContactSince: string | null
  readonly floating: number | null
  readonly floatingTo: string | null
  readonly note: string
}

export interface MembershipRow extends Row {
  readonly personId: string
  readonly unitId: string
  readonly startsOn: string | null
  readonly endsOn: string | null
}

export interface PostRow extends Row {
  readonly personId: string
  readonly unitId: string
  readonly kind: PostKind
  readonly position: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
}

export interface FundSourceRow extends Row {
  readonly name: string
  readonly sort: number
}

export interface FundStandardRow extends Row {
  readonly unitKind: UnitKind
  readonly sourceId: string
  readonly amountFen: number
  readonly fromYear: number
}

export interface AppropriationRow extends Row {
  readonly year: number
  readonly unitId: string
  readonly sourceId: string
  readonly amountFen: number
  readonly date: string
  readonly note: string
  readonly standardId: string | null
  /** `standard:year:unit:source` for an allotment by standard, unique: it can be made only once. Else null. */
  readonly onceKey: string | null
  /** 冲销: the appropriation that this negative one takes back, unique: it can be taken back only once. Else null. */
  readonly reversesId: string | null
}

export interface DisbursementRow extends Row {
  readonly year: number
  readonly unitId: string
  readonly sourceId: string
  readonly date: string
  readonly voucherNo: string
  readonly summary: string
  readonly category: string
  readonly payee: string
  readonly handler: string
  /** Negative for a reversal. */
  readonly amountFen: number
  readonly reversesId: string | null
}

export interface ImportRunRow extends Row {
  readonly at: string
  readonly file: string
  readonly actor: string
  /** JSON of ImportOutcome. */
  readonly outcome: string
}

export interface SettingRow extends Row {
  /** JSON. */
  readonly value: string
}

/** Table name → its row type. */
export interface Tables {
  unit: UnitRow
  estate: EstateRow
  unitEstate: UnitEstateRow
  partnerUnit: PartnerUnitRow
  person: PersonRecord
  membership: MembershipRow
  post: PostRow
  fundSource: FundSourceRow
  fundStandard: FundStandardRow
  appropriation: AppropriationRow
  disbursement: DisbursementRow
  importRun: ImportRunRow
  setting: SettingRow
}
export type TableName = keyof Tables

/** A row as it is inserted: the version begins at 1. */
export type NewRow<T extends TableName> = Omit<Tables[T], 'version'>
export type Patch<T extends TableName> = Partial<Omit<Tables[T], 'id' | 'version'>>
