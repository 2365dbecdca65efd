import type { Argument } from '../../../shared/ipc.ts'
import { postKindLabels } from '../../../shared/labels.ts'
import type { Post, PostKind } from '../../../shared/models/post.ts'
import { isSolePost } from '../../../shared/rules/terms.ts'
import { nameProblem, phoneProblem } from '../people/problems.ts'
import type { ChosenPerson } from './person-choice.tsx'

/** One seat as it is being filled in. */
export interface Draft {
  readonly key: string
  readonly kind: PostKind
  readonly held: Post | null
  readonly way: 'stays' | 'other' | 'vacant'
  readonly person: ChosenPerson | null
  readonly phone: string
}

/** Posts that an election fills. */
const elected: readonly PostKind[] = ['secretary', 'deputySecretary', 'committeeMember', 'groupLeader']

const draft = (held: Post): Draft => ({
  key: held.id,
  kind: held.kind,
  held,
  way: 'stays',
  person: null,
  phone: '',
})

/** The leading posts held today, each staying; a unit without a secretary gets a seat for one. */
export const draftsOf = (posts: readonly Post[]): readonly Draft[] => {
  const held = posts.filter((post) => post.endsOn === null && elected.includes(post.kind)).map(draft)
  if (held.some((one) => one.kind === 'secretary')) return held
  return [
    { key: 'new-secretary', kind: 'secretary', held: null, way: 'other', person: null, phone: '' },
    ...held,
  ]
}

/** As the request wants them; a new seat that nobody takes is left out. */
export const seatsOf = (drafts: readonly Draft[]): Argument<'unit.elect'>['seats'] =>
  drafts.flatMap(({ kind, held, way, person, phone }): Argument<'unit.elect'>['seats'] => {
    const postId = held?.id ?? null
    if (way === 'stays') return [{ kind, postId, next: 'stays' }]
    if (way === 'vacant') return postId === null ? [] : [{ kind, postId, next: null }]
    if (person === null || person.name.trim() === '') return []
    const next = person.kind === 'known' ? { id: person.id } : { name: person.name, phone }
    return [{ kind, postId, next }]
  })

const filledBy = ({ held, way, person }: Draft): string | null =>
  way === 'stays' ? (held?.personName ?? null) : way === 'other' ? (person?.name ?? null) : null

/** What would happen, and why it cannot be saved yet. */
export const wordsOf = (
  drafts: readonly Draft[],
): { readonly problem: string | null; readonly said: string } => {
  const stay = drafts.filter((one) => one.way === 'stays')
  const come = drafts.filter((one) => one.way === 'other' && one.person !== null && one.person.name !== '')
  const go = drafts.filter((one) => one.held !== null && one.way !== 'stays')
  const list = (ones: readonly Draft[], nameOf: (one: Draft) => string) =>
    ones.map((one) => `${postKindLabels[one.kind]} ${nameOf(one)}`).join('、')
  const said = [
    stay.length === 0 ? '' : `连任：${list(stay, (one) => one.held?.personName ?? '')}`,
    go.length === 0 ? '' : `离任：${list(go, (one) => one.held?.personName ?? '')}`,
    come.length === 0
      ? ''
      : `新任：${list(come, (one) => `${one.person?.name ?? ''}${one.person?.kind === 'new' ? '（新建人员）' : ''}`)}`,
  ]
    .filter((part) => part !== '')
    .join('；')
  return { problem: problemOf(drafts), said: said === '' ? '还没有填写当选人。' : `${said}。` }
}

const problemOf = (drafts: readonly Draft[]): string | null => {
  for (const one of drafts) {
    if (one.way !== 'other') continue
    const label = postKindLabels[one.kind]
    if (one.person === null || one.person.name.trim() === '') {
      // A seat that was added and left empty is left out; a post somebody holds needs a decision.
      if (one.held === null) continue
      return `请选择接任${label}的人，或改选“空缺”`
    }
    if (one.person.kind === 'known') continue
    const reason = nameProblem(one.person.name) ?? phoneProblem(one.phone)
    if (reason !== null) return `${label}：${reason}`
  }
  const sole = drafts.filter((one) => isSolePost(one.kind) && filledBy(one) !== null).map((one) => one.kind)
  const twice = sole.find((kind, index) => sole.indexOf(kind) !== index)
  if (twice !== undefined) return `“${postKindLabels[twice]}”只能由一人担任`
  return drafts.every((one) => filledBy(one) === null && one.held === null) ? '请填写当选人' : null
}
