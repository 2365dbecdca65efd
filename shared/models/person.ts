/** Member categories met in rosters; `null` where the person is no party member on record. */
export const memberCategories = ['full', 'probationary'] as const
export type MemberCategory = (typeof memberCategories)[number]

/** 居住党员 · 报到党员 · 离退休党员 · 在职党员 · 流动党员. */
export const memberKinds = ['resident', 'reporting', 'retired', 'employed', 'floating'] as const
export type MemberKind = (typeof memberKinds)[number]

/**
 * A person as lists show it: phone and ID are masked (first 3 / last 4, first 6 / last 4);
 * the full value is a separate, logged request (个人信息保护法, domain rules).
 */
export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly gender: string | null
  readonly birthDate: string | null
  readonly phoneMasked: string | null
  readonly phone2Masked: string | null
  readonly idNumberMasked: string | null
  readonly category: MemberCategory | null
  /** Name of the branch the person is a member of, and of its community. */
  readonly branchName: string | null
  readonly communityName: string | null
  /** Living posts, e.g. “六堰社区 · 书记”, joined by “；”. */
  readonly posts: string
  readonly version: number
}

/** A membership: where, from, to. */
export interface PersonTerm {
  readonly id: string
  readonly version: number
  readonly unitId: string
  readonly unitName: string
  readonly communityName: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** 双报到 to a community. */
export interface Reporting extends PersonTerm {
  readonly workUnit: string | null
  readonly claimedPost: string | null
  readonly specialty: string | null
  /** 所属党委 of the work unit, and 服务类别. */
  readonly partyCommittee: string | null
  readonly serviceType: string | null
}

/** Volunteers in a community. */
export interface Volunteering extends PersonTerm {
  readonly team: string | null
  readonly serviceType: string | null
  readonly specialty: string | null
}

export interface PersonDetail extends PersonRow {
  readonly ethnicity: string | null
  readonly education: string | null
  readonly joinedOn: string | null
  readonly confirmedOn: string | null
  readonly occupation: string | null
  /** Masked like the phones. */
  readonly landline: string | null
  readonly address: string | null
  readonly note: string
  readonly branchId: string | null
  /** 政治面貌 of somebody who is no party member on record. */
  readonly politicalStatus: string | null
  readonly memberKind: MemberKind | null
  /** How the surname is read where the dictionary has it wrong, e.g. `chong`. */
  readonly surnameReading: string | null
  /** The person left the office's care: ISO day, and why. */
  readonly endedOn: string | null
  readonly endedReason: string | null
  /** Living ones first, then past ones, the latest first. */
  readonly memberships: readonly PersonTerm[]
  readonly reports: readonly Reporting[]
  readonly volunteering: readonly Volunteering[]
  /** Held posts first, then past ones, the latest first. */
  readonly postList: readonly import('./post.ts').Post[]
}

/** Which personal value is asked for in full. */
export const personalFields = ['phone', 'phone2', 'landline', 'idNumber'] as const
export type PersonalField = (typeof personalFields)[number]
