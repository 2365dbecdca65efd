import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { loadPeopleIds, loadPeoplePage } from '../../main/database/people-page.ts'
import type { PeopleFilter, PeopleSort } from '../../shared/requests/people.ts'
import { personRow, setUp, smallOffice } from './office.ts'

const today = '2026-11-24'
let db: Database
beforeEach(async () => {
  db = await smallOffice()
  await db.edit(setUp, async (tx) => {
    await tx.insertAll('person', [
      personRow('ding', '丁一', {
        phone: null,
        birthDate: '1956-11-24',
        category: 'full',
        memberKind: 'retired',
      }),
      personRow('shan', '单雪', {
        birthDate: '1995-11-25',
        joinedOn: '2021-11-24',
        category: 'probationary',
      }),
      personRow('shang', '尚进', { endedOn: '2026-01-01' }),
    ])
    await tx.insert('membership', {
      id: 'm-ding',
      personId: 'ding',
      unitId: 'branch',
      startsOn: null,
      endsOn: null,
    })
  })
})
afterEach(() => db.close())

const reading: PeopleSort = { by: 'reading', descending: false }
const names = async (filter: PeopleFilter, sort = reading) => {
  const { rows, total } = await loadPeoplePage(db, { filter, sort, from: 0, count: 100 }, today)
  expect(rows).toHaveLength(total)
  return rows.map((row) => row.name)
}

test('each condition narrows the list, and they are joined by “and”', async () => {
  expect(await names({ category: 'full' })).toEqual(['丁一'])
  expect(await names({ memberKind: 'retired' })).toEqual(['丁一'])
  expect(await names({ unitId: 'community' })).toEqual(['丁一', '欧阳𬭚'])
  expect(await names({ unitId: 'community', phone: false })).toEqual(['丁一'])
  expect(await names({ ageFrom: 70 })).toEqual(['丁一'])
  expect(await names({ ageFrom: 71 })).not.toContain('丁一')
  expect(await names({ ageFrom: 25, ageTo: 30 })).toEqual(['单雪'])
  expect(await names({ yearsFrom: 5, yearsTo: 9 })).toEqual(['单雪'])
  expect(await names({ posts: ['secretary'] })).toEqual(['许文雪'])
  expect(await names({ posts: ['secretary'], unitId: 'branch' })).toEqual([])
  expect(await names({ anyPost: false })).toEqual(['丁一', '欧阳𬭚', '单雪'])
  expect(await names({ member: true })).toEqual(['丁一', '欧阳𬭚'])
  expect(await names({ ended: true })).toEqual(['尚进'])
})

test('text finds names, readings, phones and the end of an ID number', async () => {
  expect(await names({ text: '单' })).toEqual(['单雪'])
  expect(await names({ text: 'Shan X' })).toEqual(['单雪'])
  expect(await names({ text: 'dan' })).toEqual([])
  expect(await names({ text: '5541' })).toEqual(['许文雪'])
  expect(await names({ text: '0003' })).toEqual(['许文雪'])
  expect(await names({ text: '%' })).toEqual([])
})

test('by reading, by strokes, and by date with unknown dates last either way', async () => {
  expect(await names({})).toEqual(['白勇文', '丁一', '欧阳𬭚', '单雪', '许文雪', '邹芳磊'])
  expect(await names({}, { by: 'reading', descending: true })).toEqual(
    ['白勇文', '丁一', '欧阳𬭚', '单雪', '许文雪', '邹芳磊'].reverse(),
  )
  expect((await names({}, { by: 'strokes', descending: false }))[0]).toBe('丁一')
  expect((await names({}, { by: 'joined', descending: true }))[0]).toBe('单雪')
  expect((await names({}, { by: 'joined', descending: false }))[0]).toBe('单雪')
})

test('pages put together are the list, whichever end they are counted from', async () => {
  for (const by of ['reading', 'strokes', 'birth', 'joined'] as const) {
    for (const descending of [false, true]) {
      const sort = { by, descending }
      const all = await loadPeopleIds(db, {}, sort, today)
      const pages = await Promise.all(
        all.map((_, from) => loadPeoplePage(db, { filter: {}, sort, from, count: 1 }, today)),
      )
      expect(pages.flatMap((page) => page.rows.map((row) => row.id))).toEqual(all)
    }
  }
  const past = await loadPeoplePage(db, { filter: {}, sort: reading, from: 99, count: 10 }, today)
  expect(past).toEqual({ total: 6, rows: [] })
})
