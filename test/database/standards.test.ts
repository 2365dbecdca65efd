import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { countGaps, loadGapLines } from '../../main/database/gap-list.ts'
import { loadGapsOf } from '../../main/database/gaps.ts'
import { updatePost } from '../../main/database/post-edits.ts'
import {
  loadStaffing,
  loadStandards,
  saveStandards,
  standardsVersion,
} from '../../main/database/standards.ts'
import { loadUnit } from '../../main/database/units.ts'
import type { PostStandard } from '../../shared/models/standards.ts'
import { defaultStandards, teamPresets, withPreset } from '../../shared/rules/standards.ts'
import { dayAfter, dayOf } from '../../shared/rules/terms.ts'
import { personRow, postRow, setUp, smallOffice, undoNext } from './office.ts'

const today = '2026-06-01'
let db: Database

beforeEach(async () => {
  db = await smallOffice()
  await db.edit(setUp, async (tx) => {
    await tx.insert('estate', {
      id: 'estate',
      communityId: 'community',
      name: '百二河雅苑',
      buildingCount: 3,
      householdCount: 31,
      endedOn: null,
    })
    await tx.insert('unitEstate', {
      id: 'link',
      unitId: 'branch',
      estateId: 'estate',
      startsOn: null,
      endsOn: null,
    })
  })
})
afterEach(() => db.close())

const line = (post: PostStandard['post'], more: Partial<PostStandard>): PostStandard => ({
  unitKind: 'branch',
  post,
  fewest: 1,
  per: 'unit',
  households: 15,
  ...more,
})
const branchGaps = async () => (await loadGapsOf(db, ['branch'])).get('branch') ?? []

test('until the office says otherwise a branch wants one secretary', async () => {
  expect(await loadStandards(db)).toEqual(defaultStandards)
  expect(await branchGaps()).toEqual(['noSecretary'])
  expect(await loadStaffing(db, 'branch')).toEqual([{ post: 'secretary', expected: 1, held: 0 }])
})

test('a head for every building, one per 15 households: heads in the groups below count too', async () => {
  const posts = [line('buildingHead', { per: 'building' }), line('neighborHead', { per: 'households' })]
  await saveStandards(db, { ...defaultStandards, posts }, await standardsVersion(db))
  expect(await branchGaps()).toEqual(['few:buildingHead', 'few:neighborHead'])
  await db.edit(setUp, async (tx) => {
    await tx.insert('post', postRow('h1', 'branch', 'buildingHead', 'bai'))
    await tx.insert('post', postRow('h2', 'group', 'buildingHead', 'xu'))
  })
  expect(await loadStaffing(db, 'branch')).toEqual([
    { post: 'buildingHead', expected: 3, held: 2 },
    { post: 'neighborHead', expected: 3, held: 0 },
  ])
  await db.edit(setUp, (tx) => tx.insert('post', postRow('h3', 'group', 'buildingHead', 'bai')))
  expect(await branchGaps()).toEqual(['few:neighborHead'])
  await undoNext(db)
  expect(await loadStandards(db)).toEqual(defaultStandards)
})

test('a team of 1+2+N keeps what it does not speak of; two lines of one post are refused', async () => {
  const preset = teamPresets[0]?.posts ?? []
  const posts = withPreset(defaultStandards.posts, preset)
  expect(posts).toHaveLength(preset.length + defaultStandards.posts.length - 1)
  await saveStandards(db, { ...defaultStandards, posts }, await standardsVersion(db))
  expect(await branchGaps()).toEqual([
    'noSecretary',
    'few:deputySecretary',
    'few:partyAdvisor',
    'few:buildingHead',
  ])
  await expect(
    saveStandards(
      db,
      { ...defaultStandards, posts: [line('secretary', {}), line('secretary', {})] },
      await standardsVersion(db),
    ),
  ).rejects.toMatchObject({ code: 'value.invalid' })
  // A draft that was opened before somebody else saved is refused.
  await expect(saveStandards(db, defaultStandards, 0)).rejects.toMatchObject({ code: 'record.changed' })
})

test('a neighbor head with more households than the standard is a gap until the number is mended', async () => {
  await db.edit(setUp, (tx) => tx.insert('post', postRow('n', 'group', 'neighborHead', 'bai')))
  const { version } = await updatePost(db, 'n', 1, { households: 16 }, today)
  expect((await loadGapsOf(db, ['group'])).get('group')).toContain('headTooManyHouseholds')
  await updatePost(db, 'n', version, { households: 15 }, today)
  expect((await loadGapsOf(db, ['group'])).get('group')).not.toContain('headTooManyHouseholds')
  await expect(updatePost(db, 'post-1', 1, { households: 3 }, today)).rejects.toMatchObject({
    code: 'value.invalid',
  })
})

test('待办 lists units, estates and people, the cards first, and narrows to a unit, a gap, a name', async () => {
  await db.edit(setUp, async (tx) => {
    await tx.insert('estate', {
      id: 'bare',
      communityId: 'community',
      name: '无名小区',
      buildingCount: null,
      householdCount: null,
      endedOn: null,
    })
    await tx.insert('person', personRow('mute', '古丽·买买提'))
    await tx.insert('post', postRow('m', 'group', 'buildingHead', 'mute'))
  })
  const list = async (filter = {}) => loadGapLines(db, { filter, from: 0, count: 100 }, today)
  const { total, lines } = await list()
  expect(total).toBe(lines.length)
  expect(lines.map((one) => `${one.gap} ${one.name}`)).toEqual([
    'noGridLeaderPhone 百二河雅苑应急党支部',
    'noSecretary 百二河雅苑党支部',
    'estateWithoutBranch 无名小区',
    'personWithoutPhone 古丽·买买提',
    'noGroupLeader 百二河雅苑党支部 · 1号楼党小组',
  ])
  expect(lines[4]?.path).toBe('汉江路街道党工委 / 六堰社区党委 / 百二河雅苑党支部 / 1号楼党小组')
  expect((await list({ gap: 'noSecretary' })).total).toBe(1)
  expect((await list({ unitId: 'branch' })).lines.map((one) => one.gap)).toEqual([
    'noSecretary',
    'personWithoutPhone',
    'noGroupLeader',
  ])
  expect((await list({ text: '买买提' })).total).toBe(1)
  const counts = await countGaps(db, {}, today)
  expect(counts.reduce((sum, one) => sum + one.count, 0)).toBe(total)
  expect(counts[0]).toEqual({ gap: 'noGridLeaderPhone', count: 1 })
  const second = await loadGapLines(db, { filter: {}, from: 2, count: 2 }, today)
  expect(second.lines.map((one) => one.gap)).toEqual(['estateWithoutBranch', 'personWithoutPhone'])
})

test('an election is due 90 days before its day, overdue from the day after; of a month, when it is over', async () => {
  const today = dayOf(new Date())
  const gapFor = async (nextElectionOn: string | null) => {
    const version = (await loadUnit(db, 'branch')).version
    await db.edit(setUp, (tx) => tx.update('unit', 'branch', version, { nextElectionOn }))
    return (await branchGaps()).find((gap) => gap.startsWith('election')) ?? null
  }
  expect(await gapFor(null)).toBeNull()
  expect(await gapFor(dayAfter(today, 91))).toBeNull()
  expect(await gapFor(dayAfter(today, 90))).toBe('electionDue')
  expect(await gapFor(today)).toBe('electionDue')
  expect(await gapFor(dayAfter(today, -1))).toBe('electionOverdue')
  expect(await gapFor(today.slice(0, 7))).toBe('electionDue')
  expect(await gapFor(`${Number(today.slice(0, 4)) - 1}-12`)).toBe('electionOverdue')
})

test('a secretary of a community without a phone is told as a person, one of a branch with the branch', async () => {
  await db.edit(setUp, async (tx) => {
    await tx.insert('person', personRow('mute', '无电话'))
    await tx.insert('post', postRow('c', 'community', 'secretary', 'mute'))
  })
  const gapsOf = async () =>
    (await loadGapLines(db, { filter: { text: '无电话' }, from: 0, count: 10 }, today)).lines.map(
      (one) => one.gap,
    )
  expect(await gapsOf()).toEqual(['personWithoutPhone'])
  await db.edit(setUp, (tx) => tx.update('post', 'c', 1, { unitId: 'branch' }))
  expect(await gapsOf()).toEqual([])
  expect(await branchGaps()).toContain('noSecretaryPhone')
})
