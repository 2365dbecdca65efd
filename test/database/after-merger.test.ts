import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { allotStandard } from '../../main/database/funding-allotment.ts'
import { reverseAppropriation } from '../../main/database/funding-appropriations.ts'
import { loadGapLines } from '../../main/database/gap-list.ts'
import { mergeUnits } from '../../main/database/merge.ts'
import { dissolveUnits } from '../../main/database/unit-dissolve.ts'
import { all, district, noReading, unitsOf } from './district.ts'
import { setUp } from './office.ts'

const on = '2026-03-10'
let db: Database

beforeEach(async () => {
  db = await district()
})
afterEach(() => db.close())

const merge = async () => {
  const units = (await unitsOf(db)).filter((unit) => unit.id === 'b2' || unit.id === 'b3')
  const into = { parentId: 'c2', name: '联合党支部', branchKind: 'joint' as const, reading: noReading }
  return mergeUnits(db, { units, into, on, choices: all }, on)
}

test('a branch that came out of a merger has had the year’s standard with the branches before', async () => {
  await allotStandard(db, 2026, 'street', on)
  await merge()
  expect(await allotStandard(db, 2026, 'street', on)).toMatchObject({ branches: 0, totalFen: 0 })
  // Another year is another standard.
  expect((await allotStandard(db, 2027, 'street', on)).branches).toBeGreaterThan(0)
})

test('carried money is a pair: one half of it cannot be taken back alone', async () => {
  await allotStandard(db, 2026, 'street', on)
  const { id } = await merge()
  const halves = await db.query<{ id: string }>(
    `SELECT id AS "id" FROM appropriation WHERE unit_id = ? AND amount_fen > 0`,
    [id],
  )
  expect(halves.length).toBeGreaterThan(0)
  for (const half of halves) {
    await expect(reverseAppropriation(db, { id: half.id, date: on, reason: '' })).rejects.toMatchObject({
      code: 'value.invalid',
    })
  }
})

test('members whose branch was dissolved are listed until they are in another', async () => {
  await db.edit(setUp, async (tx) => {
    const members = await tx.query<{ id: string; version: number }>(
      `SELECT id AS "id", version AS "version" FROM person WHERE id LIKE 'm%'`,
    )
    await tx.updateAll('person', members, { category: 'full' })
  })
  const without = async () =>
    (await loadGapLines(db, { filter: { gap: 'memberWithoutBranch' }, from: 0, count: 50 }, on)).total
  expect(await without()).toBe(0)
  const branch = (await unitsOf(db)).filter((unit) => unit.id === 'b2')
  expect(await dissolveUnits(db, branch, on, true, on)).toEqual({ dissolved: 3 })
  expect(await without()).toBe(4)
})
