import { postKindLabels, unitKindLabels } from '../labels.ts'
import type { PostStandard, Standards } from '../models/standards.ts'

const one = (unitKind: PostStandard['unitKind'], post: PostStandard['post']): PostStandard => ({
  unitKind,
  post,
  fewest: 1,
  per: 'unit',
  households: 15,
})

/** What holds until the office says otherwise: the contacts of a card, one secretary, one leader of a group. */
export const defaultStandards: Standards = {
  posts: [
    one('branch', 'secretary'),
    one('emergencyBranch', 'secretary'),
    one('emergencyBranch', 'firstSecretary'),
    one('emergencyBranch', 'gridLeader'),
    one('buildingGroup', 'groupLeader'),
  ],
  headHouseholds: { fewest: 5, most: 15 },
}

/** 1+2+N: 书记，副书记和指导员，每栋楼一名楼栋长. 1+1+2N+X: 书记，指导员，每栋楼两名楼栋长，X 不设下限. */
export const teamPresets: readonly { readonly name: string; readonly posts: readonly PostStandard[] }[] = [
  {
    name: '1+2+N',
    posts: [
      one('branch', 'secretary'),
      one('branch', 'deputySecretary'),
      one('branch', 'partyAdvisor'),
      { ...one('branch', 'buildingHead'), per: 'building' },
    ],
  },
  {
    name: '1+1+2N+X',
    posts: [
      one('branch', 'secretary'),
      one('branch', 'partyAdvisor'),
      { ...one('branch', 'buildingHead'), fewest: 2, per: 'building' },
    ],
  },
]

/** e.g. “党支部 楼栋长 每栋楼至少 1 人”. */
export const standardWords = ({ unitKind, post, fewest, per, households }: PostStandard): string => {
  const by = { unit: '', building: '每栋楼', households: `每 ${households} 户` }[per]
  return `${unitKindLabels[unitKind]} ${postKindLabels[post]} ${by}至少 ${fewest} 人`
}

/** Posts of heads are held in the groups below a branch as well; they are counted together. */
export const countsBelow = (post: PostStandard['post']): boolean =>
  post === 'buildingHead' || post === 'stairwellHead' || post === 'neighborHead'

/** Lines of the preset replace those of the same kind of unit and post; the others stay. */
export const withPreset = (
  posts: readonly PostStandard[],
  preset: readonly PostStandard[],
): readonly PostStandard[] => {
  const taken = new Set(preset.map((line) => `${line.unitKind} ${line.post}`))
  return [...preset, ...posts.filter((line) => !taken.has(`${line.unitKind} ${line.post}`))]
}

/** Why the standards cannot be so, in Chinese, or null. */
export const standardsProblem = ({ posts, headHouseholds }: Standards): string | null => {
  const known = new Set<string>()
  for (const { unitKind, post } of posts) {
    const key = `${unitKind} ${post}`
    if (known.has(key)) return `${unitKindLabels[unitKind]}的“${postKindLabels[post]}”写了两行，请合为一行`
    known.add(key)
  }
  return headHouseholds.fewest > headHouseholds.most ? '邻长联系户数的下限大于上限' : null
}
