import { postKindLabels } from '../../../shared/labels.ts'
import { type Gap, type NamedGap, postOfGap } from '../../../shared/models/gap.ts'
import type { PostKind } from '../../../shared/models/post.ts'

/** What mends a gap: a new post of a kind, a phone for whoever holds it, an election, or a field of the posts. */
export type Mend = {
  /** Words of the button. */
  readonly label: string
} & (
  | { readonly what: 'post' | 'phone'; readonly kind: PostKind }
  | { readonly what: 'election' }
  | { readonly what: 'posts' }
)

export const mendOf = (gap: Gap): Mend => {
  const post = postOfGap(gap)
  return post === null
    ? mendOfNamed(gap as NamedGap)
    : { what: 'post', kind: post, label: `补${postKindLabels[post]}` }
}

const mendOfNamed = (gap: NamedGap): Mend => {
  switch (gap) {
    case 'noSecretary':
      return { what: 'post', kind: 'secretary', label: '补书记' }
    case 'noSecretaryPhone':
      return { what: 'phone', kind: 'secretary', label: '补书记电话' }
    case 'noFirstSecretary':
      return { what: 'post', kind: 'firstSecretary', label: '补第一书记' }
    case 'noFirstSecretaryPhone':
      return { what: 'phone', kind: 'firstSecretary', label: '补第一书记电话' }
    case 'noGridLeader':
      return { what: 'post', kind: 'gridLeader', label: '补网格长' }
    case 'noGridLeaderPhone':
      return { what: 'phone', kind: 'gridLeader', label: '补网格长电话' }
    case 'noGroupLeader':
      return { what: 'post', kind: 'groupLeader', label: '补党小组组长' }
    case 'electionDue':
    case 'electionOverdue':
      return { what: 'election', label: '登记换届' }
    case 'headTooManyHouseholds':
      return { what: 'posts', label: '调整联系户数' }
  }
}
