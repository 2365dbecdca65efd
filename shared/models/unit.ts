/** Kinds of party organization (street → community → branch → group); an emergency branch is an overlay. */
export const unitKinds = [
  'streetCommittee',
  'communityCommittee',
  'branch',
  'buildingGroup',
  'memberHousehold',
  'emergencyBranch',
] as const
export type UnitKind = (typeof unitKinds)[number]

export const branchKinds = ['estate', 'grid', 'joint', 'property', 'temporary'] as const
export type BranchKind = (typeof branchKinds)[number]

/** One node of the organization tree. Dates are ISO `YYYY-MM-DD`, or `YYYY-MM` where the day is unknown. */
export interface UnitNode {
  readonly id: string
  readonly kind: UnitKind
  readonly branchKind: BranchKind | null
  readonly parentId: string | null
  readonly name: string
  readonly sort: number
  readonly foundedOn: string | null
  readonly dissolvedOn: string | null
  readonly version: number
}

export interface Estate {
  readonly id: string
  readonly communityId: string | null
  readonly name: string
  readonly buildingCount: number | null
  readonly householdCount: number | null
  readonly version: number
}

export interface PartnerUnit {
  readonly id: string
  readonly name: string
}

/** A link to another unit, for paths and references. */
export interface UnitRef {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
}
