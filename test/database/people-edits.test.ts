import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { loadDuplicates } from '../../main/database/duplicates.ts'
import { loadPerson } from '../../main/database/people.ts'
import { addPerson, findAlike, type NewPerson } from '../../main/database/person-add.ts'
import { updatePerson } from '../../main/database/person-edits.ts'
import { dismissDuplicate, loadDuplicate, mergePeople } from '../../main/database/person-merge.ts'
import { endPerson, returnPerson, transferMembers } from '../../main/database/person-terms.ts'
import { assignPost } from '../../main/database/post-edits.ts'
import { beginReport, endReport } from '../../main/database/reporting-edits.ts'
import { find } from '../../main/database/search.ts'
import { loadCounts } from '../../main/database/tree.ts'
import { memberHandlers } from '../../main/handlers/members.ts'
import { organizationHandlers } from '../../main/handlers/organization.ts'
import { pinyinOf } from '../../main/pinyin.ts'
import { contextOf } from './context.ts'
import { personRow, postRow, setUp, smallOffice, undoNext } from './office.ts'

const today = '2026-06-01'
let db: Database

beforeEach(async () => {
  db = await smallOffice()
})
afterEach(() => db.close())

const newcomer = (name: string, more: Partial<NewPerson> = {}): NewPerson => ({
  name,
  reading: pinyinOf(name, 'person'),
  gender: null,
  phones: [],
  idNumber: null,
  category: null,
  memberKind: null,
  unitId: 'branch',
  on: today,
  ...more,
})

test('somebody new is a member at once, found by name, and known again by phone or ID number', async () => {
  const idNumber = '420321199001010006'
  const wang = newcomer('种师道', { phones: ['13800138000'], idNumber, category: 'full' })
  const { id } = await addPerson(db, wang, today)
  expect(await loadPerson(db, id)).toMatchObject({
    birthDate: '1990-01-01',
    branchName: '百二河雅苑党支部',
    communityName: '六堰社区党委',
    phoneMasked: '138****8000',
  })
  const names = async (asked: Parameters<typeof findAlike>[1]) =>
    (await findAlike(db, asked)).map((person) => person.name)
  expect(await names({ name: '种 师道', phones: ['13800138000'], idNumber: null })).toEqual(['种师道'])
  expect(await names({ name: '另一人', phones: ['13800138000'], idNumber: null })).toEqual([])
  expect(await names({ name: '另一人', phones: [], idNumber })).toEqual(['种师道'])
  expect(await names({ name: '', phones: [], idNumber: null })).toEqual([])
  // Somebody of another name on the family's phone, without an ID number, is somebody else.
  await addPerson(db, newcomer('张三丰', { phones: ['13700137000'] }), today)
  expect(await names({ name: '李四', phones: ['13700137000'], idNumber: null })).toEqual([])
  await expect(addPerson(db, newcomer('冒名者', { idNumber }), today)).rejects.toMatchObject({
    code: 'value.invalid',
  })
})

test('a surname reading of one’s own changes what the person is found and sorted by', async () => {
  const ask = { ...organizationHandlers, ...memberHandlers }
  const { id } = await ask['person.add'](
    {
      name: '单雄信',
      gender: '男',
      phone: '',
      idNumber: '',
      category: null,
      memberKind: null,
      unitId: null,
      on: today,
    },
    contextOf(db),
  )
  const found = async (text: string) =>
    (await find(db, text)).some((hit) => hit.kind === 'person' && hit.id === id)
  expect([await found('shanxiongxin'), await found('danxiongxin')]).toEqual([true, false])
  const { version } = await loadPerson(db, id)
  await ask['person.update']({ id, version, changes: { surnameReading: 'Dan' } }, contextOf(db))
  expect([await found('shanxiongxin'), await found('danxiongxin')]).toEqual([false, true])
  await expect(
    ask['person.update']({ id, version: version + 1, changes: { surnameReading: '单' } }, contextOf(db)),
  ).rejects.toMatchObject({ code: 'value.invalid' })
})

test('who leaves ends every post and membership the same day, and comes back with the memberships', async () => {
  const { id } = await addPerson(db, newcomer('王小五', { on: '2026-01-01' }), today)
  const holder = { kind: 'known', id } as const
  await assignPost(
    db,
    { unitId: 'group', kind: 'groupLeader', holder, position: '', startsOn: '2026-02-01', replaces: null },
    today,
  )
  await beginReport(
    db,
    {
      personId: id,
      unitId: 'community',
      on: '2026-03-01',
      fields: { workUnit: '区税务局', claimedPost: '', specialty: '' },
    },
    today,
  )
  const { version } = await loadPerson(db, id)
  await expect(endPerson(db, { id, version, on: '2026-02-15', reason: '迁出' }, today)).rejects.toMatchObject(
    { code: 'value.invalid' },
  )
  await endPerson(db, { id, version, on: '2026-05-01', reason: '迁出' }, today)
  const gone = await loadPerson(db, id)
  expect([gone.endedOn, gone.endedReason, gone.posts, gone.branchId]).toEqual([
    '2026-05-01',
    '迁出',
    '',
    null,
  ])
  expect([gone.memberships[0]?.endsOn, gone.postList[0]?.endsOn, gone.reports[0]?.endsOn]).toEqual([
    '2026-05-01',
    '2026-05-01',
    '2026-05-01',
  ])
  await returnPerson(db, { id, version: gone.version, on: '2026-05-20', memberships: true }, today)
  const back = await loadPerson(db, id)
  expect([back.endedOn, back.branchName, back.memberships.length]).toEqual([null, '百二河雅苑党支部', 2])
  await undoNext(db)
  await undoNext(db)
  expect((await loadPerson(db, id)).posts).toBe('百二河雅苑党支部 1号楼党小组 · 党小组组长')
})

test('a report goes to a community, once, and ends', async () => {
  const report = {
    personId: 'xu',
    on: today,
    fields: { workUnit: ' ', claimedPost: '治安巡逻', specialty: '' },
  }
  await expect(beginReport(db, { ...report, unitId: 'branch' }, today)).rejects.toMatchObject({
    code: 'value.invalid',
  })
  const { id } = await beginReport(db, { ...report, unitId: 'community' }, today)
  await expect(beginReport(db, { ...report, unitId: 'community' }, today)).rejects.toMatchObject({
    code: 'value.invalid',
  })
  expect((await loadPerson(db, 'xu')).reports).toMatchObject([
    { unitName: '六堰社区党委', workUnit: null, claimedPost: '治安巡逻', endsOn: null },
  ])
  await endReport(db, { id, version: 1, on: today }, today)
  expect((await loadPerson(db, 'xu')).reports[0]?.endsOn).toBe(today)
})

test('duplicates: by ID number, by name and phone, by name and birth in one branch; never those who are not the same', async () => {
  await db.edit(setUp, async (tx) => {
    const rows = [
      personRow('d1', '古丽·买买提', { phone: '13900139000' }),
      personRow('d2', '古丽•买买提', { phone2: '13900139000', education: '大学' }),
      personRow('d3', '张三', { birthDate: '1980-05-06' }),
      personRow('d4', '张三', { birthDate: '1980-05-06' }),
      personRow('d5', '张三', { birthDate: '1980-05-06' }),
      personRow('d6', '李四', { phone: '13700137000' }),
      personRow('d7', '李五', { phone: '13700137000' }),
    ]
    for (const row of rows) await tx.insert('person', row)
    for (const personId of ['d3', 'd4']) {
      await tx.insert('membership', {
        id: `k-${personId}`,
        personId,
        unitId: 'branch',
        startsOn: null,
        endsOn: null,
      })
    }
  })
  const pairs = async () =>
    (await loadDuplicates(db)).pairs.map((pair) => `${pair.aId} ${pair.bId} ${pair.reason}`)
  expect(await pairs()).toEqual(['d1 d2 phone', 'd3 d4 birth'])
  await dismissDuplicate(db, 'd4', 'd3')
  expect(await pairs()).toEqual(['d1 d2 phone'])
  await undoNext(db)
  expect(await pairs()).toHaveLength(2)

  const { a, b, lines } = await loadDuplicate(db, 'd1', 'd2')
  expect(lines.map((line) => [line.field, line.suggested])).toEqual([
    ['name', 'a'],
    ['phone', 'a'],
    ['phone2', 'b'],
    ['education', 'b'],
  ])
  expect(JSON.stringify(lines)).not.toContain('13900139000')
  await mergePeople(db, { keep: a, other: b, take: ['education'] }, today)
  expect((await loadPerson(db, 'd1')).education).toBe('大学')
  expect(await pairs()).toEqual(['d3 d4 birth'])
  expect((await find(db, '买买提')).map((hit) => (hit.kind === 'person' ? hit.id : ''))).toEqual(['d1'])
})

test('a merged record brings its posts and memberships; what both hold is held once, since the earlier day', async () => {
  await db.edit(setUp, async (tx) => {
    await tx.insert('person', personRow('old', '王小五'))
    await tx.insert('person', personRow('new', '王小五', { phone: '13800138000' }))
    const memberships = [
      ['k1', 'old', '2020-01-01'],
      ['k2', 'new', '2024-01-01'],
    ] as const
    for (const [id, personId, startsOn] of memberships) {
      await tx.insert('membership', { id, personId, unitId: 'branch', startsOn, endsOn: null })
    }
  })
  const before = await loadCounts(db)
  const [a, b] = [await loadPerson(db, 'new'), await loadPerson(db, 'old')]
  await mergePeople(db, { keep: a, other: b, take: [] }, today)
  const kept = await loadPerson(db, 'new')
  expect(kept.memberships.map((one) => [one.startsOn, one.endsOn])).toEqual([['2020-01-01', null]])
  const after = await loadCounts(db)
  expect([after.people, after.members]).toEqual([before.people - 1, before.members - 1])
  await undoNext(db)
  expect(await loadCounts(db)).toEqual(before)
})

test('two posts of one kind come together into one, its blanks filled and its beginning the earliest that is known', async () => {
  await db.edit(setUp, async (tx) => {
    await tx.insert('person', personRow('keep', '王小五'))
    await tx.insert('person', personRow('other', '王五'))
    const posts = [
      ['p1', 'keep', '2025-01-01', null],
      ['p2', 'other', '2024-01-01', '居民'],
      ['p3', 'other', null, null],
      ['p4', 'other', '2023-01-01', null],
    ] as const
    for (const [id, personId, startsOn, position] of posts) {
      const row = postRow(id, 'branch', 'buildingHead', personId)
      await tx.insert('post', { ...row, startsOn, position })
    }
    for (const [personId, unitId] of [
      ['keep', 'branch'],
      ['other', 'group'],
    ] as const) {
      await tx.insert('membership', {
        id: `m-${personId}`,
        personId,
        unitId,
        startsOn: '2020-01-01',
        endsOn: null,
      })
    }
  })
  const [a, b] = [await loadPerson(db, 'keep'), await loadPerson(db, 'other')]
  const merge = { keep: { id: a.id, version: a.version }, other: { id: b.id, version: b.version } }
  await memberHandlers['duplicate.merge']({ ...merge, take: ['name'] }, contextOf(db))
  const kept = await loadPerson(db, 'keep')
  const living = kept.postList.filter((post) => post.endsOn === null)
  expect(living.map((post) => [post.startsOn, post.position])).toEqual([['2023-01-01', '居民']])
  expect(kept.memberships.filter((one) => one.endsOn === null).map((one) => one.unitId)).toEqual(['branch'])
  // The reading follows the name that was taken, and the old record leads to the one that stayed.
  expect((await find(db, 'wangwu')).some((hit) => hit.kind === 'person' && hit.id === 'keep')).toBe(true)
  expect((await loadPerson(db, 'other')).id).toBe('keep')
  await expect(updatePerson(db, 'other', b.version + 1, { note: '改' }, null)).rejects.toMatchObject({
    code: 'value.invalid',
  })
})

test('what a transfer ended on the day of leaving is over; nobody joins a branch before it was there', async () => {
  const { id } = await addPerson(db, newcomer('王小五', { on: '2026-01-01' }), today)
  await transferMembers(db, { personIds: [id], unitId: 'group', on: '2026-05-01' }, today)
  const { version } = await loadPerson(db, id)
  const left = await endPerson(db, { id, version, on: '2026-05-01', reason: '迁出' }, today)
  await returnPerson(db, { id, version: left.version, on: '2026-05-02', memberships: true }, today)
  const living = (await loadPerson(db, id)).memberships.filter((one) => one.endsOn === null)
  expect(living.map((one) => one.unitId)).toEqual(['group'])
  const early = { personIds: [id], unitId: 'branch', on: '2026-04-01' }
  await expect(transferMembers(db, early, today)).rejects.toMatchObject({ code: 'value.invalid' })
  await db.edit(setUp, (tx) => tx.update('unit', 'branch', 1, { foundedOn: '2026-05-20' }))
  await expect(transferMembers(db, { ...early, on: '2026-05-10' }, today)).rejects.toMatchObject({
    code: 'value.invalid',
  })
})
