import type { Gap } from '../models/organization.ts'
import type { PostKind } from '../models/post.ts'
import type { UnitKind } from '../models/unit.ts'

/** Living posts of one unit: each kind that is held, and whether a holder can be reached by phone. */
export type HeldPosts = ReadonlyMap<PostKind, boolean>

/**
 * What a unit lacks.
 * - An emergency branch needs the three contacts of its card, each with a phone.
 * - A building group needs a leader.
 * - A branch needs a secretary.
 */
export const gapsOf = (kind: UnitKind, held: HeldPosts): readonly Gap[] => {
  switch (kind) {
    case 'emergencyBranch':
      return [
        ...contactGaps(held.get('secretary'), 'noSecretary', 'noSecretaryPhone'),
        ...contactGaps(held.get('firstSecretary'), 'noFirstSecretary', 'noFirstSecretaryPhone'),
        ...contactGaps(held.get('gridLeader'), 'noGridLeader', 'noGridLeaderPhone'),
      ]
    case 'branch':
      return contactGaps(held.get('secretary'), 'noSecretary', 'noSecretaryPhone')
    case 'buildingGroup':
      return held.has('groupLeader') ? [] : ['noGroupLeader']
    case 'streetCommittee':
    case 'communityCommittee':
    case 'memberHousehold':
      return []
  }
}

const contactGaps = (reachable: boolean | undefined, nobody: Gap, noPhone: Gap): readonly Gap[] =>
  reachable === undefined ? [nobody] : reachable ? [] : [noPhone]
