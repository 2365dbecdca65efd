import type { MemberCategory, MemberKind } from '../../shared/models/person.ts'
import type { PostKind } from '../../shared/models/post.ts'
import type { BranchKind, UnitKind } from '../../shared/models/unit.ts'
import type { VenueRight } from '../../shared/models/venue.ts'

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
  /** 批复文件: number, ISO day, and the scanned file. */
  readonly approvalNo: string | null
  readonly approvedOn: string | null
  readonly approvalDocumentId: string | null
  /** Years of a term, the day of the last election and of the next. */
  readonly termYears: number | null
  readonly electedOn: string | null
  readonly nextElectionOn: string | null
}

/**
 * What a unit was before a change: its name and parent from `startsOn` (null: ever since it was founded) up to, not
 * including, `endsOn`. What it is now stands in `unit` alone. `state` is `dissolved` for the time between its end
 * and its restoration.
 */
export interface UnitPastRow extends Row {
  readonly unitId: string
  readonly name: string
  readonly parentId: string | null
  readonly state: 'living' | 'dissolved'
  readonly startsOn: string | null
  readonly endsOn: string
}

/** A dissolved unit and one that followed it. */
export interface SuccessionRow extends Row {
  readonly fromId: string
  readonly toId: string
  readonly kind: 'merge' | 'split'
  /** ISO day. */
  readonly day: string
}

/** A scanned file; its bytes lie in `document_content` under `sha256`, outside of the audit trail. */
export interface DocumentRow extends Row {
  readonly name: string
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

export interface EstateRow extends Row {
  readonly communityId: string | null
  readonly name: string
  readonly buildingCount: number | null
  readonly householdCount: number | null
  /** ISO day on which it ceased to be an estate of the street. */
  readonly endedOn: string | null
}

/** A branch serves an estate. `startsOn` null: since ever. */
export interface UnitEstateRow extends Row {
  readonly unitId: string
  readonly estateId: string
  readonly startsOn: string | null
  readonly endsOn: string | null
}

export interface PartnerUnitRow extends Row {
  readonly name: string
  readonly address: string | null
  /** 负责人 with the office held there, and 联络员. */
  readonly leaderId: string | null
  readonly leaderPosition: string | null
  readonly liaisonId: string | null
  readonly note: string | null
}

/** A partner unit serves a community, or one estate of it. */
export interface PartnerLinkRow extends Row {
  readonly partnerUnitId: string
  readonly unitId: string
  readonly estateId: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** 活动场所. */
export interface VenueRow extends Row {
  readonly name: string
  readonly communityId: string
  readonly estateId: string | null
  readonly address: string | null
  /** Hundredths of a square metre. */
  readonly areaDm2: number | null
  readonly rightKind: VenueRight | null
  readonly owner: string | null
  readonly seats: number | null
  /** ISO days (or months) of the lease. */
  readonly leaseFrom: string | null
  readonly leaseTo: string | null
  /** Fen a year. */
  readonly rentFen: number | null
  readonly keeperId: string | null
  readonly openingHours: string | null
  readonly functions: string | null
  readonly note: string
  readonly endedOn: string | null
}

/** A branch uses a venue. */
export interface VenueUnitRow extends Row {
  readonly venueId: string
  readonly unitId: string
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** Somebody volunteers in a community. */
export interface VolunteerRow extends Row {
  readonly personId: string
  readonly unitId: string
  readonly team: string | null
  readonly serviceType: string | null
  readonly specialty: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** What imports remember: `id` is made of the kind and what it is about, `value` is JSON. */
export interface ImportMemoryRow extends Row {
  readonly kind: string
  readonly value: string
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
  /** 居住、报到、离退休、在职、流动, as the office sorts its members. */
  readonly memberKind: MemberKind | null
  /** The surname's reading where the dictionary has it wrong, e.g. `chong` for 种. */
  readonly surnameReading: string | null
  /** What people are sorted by; empty: not worked out yet (see sort-keys.ts). */
  readonly readingKey: string
  readonly strokeKey: string
  /** The person left the office's care (moved away, died): ISO day, and why. */
  readonly endedOn: string | null
  readonly endedReason: string | null
  /** 政治面貌 of somebody who is no party member on record: 群众, 共青团员, a democratic party. */
  readonly politicalStatus: string | null
  /** The record this one was merged into. */
  readonly mergedIntoId: string | null
}

/** 双报到: a member of a work unit reports to the community of residence. */
export interface ReportingRow extends Row {
  readonly personId: string
  /** The community. */
  readonly unitId: string
  readonly workUnit: string | null
  readonly claimedPost: string | null
  readonly specialty: string | null
  /** 所属党委 of the work unit, and 服务类别. */
  readonly partyCommittee: string | null
  readonly serviceType: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** Two people found alike who are not the same person; `aId` < `bId`. */
export interface NotSameRow extends Row {
  readonly aId: string
  readonly bId: string
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
  /** Households that a neighbor head serves. */
  readonly households: number | null
  /** Of heads: the estate, and the building, stairwell or grid in words, e.g. “1号楼2单元”. */
  readonly estateId: string | null
  readonly place: string | null
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
  /** JSON of `{ name, sha256 }[]`; null for imports before that was kept. */
  readonly files: string | null
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
  unitPast: UnitPastRow
  succession: SuccessionRow
  document: DocumentRow
  reporting: ReportingRow
  notSame: NotSameRow
  fundSource: FundSourceRow
  fundStandard: FundStandardRow
  appropriation: AppropriationRow
  disbursement: DisbursementRow
  venue: VenueRow
  venueUnit: VenueUnitRow
  volunteer: VolunteerRow
  partnerLink: PartnerLinkRow
  importMemory: ImportMemoryRow
  importRun: ImportRunRow
  setting: SettingRow
}
export type TableName = keyof Tables

/** Columns that came later and may be left out of a new row: they are null then. */
interface LaterColumns {
  person: 'politicalStatus'
  post: 'estateId' | 'place'
  partnerUnit: 'address' | 'leaderId' | 'leaderPosition' | 'liaisonId' | 'note'
  reporting: 'partyCommittee' | 'serviceType'
  importRun: 'files'
}
type LaterOf<T extends TableName> = T extends keyof LaterColumns ? LaterColumns[T] : never

/** A row as it is inserted: the version begins at 1. */
export type NewRow<T extends TableName> = Omit<Tables[T], 'version' | LaterOf<T>> &
  Partial<Pick<Tables[T], LaterOf<T> & keyof Tables[T]>>
export type Patch<T extends TableName> = Partial<Omit<Tables[T], 'id' | 'version'>>
