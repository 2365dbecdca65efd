import type { PersonDetail } from './person.ts'

/** Why two records may be one person. */
export const duplicateReasons = ['idNumber', 'phone', 'birth'] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

/** Two records that may be one person; ids in their order. */
export interface DuplicatePair {
  readonly aId: string
  readonly bId: string
  readonly name: string
  readonly reason: DuplicateReason
  /** Branch of each, or where each holds a post. */
  readonly aPlace: string
  readonly bPlace: string
}

/** Fields that a merger takes from the one or the other, in the order they are shown. */
export const mergeFields = [
  'name',
  'gender',
  'idNumber',
  'phone',
  'phone2',
  'landline',
  'birthDate',
  'ethnicity',
  'education',
  'occupation',
  'category',
  'memberKind',
  'joinedOn',
  'confirmedOn',
  'address',
  'surnameReading',
  'note',
] as const
export type MergeField = (typeof mergeFields)[number]

/** One field of both, masked as on screen; `suggested`: which of the two is taken unless told otherwise. */
export interface MergeLine {
  readonly field: MergeField
  readonly a: string | null
  readonly b: string | null
  readonly suggested: 'a' | 'b'
}

export interface DuplicateDetail {
  readonly a: PersonDetail
  readonly b: PersonDetail
  /** Only fields in which they differ. */
  readonly lines: readonly MergeLine[]
}
