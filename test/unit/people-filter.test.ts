import { expect, test } from 'vitest'
import { communitiesOf, everyone, filterPeople } from '../../renderer/pages/people/people-filter.ts'
import { readingsOf } from '../../renderer/pages/people/readings.ts'
import type { PersonRow } from '../../shared/models/person.ts'

const person = (id: string, name: string, more: Partial<PersonRow> = {}): PersonRow => ({
  id,
  name,
  gender: null,
  birthDate: null,
  phoneMasked: null,
  phone2Masked: null,
  idNumberMasked: null,
  category: null,
  branchName: null,
  communityName: null,
  posts: '',
  version: 1,
  ...more,
})

const people = [
  person('1', '单雪', { phoneMasked: '138****3191', communityName: '六堰社区党委', category: 'full' }),
  person('2', '欧阳𬭚', { posts: '翠苑小区应急党支部 · 书记', category: 'probationary' }),
  person('3', '单磊', { phoneMasked: '139****0002', communityName: '东风社区党委' }),
]
const readings = readingsOf(people.map(({ name }) => name))
const found = (filter: Partial<typeof everyone>) =>
  filterPeople(people, { ...everyone, ...filter }, readings).map(({ id }) => id)

test('names are found by character, full pinyin and initials; 单 as a surname reads shan', () => {
  expect(found({ text: '单' })).toEqual(['1', '3'])
  expect(found({ text: 'shanxue' })).toEqual(['1'])
  expect(found({ text: 'S L' })).toEqual(['3'])
  expect(found({ text: 'dan' })).toEqual([])
  expect(found({ text: '𬭚' })).toEqual(['2'])
})

test('the shown ends of a phone, and posts, can be looked for', () => {
  expect(found({ text: '3191' })).toEqual(['1'])
  expect(found({ text: '翠苑' })).toEqual(['2'])
})

test('chips are joined by “and”', () => {
  expect(found({ phone: true })).toEqual(['1', '3'])
  expect(found({ phone: true, category: 'none' })).toEqual(['3'])
  expect(found({ posts: true, phone: true })).toEqual([])
  expect(found({ community: '六堰社区党委' })).toEqual(['1'])
})

test('the communities that occur, once each, by their reading', () => {
  expect(communitiesOf(people)).toEqual(['东风社区党委', '六堰社区党委'])
})
