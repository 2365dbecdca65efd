import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { find, findPeopleOptions } from '../../main/database/search.ts'
import { personRow, setUp, smallOffice, unitRow } from './office.ts'

let db: Database
beforeEach(async () => {
  db = await smallOffice()
  await db.edit(setUp, async (tx) => {
    await tx.insertAll('person', [
      personRow('lin', '林白'),
      personRow('baiyong', '白勇'),
      personRow('odd', '100%甲_乙'),
      personRow('rare', '𬭚䶮㛃𠅤𫖯', { phone2: '13712345678' }),
    ])
  })
})
afterEach(() => db.close())

const names = async (text: string) =>
  (await find(db, text)).map((hit) => (hit.kind === 'unit' ? hit.unit.name : hit.name))

test('the whole name comes before its beginning, and that before the rest', async () => {
  expect(await names('白勇')).toEqual(['白勇', '白勇文'])
  expect(await names('白')).toEqual(['白勇', '白勇文', '林白'])
})

test('pinyin and initials find people and units, in capitals and with spaces too', async () => {
  expect(await names('xuwenxue')).toEqual(['许文雪'])
  expect(await names('Xu Wen')).toEqual(['许文雪'])
  expect(await names('zfl')).toEqual(['邹芳磊'])
  expect(await names('liuyan')).toEqual(['六堰社区党委'])
})

test('three digits of any of the phones find a person, two do not', async () => {
  expect(await names('5541')).toEqual(['许文雪'])
  expect(await names('137 1234')).toEqual(['𬭚䶮㛃𠅤𫖯'])
  expect(await names('07198651234')).toEqual(['欧阳𬭚'])
  expect(await names('41')).toEqual([])
})

test('wildcards in the text mean themselves', async () => {
  expect(await names('%')).toEqual(['100%甲_乙'])
  expect(await names('_')).toEqual(['100%甲_乙'])
  expect(await names('\\')).toEqual([])
  expect(await names("'; DROP TABLE person; --")).toEqual([])
})

test('rare characters are found one by one', async () => {
  for (const character of ['𬭚', '䶮', '㛃', '𠅤', '𫖯']) {
    expect(await names(character)).toContain('𬭚䶮㛃𠅤𫖯')
  }
  expect(await names('欧阳𬭚')).toEqual(['欧阳𬭚'])
})

test('a hit says where it belongs; dissolved units are marked', async () => {
  expect(await find(db, '1号楼党小组')).toEqual([
    {
      kind: 'unit',
      unit: { id: 'group', kind: 'buildingGroup', name: '1号楼党小组' },
      path: '汉江路街道党工委 / 六堰社区党委 / 百二河雅苑党支部',
      over: false,
    },
  ])
  expect(await find(db, '许文雪')).toEqual([
    {
      kind: 'person',
      id: 'xu',
      name: '许文雪',
      phoneMasked: '150****5541',
      posts: '百二河雅苑应急党支部 · 书记',
      unitId: 'emergency',
      over: false,
    },
  ])
  expect((await find(db, '欧阳'))[0]).toMatchObject({ posts: '百二河雅苑党支部 · 党员', unitId: 'branch' })
  await db.edit(setUp, (tx) => tx.update('unit', 'group', 1, { dissolvedOn: '2026-01-01' }))
  expect(await find(db, '1号楼党小组')).toMatchObject([{ kind: 'unit', over: true }])
})

test('at most thirty hits, and none for nothing', async () => {
  await db.edit(setUp, (tx) =>
    tx.insertAll(
      'unit',
      Array.from({ length: 50 }, (_, n) => unitRow(`u${n}`, 'branch', `滨河${n}党支部`, 'community', n + 3)),
    ),
  )
  expect(await names('滨河')).toHaveLength(30)
  expect(await names('   ')).toEqual([])
})

test('four of the last characters of an ID number find a person, fewer do not', async () => {
  expect(await names('0003')).toContain('许文雪')
  expect(await names('195908220003')).toEqual(['许文雪'])
  expect(await names('19590822')).toEqual([])
})

test('what is over comes last and is marked; choices leave it out', async () => {
  await db.edit(setUp, (tx) => tx.update('person', 'baiyong', 1, { endedOn: '2026-01-01' }))
  const hits = await find(db, '白')
  expect(hits.map((hit) => [hit.kind === 'unit' ? hit.unit.name : hit.name, hit.over])).toEqual([
    ['白勇文', false],
    ['林白', false],
    ['白勇', true],
  ])
  expect((await findPeopleOptions(db, '白')).map((person) => person.name)).toEqual(['白勇文', '林白'])
})
