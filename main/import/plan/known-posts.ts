import { postKindLabels } from '../../../shared/labels.ts'
import type { PostKind } from '../../../shared/models/post.ts'
import type { KnownPost } from '../../database/import-snapshot.ts'
import type { Edits } from './edits.ts'
import type { KnownPeople } from './known-people.ts'
import type { PersonFacts } from './person-facts.ts'
import type { RowReport } from './report.ts'

export interface HolderFacts {
  readonly kind: PostKind
  readonly unitId: string
  readonly unitName: string
  readonly person: PersonFacts
  readonly position: string | null
  /** Units whose members may be meant by the name, nearest first. */
  readonly lookIn: readonly string[]
}

/** The living posts, by unit and kind; the posts of ledgers have one holder each. */
export class KnownPosts {
  private readonly living = new Map<string, KnownPost>()

  constructor(
    posts: readonly KnownPost[],
    private readonly people: KnownPeople,
    private readonly edits: Edits,
    /** ISO day: when a successor begins. */
    private readonly today: string,
  ) {
    for (const post of posts) this.living.set(`${post.unitId}/${post.kind}`, post)
  }

  /**
   * The person holds the post from now on. The same holder stays, with a new phone or position where the ledger says
   * so; another one succeeds: the old post ends and the new one begins today.
   */
  hold(facts: HolderFacts, row: RowReport): void {
    const post = this.living.get(`${facts.unitId}/${facts.kind}`)
    const found = this.people.findHolder(facts.person, {
      ownUnit: facts.unitId,
      holder: post?.personId ?? null,
      lookIn: facts.lookIn,
    })
    const person =
      found === null ? this.people.create(facts.person) : this.people.update(found, facts.person, row)
    if (found === null) row.createdQuietly('people')
    const what = postKindLabels[facts.kind]
    if (post?.personId === person.id) {
      this.keep(post, facts, row)
      return
    }
    if (post !== undefined) {
      this.edits.update('post', post.id, post.version, { endsOn: this.today })
      row.updated('posts', post.id, '任职', facts.unitName, [
        { field: what, before: this.people.get(post.personId)?.name ?? '', after: person.name },
      ])
    }
    const { kind, unitId, position } = facts
    const startsOn = post === undefined ? null : this.today
    const id = this.edits.insert('post', {
      personId: person.id,
      unitId,
      kind,
      position,
      households: null,
      startsOn,
      endsOn: null,
    })
    if (post === undefined) row.created('posts', '任职', `${facts.unitName} · ${what} ${person.name}`)
    this.living.set(`${unitId}/${kind}`, {
      id,
      version: 1,
      personId: person.id,
      unitId,
      kind,
      position,
      households: null,
      estateId: null,
      place: null,
    })
    this.people.joins(person.id, unitId)
  }

  private keep(post: KnownPost, facts: HolderFacts, row: RowReport): void {
    if (facts.position === null || facts.position === post.position) return
    this.edits.update('post', post.id, post.version, { position: facts.position })
    this.living.set(`${post.unitId}/${post.kind}`, { ...post, position: facts.position })
    row.updated('posts', post.id, '任职', facts.unitName, [
      { field: '单位职务', before: post.position ?? '', after: facts.position },
    ])
  }
}
