import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { organizationHandlers } from '../../main/handlers/organization.ts'
import { peopleHandlers } from '../../main/handlers/people.ts'
import { sortPeople } from '../../main/sort-people.ts'
import { contextOf } from './context.ts'
import { smallOffice } from './office.ts'

const ask = { ...organizationHandlers, ...peopleHandlers }
const reading = { by: 'reading', descending: false } as const
let db: Database
beforeEach(async () => {
  db = await smallOffice()
})
afterEach(() => db.close())

test('the list is in order of pinyin, with posts and branch, and nothing personal in full', async () => {
  // As a migration of an older file leaves them.
  await db.exclusive((runner) => runner.query("UPDATE person SET reading_key = '', stroke_key = ''"))
  expect(await sortPeople(db)).toBe(4)
  expect(await sortPeople(db)).toBe(0)
  const asked = { filter: {}, sort: reading, from: 0, count: 100 }
  const { total, rows: people } = await ask['person.page'](asked, contextOf(db))
  expect(total).toBe(4)
  expect(
    people.map((person) => [person.name, person.branchName, person.communityName, person.posts]),
  ).toEqual([
    ['白勇文', null, null, '百二河雅苑应急党支部 · 网格长'],
    ['欧阳𬭚', '百二河雅苑党支部', '六堰社区党委', ''],
    ['许文雪', null, null, '百二河雅苑应急党支部 · 书记'],
    ['邹芳磊', null, null, '百二河雅苑应急党支部 · 第一书记'],
  ])
  const xu = people.find((person) => person.name === '许文雪')
  expect(xu).toMatchObject({ phoneMasked: '150****5541', idNumberMasked: '420321********0003' })
  expect(JSON.stringify(people)).not.toMatch(/15000005541|420321195908220003/)
})

test('a person comes with posts and branch, masked', async () => {
  const ouyang = await ask['person.load']({ id: 'ouyang' }, contextOf(db))
  expect(ouyang).toMatchObject({
    name: '欧阳𬭚',
    branchId: 'branch',
    branchName: '百二河雅苑党支部',
    landline: '071*****1234',
    postList: [],
  })
  const xu = await ask['person.load']({ id: 'xu' }, contextOf(db))
  expect(xu.postList.map((post) => [post.unitName, post.kind])).toEqual([
    ['百二河雅苑应急党支部', 'secretary'],
  ])
  expect(xu).not.toHaveProperty('phone')
  await expect(ask['person.load']({ id: 'nobody' }, contextOf(db))).rejects.toMatchObject({
    code: 'record.missing',
  })
})

test('values are stored in their one form, with the reading of a new name', async () => {
  await ask['person.update'](
    {
      id: 'xu',
      version: 1,
      changes: {
        name: ' 单 𠅤㛃 ',
        phone: '１３８ 0000 3191',
        phone2: '',
        idNumber: '11010519491231002x',
        address: ' 汉江路  1号 ',
        birthDate: '1949-12',
      },
    },
    contextOf(db),
  )
  const [row] = await db.query(
    'SELECT name, pinyin, phone, phone2, id_number AS "idNumber", address, version FROM person WHERE id = ?',
    ['xu'],
  )
  expect(row).toMatchObject({
    name: '单𠅤㛃',
    pinyin: expect.stringMatching(/^shan/),
    phone: '13800003191',
    phone2: null,
    idNumber: '11010519491231002X',
    address: '汉江路 1号',
    version: 2,
  })
})

test('what breaks a rule is refused in words', async () => {
  const refusalOf = (changes: Parameters<(typeof ask)['person.update']>[0]['changes']) =>
    ask['person.update']({ id: 'bai', version: 1, changes }, contextOf(db)).then(
      () => 'accepted',
      (error: { code: string; facts: { reason?: string } }) => `${error.code} ${error.facts.reason ?? ''}`,
    )
  expect(await refusalOf({ phone: '1380000319' })).toBe('value.invalid 手机号只有 10 位')
  expect(await refusalOf({ phone2: '1380000319' })).toBe('value.invalid 备用电话：手机号只有 10 位')
  expect(await refusalOf({ phone: '13800003191、13800003192' })).toMatch(/备用电话/)
  expect(await refusalOf({ idNumber: '420321195908220004' })).toMatch(/校验位/)
  expect(await refusalOf({ idNumber: '420321195908220003' })).toBe(
    'value.invalid 这个身份证号已登记在另一人名下',
  )
  expect(await refusalOf({ name: '  ' })).toMatch(/^value.invalid/)
})

test('a look at a number in full is logged with who, whose and which, not with the value', async () => {
  db.setActor('王敏')
  expect(await ask['person.reveal']({ id: 'xu', field: 'phone' }, contextOf(db))).toBe('15000005541')
  expect(await ask['person.reveal']({ id: 'bai', field: 'phone' }, contextOf(db))).toBe('')
  const entries = await db.query('SELECT actor, action, label, undoable FROM audit_entry WHERE action = ?', [
    'person.reveal',
  ])
  expect(entries).toEqual([
    { actor: '王敏', action: 'person.reveal', label: '查看 许文雪 的手机号', undoable: 0 },
  ])
  const changes = await db.query(
    `SELECT record_id AS "recordId", before, after FROM audit_change WHERE entry_seq =
     (SELECT max(seq) FROM audit_entry)`,
  )
  expect(changes).toEqual([{ recordId: 'xu', before: null, after: null }])
})

test('a look announces no change to the screens', async () => {
  let announced = 0
  db.onChanged(() => {
    announced += 1
  })
  await ask['person.reveal']({ id: 'xu', field: 'idNumber' }, contextOf(db))
  expect(announced).toBe(0)
})
