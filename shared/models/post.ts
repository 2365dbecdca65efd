export const postKinds = [
  'secretary',
  'firstSecretary',
  'deputySecretary',
  'committeeMember',
  'groupLeader',
  'gridLeader',
  'gridWorker',
  'buildingHead',
  'stairwellHead',
  'neighborHead',
  'partyAdvisor',
  'specialist',
] as const
export type PostKind = (typeof postKinds)[number]

/** A post joins a person, a unit and a term. `endsOn` null means it is held today. */
export interface Post {
  readonly id: string
  readonly kind: PostKind
  readonly unitId: string
  readonly unitName: string
  readonly personId: string
  readonly personName: string
  readonly personVersion: number
  readonly phoneMasked: string | null
  readonly phone2Masked: string | null
  /** Office held elsewhere, e.g. a first secretary's “党组书记、局长” in the partner unit. */
  readonly position: string | null
  /** Households that a neighbor head serves. */
  readonly households: number | null
  /** Of heads: the estate, and the building, stairwell or grid in words, e.g. “1号楼2单元”. */
  readonly estateName: string | null
  readonly place: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly version: number
}

/** Where a head serves, e.g. “花园路华庭 1号楼”; empty where nothing is known. */
export const placeOf = (post: Pick<Post, 'estateName' | 'place'>): string =>
  [post.estateName, post.place].filter((part) => part !== null && part !== '').join(' ')
