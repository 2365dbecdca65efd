import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { disburse } from '../../main/database/funding-vouchers.ts'
import { loadUnitCards, loadUnitFunds } from '../../main/database/unit-tabs.ts'
import { district } from './district.ts'

let db: Database
beforeEach(async () => {
  db = await district()
})
afterEach(() => db.close())

test('money of a year by source and by branch, for a branch and for what stands above it', async () => {
  await disburse(db, {
    unitId: 'b1',
    sourceId: 'source-1',
    date: '2026-02-01',
    voucherNo: null,
    summary: '学习资料',
    category: '办公费',
    payee: '',
    handler: '',
    amountFen: 123_456,
  })
  const totals = { appropriatedFen: 1_000_001, spentFen: 123_456, balanceFen: 876_545 }
  expect(await loadUnitFunds(db, 'b1', 2026)).toMatchObject({
    total: totals,
    sources: [{ sourceId: 'source-1', ...totals }],
    units: [{ unit: { id: 'b1', kind: 'branch' }, totals }],
  })
  expect(await loadUnitFunds(db, 'community', 2026)).toMatchObject({ total: totals })
  expect(await loadUnitFunds(db, 'street', 2026)).toMatchObject({
    total: { appropriatedFen: 2_000_003, spentFen: 123_456 },
    units: [{ unit: { id: 'b1' } }, { unit: { id: 'b2' } }],
  })
  expect(await loadUnitFunds(db, 'b1', 2025)).toEqual({
    year: 2025,
    total: { appropriatedFen: 0, spentFen: 0, balanceFen: 0 },
    sources: [],
    units: [],
  })
})

test('the cards of an emergency branch are found from itself, from beside it and from above', async () => {
  for (const id of ['emergency', 'branch', 'community', 'street']) {
    const cards = await loadUnitCards(db, id)
    expect(cards, id).toMatchObject([{ unitId: 'emergency', gaps: ['noGridLeaderPhone'] }])
  }
  expect(await loadUnitCards(db, 'b1')).toEqual([])
  expect(await loadUnitCards(db, 'c2')).toEqual([])
})
