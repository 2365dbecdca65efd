import type { MemberCategory, PersonalField } from './person.ts'
import type { UnitRef } from './unit.ts'
import type { VenueRight } from './venue.ts'

/** What stands in the registers of venues, volunteers, reports and partner units; phones are masked. */

interface Venue {
  readonly id: string
  readonly name: string
  readonly communityId: string
  readonly communityName: string
  readonly address: string | null
  /** Hundredths of a square metre. */
  readonly areaDm2: number | null
  readonly right: VenueRight | null
  readonly seats: number | null
  /** ISO days or months of the lease. */
  readonly leaseFrom: string | null
  readonly leaseTo: string | null
  /** Fen a year. */
  readonly rentFen: number | null
  readonly keeperName: string | null
  readonly keeperPhoneMasked: string | null
  readonly openingHours: string | null
}

/** A venue in the list; `branches` are the names of those that use it today. */
export interface VenueLine extends Venue {
  readonly branches: readonly string[]
}

export interface VenueDetail extends Venue {
  readonly estateName: string | null
  readonly owner: string | null
  readonly functions: string | null
  readonly note: string
  readonly endedOn: string | null
  readonly keeper: {
    readonly id: string
    readonly version: number
    /** Which of the numbers is shown. */
    readonly phoneField: PersonalField
  } | null
  /** Those that use it first, then those that used it. */
  readonly uses: readonly {
    readonly id: string
    readonly unit: UnitRef
    readonly startsOn: string | null
    readonly endsOn: string | null
  }[]
}

/** Of all venues in use, whatever the list is narrowed to. */
export interface VenueFigures {
  readonly venues: number
  /** Used by more than one branch. */
  readonly shared: number
  readonly areaDm2: number
  /** Venues whose area is not filled in. */
  readonly withoutArea: number
  readonly branches: number
  readonly branchesWithout: number
  readonly communities: readonly { readonly id: string; readonly name: string; readonly count: number }[]
  readonly rights: readonly { readonly right: VenueRight | null; readonly count: number }[]
}

/** A branch that uses no venue. */
export interface BranchWithoutVenue {
  readonly id: string
  readonly name: string
  readonly communityName: string | null
}

interface Registered {
  /** Of the volunteering or the report, not of the person. */
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly phoneMasked: string | null
  readonly communityName: string
  readonly serviceType: string | null
  readonly specialty: string | null
  readonly startsOn: string | null
}

export interface VolunteerLine extends Registered {
  readonly team: string | null
  readonly politicalStatus: string | null
  readonly category: MemberCategory | null
}

export interface ReportingLine extends Registered {
  readonly workUnit: string | null
  readonly partyCommittee: string | null
  readonly claimedPost: string | null
}

/** Somebody who speaks for a partner unit. */
export interface PartnerContact {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly phoneMasked: string | null
  /** Which of the numbers that is. */
  readonly phoneField: PersonalField
}

/** 包联单位 with what it serves today. */
export interface PartnerLine {
  readonly id: string
  readonly name: string
  readonly address: string | null
  readonly note: string | null
  readonly leader: PartnerContact | null
  readonly leaderPosition: string | null
  readonly liaison: PartnerContact | null
  readonly communities: readonly UnitRef[]
  /** Estates with their communities. */
  readonly estates: readonly { readonly name: string; readonly community: UnitRef }[]
  readonly emergencyBranches: readonly UnitRef[]
}

/** What somebody is politically: as written in a register, else by the kind of membership. */
export const politicalStatusOf = (person: {
  readonly politicalStatus: string | null
  readonly category: MemberCategory | null
}): string | null => {
  if (person.category === 'full') return '中共党员'
  if (person.category === 'probationary') return '中共预备党员'
  return person.politicalStatus
}
