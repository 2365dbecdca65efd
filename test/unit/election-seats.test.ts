import { expect, test } from 'vitest'
import { type Draft, draftsOf, seatsOf, wordsOf } from '../../renderer/pages/organization/election-seats.ts'
import type { Post, PostKind } from '../../shared/models/post.ts'

const post = (id: string, kind: PostKind): Post => ({
  id,
  kind,
  unitId: 'branch',
  unitName: '翠苑党支部',
  personId: `person-${id}`,
  personName: `现任${id}`,
  personVersion: 1,
  phoneMasked: null,
  phone2Masked: null,
  position: null,
  households: null,
  estateName: null,
  place: null,
  startsOn: '2022-03-01',
  endsOn: null,
  version: 1,
})

const change = (drafts: readonly Draft[], key: string, changes: Partial<Draft>): readonly Draft[] =>
  drafts.map((draft) => (draft.key === key ? { ...draft, ...changes } : draft))

test('without a secretary a seat for one is offered; left empty it is left out, and the others are still checked', () => {
  const drafts = draftsOf([post('a', 'committeeMember')])
  expect(drafts.map((draft) => draft.kind)).toEqual(['secretary', 'committeeMember'])
  expect(wordsOf(drafts).problem).toBeNull()
  const unfinished = change(drafts, 'a', { way: 'other' })
  expect(wordsOf(unfinished).problem).toBe('请选择接任委员的人，或改选“空缺”')
  // A post is never ended because nobody was chosen yet.
  expect(seatsOf(unfinished)).toEqual([])
  const blank = change(drafts, 'a', { way: 'other', person: { kind: 'new', name: ' ' } })
  expect([wordsOf(blank).problem === null, seatsOf(blank)]).toEqual([false, []])
})

test('who stays, goes and comes is said; vacant ends the post', () => {
  const drafts = draftsOf([post('a', 'secretary'), post('b', 'committeeMember')])
  const chosen = change(change(drafts, 'a', { way: 'vacant' }), 'b', {
    way: 'other',
    person: { kind: 'known', id: 'x', name: '接任人', phoneMasked: null },
  })
  expect(wordsOf(chosen)).toEqual({
    problem: null,
    said: '离任：书记 现任a、委员 现任b；新任：委员 接任人。',
  })
  expect(seatsOf(chosen)).toEqual([
    { kind: 'secretary', postId: 'a', next: null },
    { kind: 'committeeMember', postId: 'b', next: { id: 'x' } },
  ])
})

test('two secretaries cannot be', () => {
  const twice = [...draftsOf([post('a', 'secretary')]), ...draftsOf([post('c', 'secretary')])]
  expect(wordsOf(twice).problem).toBe('“书记”只能由一人担任')
})
