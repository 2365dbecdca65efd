/** Figure → the page that lists its rows. */
const routes: Readonly<Record<string, string>> = {
  streetCommittees: '/organization?kind=streetCommittee',
  communityCommittees: '/organization?kind=communityCommittee',
  branches: '/organization?kind=branch',
  buildingGroups: '/organization?kind=buildingGroup',
  memberHouseholds: '/organization?kind=memberHousehold',
  emergencyBranches: '/emergency',
  members: '/people?member=yes',
  heads: '/people?post=buildingHead,stairwellHead,neighborHead',
  estates: '/organization?tab=estates',
  appropriatedFen: '/funding',
  spentFen: '/funding/ledger',
}

export const figureRoute = (key: string): string => routes[key] ?? '/organization'

/** Shares of branches are rows of the tree, estates without a branch rows of 小区, all others are people. */
export const partRoute = (key: string): string | null => {
  if (key.startsWith('branchKind=')) return `/organization?kind=branch&${key}`
  if (key === 'uncovered') return '/organization?tab=estates&covered=no'
  return `/people?${key}${key.startsWith('post=') ? '' : '&member=yes'}`
}
