import { postKindLabels } from '../../../shared/labels.ts'
import type { PostKind } from '../../../shared/models/post.ts'
import { nameKey } from '../../../shared/rules/names.ts'
import { placeKey } from '../../../shared/rules/places.ts'
import type { KnownPerson, KnownPost } from '../../database/import-snapshot.ts'
import type { Edits } from './edits.ts'
import type { KnownPeople } from './known-people.ts'
import type { RowReport } from './report.ts'

/** A post at a building, a stairwell or in a grid. */
export interface PlacePost {
  readonly kind: PostKind
  readonly unitId: string
  readonly unitName: string
  readonly estateId: string | null
  readonly place: string | null
  /** Households that a neighbor head serves. */
  readonly households: number | null
}

/**
 * Heads and grid workers: many in one unit, each at a place, and at one place there may be two. The same person at the
 * same place is the same post; where the books and the file name one person each, the new one succeeds.
 */
export class KnownPlaces {
  /** Kind and place → living posts there. */
  private readonly at = new Map<string, KnownPost[]>()
  /** Kind, person and place → the post, whatever unit it is in. */
  private readonly ofPerson = new Map<string, KnownPost>()
  /** Kind and place → the units in which somebody holds such a post. */
  private readonly unitsOf = new Map<string, Set<string>>()
  /** Kind and place → the people the file names there, and their names. */
  private readonly wanted = new Map<string, { readonly people: Set<string>; readonly names: Set<string> }>()

  constructor(
    posts: readonly KnownPost[],
    private readonly people: KnownPeople,
    private readonly edits: Edits,
    /** ISO day: when a successor begins. */
    private readonly today: string,
  ) {
    for (const post of posts) {
      if (post.place === null) continue
      this.postsAt(keyOf(post, post)).push(post)
      this.ofPerson.set(ofPersonKey(post, post.personId), post)
      const units = this.unitsOf.get(placedKey(post)) ?? new Set()
      this.unitsOf.set(placedKey(post), units.add(post.unitId))
    }
  }

  /** Where somebody holds such a post at such a place, in whatever unit. */
  unitsWith(post: Pick<PlacePost, 'kind' | 'place'>): ReadonlySet<string> {
    return this.unitsOf.get(placedKey(post)) ?? nowhere
  }

  /**
   * To be called for all rows before any is planned; `where` names the place as the file does, `person` tells people
   * of the file apart.
   */
  expect(where: string, person: string, name: string): void {
    const wanted = this.wanted.get(where) ?? { people: new Set(), names: new Set() }
    wanted.people.add(person)
    wanted.names.add(nameKey(name))
    this.wanted.set(where, wanted)
  }

  /** The person holds the post from now on. `where` as told to `expect`. */
  hold(post: PlacePost, person: KnownPerson, where: string, row: RowReport): void {
    const there = this.postsAt(keyOf(post, post))
    const own = there.find((one) => one.personId === person.id)
    if (own !== undefined) {
      this.keep(own, post, there, row)
      return
    }
    // A row without an estate may mean a post that stands in a branch below, or with the estate.
    const elsewhere = post.estateId === null ? this.ofPerson.get(ofPersonKey(post, person.id)) : undefined
    if (elsewhere !== undefined) return
    const old = there.filter((one) => !this.edits.isNew('post', one.id))
    const [only] = old
    const wanted = this.wanted.get(where)
    const succeeds = (wanted?.people.size ?? 1) === 1 && there.length === 1 && only !== undefined
    const what = postKindLabels[post.kind]
    const place = post.place ?? ''
    if (succeeds && only !== undefined) {
      this.edits.update('post', only.id, only.version, { endsOn: this.today })
      there.splice(there.indexOf(only), 1)
      row.updated('posts', only.id, '任职', `${post.unitName}${place}`, [
        { field: what, before: this.people.get(only.personId)?.name ?? '', after: person.name },
      ])
    } else {
      const gone = old.filter((one) => !wanted?.names.has(nameKey(this.people.get(one.personId)?.name ?? '')))
      if (gone.length > 0) row.warn(`${place}另有 ${gone.length} 名已登记的${what}不在表中，仍然保留，请核对`)
    }
    const fields = {
      personId: person.id,
      unitId: post.unitId,
      kind: post.kind,
      position: null,
      households: post.households,
      estateId: post.estateId,
      place: post.place,
    }
    const id = this.edits.insert('post', { ...fields, startsOn: succeeds ? this.today : null, endsOn: null })
    there.push({ ...fields, id, version: 1 })
    if (!succeeds) row.created('posts', '任职', `${post.unitName}${place} · ${what} ${person.name}`)
    this.people.joins(person.id, post.unitId)
  }

  private keep(own: KnownPost, post: PlacePost, there: KnownPost[], row: RowReport): void {
    if (post.households === null || post.households === own.households) return
    this.edits.update('post', own.id, own.version, { households: post.households })
    there[there.indexOf(own)] = { ...own, households: post.households }
    if (this.edits.isNew('post', own.id)) return
    row.updated('posts', own.id, '任职', `${post.unitName}${post.place ?? ''}`, [
      { field: '联系户数', before: String(own.households ?? ''), after: String(post.households) },
    ])
  }

  private postsAt(key: string): KnownPost[] {
    const known = this.at.get(key)
    if (known !== undefined) return known
    const list: KnownPost[] = []
    this.at.set(key, list)
    return list
  }
}

const nowhere: ReadonlySet<string> = new Set()

const placedKey = ({ kind, place }: Pick<PlacePost, 'kind' | 'place'>): string =>
  `${kind}/${placeKey(place ?? '')}`

const ofPersonKey = (post: Pick<PlacePost, 'kind' | 'place'>, personId: string): string =>
  `${personId}/${placedKey(post)}`

/** A building is one of its estate, whatever branch serves that; a grid is one of its unit. */
const keyOf = (
  { kind, estateId, unitId }: Pick<PlacePost, 'kind' | 'estateId' | 'unitId'>,
  { place }: { readonly place: string | null },
): string => `${kind}/${estateId ?? unitId}/${placeKey(place ?? '')}`
