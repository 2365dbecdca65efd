import type { MemberKind, PersonRow } from './person.ts'

/** A person in the list. */
export interface ListedPerson extends PersonRow {
  readonly memberKind: MemberKind | null
  readonly joinedOn: string | null
  readonly education: string | null
  /** ISO day on which the person left the office's care. */
  readonly endedOn: string | null
}

/** Somebody to be chosen in a form. */
export interface PersonOption {
  readonly id: string
  readonly name: string
  readonly phoneMasked: string | null
  readonly posts: string
}

/** Columns that the list can show, in the order they stand. */
export const peopleColumnKeys = [
  'name',
  'gender',
  'category',
  'memberKind',
  'phone',
  'idNumber',
  'birthDate',
  'joinedOn',
  'education',
  'branch',
  'community',
  'posts',
] as const
export type PeopleColumnKey = (typeof peopleColumnKeys)[number]
