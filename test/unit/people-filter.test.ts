import { expect, test } from 'vitest'
import { chipsOf, filterOf, peopleRoute, sortOf, without } from '../../renderer/pages/people/people-filter.ts'

const reading = { by: 'reading', descending: false } as const
const back = (address: string) => {
  const search = new URLSearchParams(address.split('?')[1] ?? '')
  return peopleRoute(filterOf(search), sortOf(search), search.get('person'))
}

test('the links of other pages mean what they say', () => {
  const of = (text: string) => filterOf(new URLSearchParams(text))
  expect(of('category=full&memberKind=retired')).toEqual({ category: 'full', memberKind: 'retired' })
  expect(of('post=buildingHead,neighborHead')).toEqual({ posts: ['buildingHead', 'neighborHead'] })
  expect(of('post=none&phone=none&member=yes')).toEqual({ anyPost: false, phone: false, member: true })
  expect(of('ageFrom=0&ageTo=30&yearsFrom=50&unit=u1')).toEqual({
    ageFrom: 0,
    ageTo: 30,
    yearsFrom: 50,
    unitId: 'u1',
  })
})

test('what makes no sense is left out', () => {
  expect(filterOf(new URLSearchParams('category=king&post=mayor&ageFrom=-3&gender=x&other=1'))).toEqual({})
  expect(sortOf(new URLSearchParams('sort=shoe&order=up'))).toEqual(reading)
})

test('an address and its filter are each other’s inverse', () => {
  for (const address of [
    '/people',
    '/people?text=%E5%8D%95&category=none&ageFrom=31&ageTo=35&unit=u1&post=secretary&phone=none',
    '/people?post=any&member=no&ended=yes&sort=strokes&order=desc&person=p1',
  ]) {
    expect(back(address)).toBe(address)
  }
})

test('each part has a chip that takes it away', () => {
  const filter = {
    ageFrom: 31,
    ageTo: 35,
    yearsTo: 4,
    unitId: 'u',
    posts: ['secretary', 'gridLeader'],
  } as const
  const chips = chipsOf(filter, '六堰社区党委')
  expect(chips.map((chip) => chip.label)).toEqual([
    '六堰社区党委',
    '年龄 31–35',
    '党龄 4 及以下',
    '书记、网格长',
  ])
  expect(chips.reduce((rest, chip) => without(rest, chip.keys), filter as object)).toEqual({})
})
