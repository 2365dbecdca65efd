import { type PostKind, postKinds } from '../../../shared/models/post.ts'
import type { UnitKind } from '../../../shared/models/unit.ts'

/** The posts usual in each kind of unit; they are offered first, all others after them. */
const usual: Readonly<Record<UnitKind, readonly PostKind[]>> = {
  streetCommittee: ['secretary', 'deputySecretary', 'committeeMember'],
  communityCommittee: ['secretary', 'deputySecretary', 'committeeMember', 'gridLeader', 'gridWorker'],
  branch: ['secretary', 'deputySecretary', 'committeeMember', 'partyAdvisor', 'gridLeader', 'gridWorker'],
  buildingGroup: ['groupLeader', 'buildingHead', 'stairwellHead', 'neighborHead'],
  memberHousehold: ['neighborHead'],
  emergencyBranch: ['secretary', 'firstSecretary', 'gridLeader', 'gridWorker', 'specialist'],
}

/** All kinds of post, the usual ones of a unit first. */
export const postKindsOf = (kind: UnitKind): readonly PostKind[] => [
  ...usual[kind],
  ...postKinds.filter((post) => !usual[kind].includes(post)),
]
