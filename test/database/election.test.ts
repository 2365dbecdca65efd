import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { holdElection } from '../../main/database/election.ts'
import { loadUnit } from '../../main/database/units.ts'
import { pinyinOf } from '../../main/pinyin.ts'
import { personRow, postRow, redoNext, setUp, smallOffice, undoNext } from './office.ts'

const today = '2026-06-01'
let db: Database

beforeEach(async () => {
  db = await smallOffice()
  await db.edit(setUp, async (tx) => {
    await tx.insert('person', personRow('ou', '欧阳娜'))
    await tx.insert('post', postRow('s', 'branch', 'secretary', 'bai'))
    await tx.insert('post', postRow('c1', 'branch', 'committeeMember', 'xu'))
    await tx.insert('post', postRow('c2', 'branch', 'committeeMember', 'ou'))
  })
})
afterEach(() => db.close())

const held = async () =>
  (await loadUnit(db, 'branch')).posts
    .filter((post) => post.endsOn === null)
    .map((post) => `${post.kind} ${post.personName} ${post.startsOn}`)
    .sort()

const wang = {
  kind: 'named',
  name: '王小五',
  reading: pinyinOf('王小五', 'person'),
  phones: ['13800138000'],
} as const

const version = async () => (await loadUnit(db, 'branch')).version

test('who stays keeps one continuous post, who goes ends and who comes begins the same day; one undo takes all back', async () => {
  const before = await held()
  const answer = await holdElection(
    db,
    {
      id: 'branch',
      version: await version(),
      on: '2026-05-20',
      termYears: 3,
      seats: [
        { kind: 'secretary', postId: 's', next: { kind: 'known', id: 'ou' } },
        { kind: 'committeeMember', postId: 'c1', next: 'stays' },
        { kind: 'committeeMember', postId: 'c2', next: null },
        { kind: 'deputySecretary', postId: null, next: wang },
      ],
    },
    today,
  )
  expect(answer).toEqual({ began: 2, ended: 2, stayed: 1 })
  const unit = await loadUnit(db, 'branch')
  expect([unit.electedOn, unit.termYears, unit.nextElectionOn]).toEqual(['2026-05-20', 3, '2029-05-20'])
  const now = await held()
  expect(now).toHaveLength(3)
  expect(now).toContain('secretary 欧阳娜 2026-05-20')
  expect(now).toContain('deputySecretary 王小五 2026-05-20')
  expect(now.filter((line) => line.endsWith('2025-03-01'))).toHaveLength(1)
  await undoNext(db)
  expect(await held()).toEqual(before)
  expect((await loadUnit(db, 'branch')).nextElectionOn).toBeNull()
  await redoNext(db)
  expect(await held()).toEqual(now)
})

test('two secretaries, one person twice, a post of another unit and a day in the future are refused, and nothing is written', async () => {
  const before = await held()
  const hold = async (seats: Parameters<typeof holdElection>[1]['seats'], on = '2026-05-20') =>
    holdElection(db, { id: 'branch', version: await version(), on, termYears: null, seats }, today)
  await expect(
    hold([{ kind: 'secretary', postId: null, next: { kind: 'known', id: 'xu' } }]),
  ).rejects.toMatchObject({ code: 'value.invalid', facts: { reason: '“书记”只能由一人担任' } })
  await expect(
    hold([{ kind: 'committeeMember', postId: null, next: { kind: 'known', id: 'xu' } }]),
  ).rejects.toMatchObject({ code: 'value.invalid' })
  await expect(hold([{ kind: 'secretary', postId: 'post-1', next: null }])).rejects.toMatchObject({
    code: 'record.changed',
  })
  await expect(hold([{ kind: 'secretary', postId: 's', next: null }], '2026-06-02')).rejects.toMatchObject({
    code: 'value.invalid',
  })
  expect(await held()).toEqual(before)
})
