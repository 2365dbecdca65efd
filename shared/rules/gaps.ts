import type { Gap } from '../models/organization.ts'
import type { PostKind } from '../models/post.ts'
import type { UnitKind } from '../models/unit.ts'
import { isBefore } from './terms.ts'

/** Living posts of one unit: each kind that is held, and whether a holder can be reached by phone. */
export type HeldPosts = ReadonlyMap<PostKind, boolean>

/**
 * What a unit lacks.
 * - An emergency branch needs the three contacts of its card, each with a phone.
 * - A building group needs a leader.
 * - A branch needs a secretary, and its election in time (`election`, see `electionGap`).
 */
export const gapsOf = (
  kind: UnitKind,
  held: HeldPosts,
  election: 'electionDue' | 'electionOverdue' | null = null,
): readonly Gap[] => {
  switch (kind) {
    case 'emergencyBranch':
      return [
        ...contactGaps(held.get('secretary'), 'noSecretary', 'noSecretaryPhone'),
        ...contactGaps(held.get('firstSecretary'), 'noFirstSecretary', 'noFirstSecretaryPhone'),
        ...contactGaps(held.get('gridLeader'), 'noGridLeader', 'noGridLeaderPhone'),
      ]
    case 'branch':
      return [
        ...contactGaps(held.get('secretary'), 'noSecretary', 'noSecretaryPhone'),
        ...(election === null ? [] : [election]),
      ]
    case 'buildingGroup':
      return held.has('groupLeader') ? [] : ['noGroupLeader']
    case 'streetCommittee':
    case 'communityCommittee':
    case 'memberHousehold':
      return []
  }
}

/** Days before an election from which it is to be prepared. */
export const electionNotice = 90

/** Whether the election on `nextElectionOn` (ISO day or month) is due or overdue on the ISO day `today`. */
export const electionGap = (
  nextElectionOn: string | null,
  today: string,
): 'electionDue' | 'electionOverdue' | null => {
  if (nextElectionOn === null) return null
  if (isBefore(nextElectionOn, today)) return 'electionOverdue'
  const notice = new Date(Date.parse(today) + electionNotice * 86_400_000).toISOString().slice(0, 10)
  return isBefore(notice, nextElectionOn) ? null : 'electionDue'
}

const contactGaps = (reachable: boolean | undefined, nobody: Gap, noPhone: Gap): readonly Gap[] =>
  reachable === undefined ? [nobody] : reachable ? [] : [noPhone]
