import { expect, test } from 'vitest'
import { compareTrees } from '../../main/database/compare.ts'
import { loadBalance } from '../../main/database/funding-rows.ts'
import { disburse } from '../../main/database/funding-vouchers.ts'
import { mergeUnits, previewMerge } from '../../main/database/merge.ts'
import { loadPathIds, loadTreeOn } from '../../main/database/tree-rows.ts'
import { loadUndoState, undo } from '../../main/database/undo.ts'
import { dissolveUnit } from '../../main/database/unit-dissolve.ts'
import { moveUnits } from '../../main/database/unit-move.ts'
import { renameUnit } from '../../main/database/unit-rename.ts'
import { restoreUnit } from '../../main/database/unit-restore.ts'
import { loadStory } from '../../main/database/unit-story.ts'
import { all, contentOf, district, noReading } from './district.ts'

test('a correction of the name holds for the past too; a new name from its day on', async () => {
  const db = await district()
  await renameUnit(
    db,
    { id: 'b1', version: 1, name: '阳光党支部', on: '2026-03-05' },
    noReading,
    '2026-03-09',
  )
  await renameUnit(db, { id: 'b1', version: 2, name: '阳光小区党支部', on: null }, noReading, '2026-03-09')
  const nameOn = async (day: string) => (await loadTreeOn(db, day)).find((unit) => unit.id === 'b1')?.name
  expect([await nameOn('2026-03-04'), await nameOn('2026-03-05')]).toEqual(['b1党支部', '阳光小区党支部'])
  await expect(
    renameUnit(db, { id: 'b1', version: 3, name: '又名', on: '2026-03-04' }, noReading, '2026-03-09'),
  ).rejects.toMatchObject({ code: 'value.invalid' })
  await db.close()
})

test('a dissolved and restored unit is missing only on the days between', async () => {
  const db = await district()
  await dissolveUnit(db, 'b1-g1', 1, '2026-03-05', '2026-03-09')
  await restoreUnit(
    db,
    { id: 'b1-g1', version: 2, on: '2026-03-08', posts: true, members: true },
    '2026-03-09',
  )
  const days = ['2026-03-04', '2026-03-05', '2026-03-07', '2026-03-08']
  const there = await Promise.all(
    days.map(async (day) => (await loadTreeOn(db, day)).some((unit) => unit.id === 'b1-g1')),
  )
  expect(there).toEqual([true, false, false, true])
  const { changes } = await compareTrees(db, '2026-03-06', '2026-03-09')
  expect(changes).toMatchObject([{ kind: 'added', unit: { id: 'b1-g1' }, day: '2026-03-08' }])
  await db.close()
})

test('two days compared: founded, dissolved with its successor, moved, renamed, posts changed', async () => {
  const db = await district()
  const today = '2026-03-20'
  await moveUnits(
    db,
    { units: [{ id: 'b3', version: 1 }], parentId: 'community', beside: null, on: '2026-03-10' },
    today,
  )
  await renameUnit(db, { id: 'b3', version: 3, name: '北苑党支部', on: '2026-03-11' }, noReading, today)
  const joint = { parentId: 'c2', name: '联合党支部', branchKind: 'joint' as const, reading: noReading }
  const units = ['b1', 'b2'].map((id) => ({ id, version: 1 }))
  await mergeUnits(db, { units, into: joint, on: '2026-03-12', choices: all }, today)
  const { changes, total } = await compareTrees(db, '2026-03-01', today)
  expect(total).toBe(changes.length)
  const said = changes.map((change) => `${change.kind} ${change.unit.name}`)
  expect(said).toContain('added 联合党支部')
  expect(said).toContain('moved 北苑党支部')
  expect(said).toContain('renamed 北苑党支部')
  expect(changes.find((change) => change.kind === 'dissolved')).toMatchObject({
    unit: { name: 'b1党支部' },
    successors: [{ name: '联合党支部' }],
  })
  expect((await compareTrees(db, '2026-03-13', today)).changes).toEqual([])
  await db.close()
})

test('a merger says beforehand what it does, carries money over to the fen, and is not undone once that is spent', async () => {
  const db = await district()
  const merger = {
    units: ['b1', 'b2'].map((id) => ({ id, version: 1 })),
    into: { id: 'b2' },
    on: '2026-03-12',
    choices: all,
  }
  const preview = await previewMerge(db, ['b1', 'b2'], { id: 'b2' }, '2026-03-12', all)
  expect(preview).toMatchObject({
    parts: [{ unit: { id: 'b1' }, members: 4, groups: 2, estates: ['e1'], balances: [{ fen: 1_000_001 }] }],
    members: 4,
    renamedGroups: [{ from: '1号楼党小组', to: 'b11号楼党小组' }, { from: '2号楼党小组' }],
    endingPosts: [{ kind: 'secretary', person: '党员0' }],
  })
  await mergeUnits(db, merger, '2026-03-20')
  expect(await loadBalance(db, 2026, 'b2', 'source-1')).toBe(2_000_003)
  expect(await loadBalance(db, 2026, 'b1', 'source-1')).toBe(0)
  expect((await loadStory(db, 'b1')).successors).toMatchObject([{ id: 'b2', how: 'merge' }])
  await disburse(db, {
    unitId: 'b2',
    sourceId: 'source-1',
    date: '2026-03-15',
    summary: '办公',
    category: '办公费',
    payee: '',
    handler: '',
    amountFen: 1_500_000,
    voucherNo: null,
  })
  const { undo: next } = await loadUndoState(db)
  await expect(undo(db, next?.seq ?? 0)).rejects.toMatchObject({ code: 'undo.changed-since' })
  expect(await loadBalance(db, 2026, 'b2', 'source-1')).toBe(500_003)
  await db.close()
})

test('what may not stand there is refused, and nothing is written', async () => {
  const db = await district()
  const before = await contentOf(db)
  const move = (id: string, parentId: string, version = 1, on = '2026-03-12') =>
    moveUnits(db, { units: [{ id, version }], parentId, beside: null, on }, '2026-03-20')
  await expect(move('b1-g1', 'community')).rejects.toMatchObject({ code: 'unit.parent-refused' })
  await expect(move('b1-g1', 'b2')).rejects.toMatchObject({ code: 'unit.duplicate-name' })
  await expect(move('b1', 'c2', 7)).rejects.toMatchObject({ code: 'record.changed' })
  await expect(move('b1', 'c2', 1, '2026-03-21')).rejects.toMatchObject({ code: 'value.invalid' })
  await expect(move('b1', 'gone')).rejects.toMatchObject({ code: 'record.missing' })
  expect(await contentOf(db)).toEqual(before)
  await db.close()
})

test('a unit that lives again and is moved the same day stood elsewhere before it was dissolved', async () => {
  const db = await district()
  const path = (day: string) => loadPathIds(db, 'b1-g1', day)
  await dissolveUnit(db, 'b1-g1', 1, '2026-03-04', '2026-03-09')
  const back = { id: 'b1-g1', version: 2, on: '2026-03-08', posts: false, members: false }
  const { version } = await restoreUnit(db, back, '2026-03-09')
  await renameUnit(db, { id: 'b1-g1', version, name: '新一号楼', on: '2026-03-08' }, noReading, '2026-03-09')
  const units = [{ id: 'b1-g1', version: version + 1 }]
  await moveUnits(db, { units, parentId: 'b2', beside: null, on: '2026-03-08' }, '2026-03-09')
  expect(await path('2026-03-01')).toEqual(['street', 'community', 'b1'])
  expect(await path('2026-03-05')).toEqual([])
  expect(await path('2026-03-08')).toEqual(['street', 'c2', 'b2'])
  await db.close()
})
