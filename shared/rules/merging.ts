import type { PostKind } from '../models/post.ts'
import { isSolePost } from './terms.ts'

interface Held {
  readonly kind: PostKind
  readonly personId: string
  /** Of heads: who holds 楼栋长 of two buildings holds two posts. */
  readonly estateId?: string | null
  readonly place?: string | null
}

const keyOf = ({ kind, personId, estateId, place }: Held): string =>
  JSON.stringify([kind, personId, estateId, place])

/**
 * Which posts go on in the successor: where one person holds the kind, the first holder (the successor's own before any
 * other) stays; who would hold the same kind twice holds it once. `held`: living posts of the successor.
 */
export const postsThatFollow = <P extends Held>(
  held: readonly Held[],
  coming: readonly P[],
): { readonly following: readonly P[]; readonly ending: readonly P[] } => {
  const taken = new Set(held.filter((post) => isSolePost(post.kind)).map((post) => post.kind))
  const pairs = new Set(held.map(keyOf))
  const following: P[] = []
  const ending: P[] = []
  for (const post of coming) {
    const pair = keyOf(post)
    if (taken.has(post.kind) || pairs.has(pair)) {
      ending.push(post)
      continue
    }
    if (isSolePost(post.kind)) taken.add(post.kind)
    pairs.add(pair)
    following.push(post)
  }
  return { following, ending }
}

/** “百二河雅苑小区党支部” → “百二河雅苑小区”, to tell its groups from others of the same name. */
const shortBranch = (name: string): string => name.replace(/(?:联合)?党支部$/u, '') || name

/** A name that no sibling has: the former branch before it, and a number where even that is taken. */
export const freeGroupName = (name: string, branch: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(name)) return name
  const long = `${shortBranch(branch)}${name}`
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? long : `${long}（${n}）`
    if (!taken.has(candidate)) return candidate
  }
}
