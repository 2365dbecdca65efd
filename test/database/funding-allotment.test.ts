import { expect, test } from 'vitest'
import { allotStandard, loadAllotmentPlan } from '../../main/database/funding-allotment.ts'
import { loadStandards } from '../../main/database/funding-rows.ts'
import { saveStandard } from '../../main/database/funding-standards.ts'
import { makeStreets, unit } from './street.ts'

const edit = { action: 'test', label: 'test', undoable: true }

test('95 branches get 15,000 yuan each, and a second time changes nothing', async () => {
  const db = await makeStreets({ streets: 2, communities: 19, branches: 5 })
  // An emergency branch stands beside an ordinary one and gets nothing.
  await db.edit(edit, (tx) =>
    tx.insert('unit', unit('e1', 'emergencyBranch', 's1-c1', '1街1社区应急党支部', 9)),
  )
  const plan = await loadAllotmentPlan(db, 2026, 's1')
  expect([plan.lines.length, plan.newBranches, plan.newFen]).toEqual([190, 95, 142_500_000])
  expect(await allotStandard(db, 2026, 's1', '2026-11-20')).toEqual({
    branches: 95,
    totalFen: 142_500_000,
    alreadyBranches: 0,
    alreadyFen: 0,
  })
  const before = await db.query('SELECT * FROM appropriation ORDER BY id')
  expect(await allotStandard(db, 2026, 's1')).toEqual({
    branches: 0,
    totalFen: 0,
    alreadyBranches: 95,
    alreadyFen: 142_500_000,
  })
  expect(await db.query('SELECT * FROM appropriation ORDER BY id')).toEqual(before)
  expect(
    await db.query(
      `SELECT count(*) AS n, sum(amount_fen) AS fen, min(date) AS day FROM appropriation WHERE year = 2026`,
    ),
  ).toEqual([{ n: 190, fen: 142_500_000, day: '2026-01-01' }])
  expect(await db.query(`SELECT label, undoable FROM audit_entry WHERE action = 'funding.allot'`)).toEqual([
    { label: '按定额安排 1号街道党工委 2026 年经费（95 个党支部，1,425,000.00 元）', undoable: 0 },
  ])
  await db.close()
})

test('two calls at once allot once', async () => {
  const db = await makeStreets({ streets: 1, communities: 2, branches: 3 })
  const outcomes = await Promise.all([allotStandard(db, 2026, 's1'), allotStandard(db, 2026, 's1')])
  expect(outcomes.map((o) => o.totalFen)).toEqual([9_000_000, 0])
  expect(await db.query('SELECT count(*) AS n FROM appropriation')).toEqual([{ n: 12 }])
  await db.close()
})

test('a later call fills what is missing, by the amount that holds then; a dissolved branch gets nothing', async () => {
  const db = await makeStreets({ streets: 1, communities: 1, branches: 2 })
  await allotStandard(db, 2026, 's1', '2026-05-01')
  const [standard] = await loadStandards(db)
  if (standard === undefined) throw new Error('no standard')
  await saveStandard(db, { id: standard.id, version: standard.version, amountFen: 12_000_00 })
  await db.edit(edit, async (tx) => {
    await tx.insert('unit', unit('new', 'branch', 's1', '直属党支部', 9))
    await tx.insert('unit', { ...unit('gone', 'branch', 's1', '撤销党支部', 8), dissolvedOn: '2026-04-30' })
  })
  expect(await allotStandard(db, 2026, 's1', '2026-06-01')).toEqual({
    branches: 1,
    totalFen: 17_000_00,
    alreadyBranches: 2,
    alreadyFen: 30_000_00,
  })
  await expect(
    saveStandard(db, { id: standard.id, version: standard.version, amountFen: 1 }),
  ).rejects.toMatchObject({ code: 'record.changed' })
  await db.close()
})

test('the money is there from the first day of the year; the latest standard that began by then holds', async () => {
  const db = await makeStreets({ streets: 1, communities: 1, branches: 1 })
  await db.edit(edit, (tx) =>
    tx.insert('fundStandard', {
      id: 'later',
      unitKind: 'branch',
      sourceId: 'source-1',
      amountFen: 20_000_00,
      fromYear: 2027,
    }),
  )
  expect((await allotStandard(db, 2026, 's1', '2027-02-01')).totalFen).toBe(15_000_00)
  expect((await allotStandard(db, 2028, 's1', '2027-02-01')).totalFen).toBe(25_000_00)
  expect(await db.query('SELECT DISTINCT year, date FROM appropriation ORDER BY year')).toEqual([
    { year: 2026, date: '2026-01-01' },
    { year: 2028, date: '2028-01-01' },
  ])
  await db.close()
})

test('a street without branches and an unknown street are refused', async () => {
  const db = await makeStreets({ streets: 1, communities: 1, branches: 0 })
  await expect(allotStandard(db, 2026, 's1')).rejects.toMatchObject({
    code: 'funding.no-branches',
    facts: { name: '1号街道党工委' },
  })
  await expect(allotStandard(db, 2026, 's1-c1')).rejects.toMatchObject({ code: 'record.missing' })
  await db.close()
})
