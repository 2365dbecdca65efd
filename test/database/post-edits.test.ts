import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { postsOfUnit } from '../../main/database/posts.ts'
import { organizationHandlers as ask } from '../../main/handlers/organization.ts'
import { contextOf } from './context.ts'
import { personRow, setUp, smallOffice } from './office.ts'

let db: Database
beforeEach(async () => {
  db = await smallOffice()
})
afterEach(() => db.close())

const secretary = {
  unitId: 'emergency',
  kind: 'secretary' as const,
  position: '',
  startsOn: '2026-05-04',
  replaces: null,
}

const held = async (unitId: string) =>
  (await postsOfUnit(db, unitId)).map((post) => [post.kind, post.personName, post.startsOn, post.endsOn])

test('a successor ends the term of the one before on the same day', async () => {
  await ask['post.assign']({ ...secretary, person: { id: 'ouyang' } }, contextOf(db))
  expect(await held('emergency')).toEqual([
    ['secretary', '欧阳𬭚', '2026-05-04', null],
    ['firstSecretary', '邹芳磊', '2025-03-01', null],
    ['gridLeader', '白勇文', '2025-03-01', null],
    ['secretary', '许文雪', '2025-03-01', '2026-05-04'],
  ])
})

test('committee members stand beside each other, unless one replaces another', async () => {
  const context = contextOf(db)
  const member = { ...secretary, unitId: 'branch', kind: 'committeeMember' as const }
  const first = await ask['post.assign']({ ...member, person: { id: 'xu' } }, context)
  await ask['post.assign']({ ...member, person: { id: 'zou' } }, context)
  await ask['post.assign']({ ...member, person: { id: 'bai' }, replaces: first.id }, context)
  const living = (await held('branch')).filter(([, , , endsOn]) => endsOn === null)
  expect(living.map(([, name]) => name).sort()).toEqual(['白勇文', '邹芳磊'])
})

test('a named holder is found by name and phone, else made with both phones', async () => {
  const context = contextOf(db)
  await ask['post.assign']({ ...secretary, person: { name: '欧阳 𬭚', phone: '+86 139-0000-1111' } }, context)
  const found = await postsOfUnit(db, 'emergency')
  expect(found[0]?.personId).toBe('ouyang')
  await ask['post.assign'](
    { ...secretary, person: { name: '李𫖯', phone: '13700002222、０７１９－８６５１２３４' } },
    context,
  )
  expect(await db.query('SELECT phone, phone2, pinyin FROM person WHERE name = ?', ['李𫖯'])).toEqual([
    { phone: '13700002222', phone2: '0719-8651234', pinyin: 'lifu' },
  ])
})

test('the second phone of a holder on record is kept, or refused when there is no room', async () => {
  const context = contextOf(db)
  const assign = (phone: string) =>
    ask['post.assign']({ ...secretary, person: { name: '邹芳磊', phone } }, context)
  const phones = () => db.query('SELECT phone, phone2 FROM person WHERE id = ?', ['zou'])
  await assign('13711112222、13800009448')
  expect(await phones()).toEqual([{ phone: '13800009448', phone2: '13711112222' }])
  await assign('13711112222')
  await expect(assign('13711112222、13711113333')).rejects.toMatchObject({
    code: 'value.invalid',
    facts: { reason: '这个人已登记两个电话，新的号码放不下，请先在人员资料中修改电话' },
  })
  expect(await phones()).toEqual([{ phone: '13800009448', phone2: '13711112222' }])
})

test('who holds the post already keeps it', async () => {
  const context = contextOf(db)
  const again = await ask['post.assign'](
    { ...secretary, position: '党组书记、局长', person: { id: 'xu' } },
    context,
  )
  expect(again.id).toBe('post-1')
  expect((await postsOfUnit(db, 'emergency'))[0]).toMatchObject({
    id: 'post-1',
    position: '党组书记、局长',
    startsOn: '2025-03-01',
    endsOn: null,
  })
})

test('a term that cannot be is refused and leaves nothing', async () => {
  const context = contextOf(db)
  const assign = (startsOn: string) =>
    ask['post.assign']({ ...secretary, startsOn, person: { name: '新人甲', phone: '' } }, context)
  await expect(assign('2024-01-01')).rejects.toMatchObject({ facts: { reason: '离任日期早于任职日期' } })
  await expect(assign('2999-01-01')).rejects.toMatchObject({ facts: { reason: '任职日期晚于今天' } })
  await expect(
    ask['post.assign']({ ...secretary, person: { name: '新人甲', phone: '1380000319' } }, context),
  ).rejects.toMatchObject({ code: 'value.invalid', facts: { reason: '手机号只有 10 位' } })
  await expect(
    ask['post.end']({ id: 'post-1', version: 1, endsOn: '2025-02-28' }, context),
  ).rejects.toMatchObject({ code: 'value.invalid' })
  expect(await db.query('SELECT id FROM person WHERE name = ?', ['新人甲'])).toEqual([])
})

test('a post ends on a day, and its position can be mended', async () => {
  const context = contextOf(db)
  const { version } = await ask['post.update'](
    { id: 'post-2', version: 1, changes: { position: ' 局长 ' } },
    context,
  )
  await ask['post.end']({ id: 'post-2', version, endsOn: '2026-07-01' }, context)
  expect(await db.query('SELECT position, ends_on AS "endsOn" FROM post WHERE id = ?', ['post-2'])).toEqual([
    { position: '局长', endsOn: '2026-07-01' },
  ])
})

test('two people of one name without a phone stay two', async () => {
  await db.edit(setUp, (tx) => tx.insert('person', personRow('namesake', '张伟')))
  await ask['post.assign']({ ...secretary, person: { name: '张伟', phone: '' } }, contextOf(db))
  expect(await db.query('SELECT count(*) AS n FROM person WHERE name = ?', ['张伟'])).toEqual([{ n: 2 }])
})
