import { expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { allotStandard, loadAllotmentPlan } from '../../main/database/funding-allotment.ts'
import { appropriate, reverseAppropriation } from '../../main/database/funding-appropriations.ts'
import { loadLedger } from '../../main/database/funding-ledger.ts'
import { loadMatrix, loadStatement } from '../../main/database/funding-statement.ts'
import { disburse, reverse } from '../../main/database/funding-vouchers.ts'
import { loadOverview } from '../../main/database/overview.ts'
import { makeStreets, spending } from './street.ts'

const branch = 's1-c1-b1'
const whole = { year: 2026, streetId: null, unitId: null, sourceId: null }
const budget = { unitId: branch, sourceId: 'source-6', amountFen: 500_00, date: '2026-02-01', note: '' }

const office = () => makeStreets({ streets: 1, communities: 1, branches: 2 })

/** Ids of what a branch was allotted from 县级财政定额预算 and is not reversed. */
const allotted = async (db: Database): Promise<string> => {
  const rows = await db.query<{ id: string }>(
    `SELECT id FROM appropriation WHERE unit_id = ? AND source_id = 'source-1' AND once_key IS NOT NULL`,
    [branch],
  )
  expect(rows).toHaveLength(1)
  return rows[0]?.id ?? ''
}

test('a wrong budget is taken back once, by a negative one that names it', async () => {
  const db = await office()
  const { id } = await appropriate(db, { ...budget, note: '街文〔2026〕3号' })
  const [first, second] = await Promise.allSettled([
    reverseAppropriation(db, { id, date: '2026-03-01', reason: ' 多写一个零 ' }),
    reverseAppropriation(db, { id, date: '2026-03-01', reason: '' }),
  ])
  expect(first.status).toBe('fulfilled')
  expect(second).toMatchObject({ reason: { code: 'funding.appropriation-reversed' } })
  const [reversal] = await db.query<{ id: string }>(
    'SELECT id, year, unit_id, source_id, date, note, amount_fen FROM appropriation WHERE reverses_id = ?',
    [id],
  )
  expect(reversal).toMatchObject({
    year: 2026,
    unit_id: branch,
    source_id: 'source-6',
    date: '2026-03-01',
    note: '冲销 2026-02-01 街文〔2026〕3号：多写一个零',
    amount_fen: -500_00,
  })
  await expect(
    reverseAppropriation(db, { id: reversal?.id ?? '', date: '2026-03-02', reason: '' }),
  ).rejects.toMatchObject({ code: 'value.invalid', facts: { reason: '冲销记录不能再冲销' } })
  await expect(
    reverseAppropriation(db, { id: 'nothing', date: '2026-03-02', reason: '' }),
  ).rejects.toMatchObject({ code: 'record.missing' })
  expect(
    await db.query(
      `SELECT label, undoable FROM audit_entry WHERE action = 'funding.reverseAppropriation' ORDER BY seq`,
    ),
  ).toEqual([
    { label: '冲销预算 1街1社区1小区党支部（2026-02-01 街文〔2026〕3号，-500.00 元）', undoable: 0 },
  ])
  await db.close()
})

test('what has been spent cannot be taken back until the spending is reversed', async () => {
  const db = await office()
  const { id } = await appropriate(db, budget)
  const spent = await disburse(db, spending({ unitId: branch, sourceId: 'source-6', amountFen: 1 }))
  const takeBack = () => reverseAppropriation(db, { id, date: '2026-04-01', reason: '' })
  await expect(takeBack()).rejects.toMatchObject({
    code: 'funding.appropriation-spent',
    facts: { balance: '499.99', amount: '500.00' },
  })
  // The same source of another branch does not help, the same source of this one does.
  await appropriate(db, { ...budget, unitId: 's1-c1-b2' })
  await expect(takeBack()).rejects.toMatchObject({ code: 'funding.appropriation-spent' })
  await reverse(db, { id: spent.id, date: '2026-03-31', reason: '' })
  await takeBack()
  await expect(
    disburse(db, spending({ unitId: branch, sourceId: 'source-6', amountFen: 1 })),
  ).rejects.toMatchObject({ code: 'funding.overspent', facts: { balance: '0.00' } })
  await db.close()
})

test('a standard allotment taken back can be made again, as often as it is taken back', async () => {
  const db = await office()
  await allotStandard(db, 2026, 's1', '2026-01-10')
  for (let round = 0; round < 3; round++) {
    await reverseAppropriation(db, { id: await allotted(db), date: '2026-05-01', reason: '重复' })
    expect(await loadAllotmentPlan(db, 2026, 's1', '2026-05-01')).toMatchObject({
      newBranches: 1,
      newFen: 10_000_00,
    })
    expect(await allotStandard(db, 2026, 's1', '2026-05-01')).toEqual({
      branches: 1,
      totalFen: 10_000_00,
      alreadyBranches: 2,
      alreadyFen: 20_000_00,
    })
    expect((await allotStandard(db, 2026, 's1', '2026-05-01')).totalFen).toBe(0)
  }
  const { total } = await loadStatement(db, 2026, 's1')
  expect(total).toEqual({ appropriatedFen: 30_000_00, spentFen: 0, balanceFen: 30_000_00 })
  await db.close()
})

test('statement, matrix, ledger and overview tie out after a reversal, which the ledger says in words', async () => {
  const db = await office()
  await allotStandard(db, 2026, 's1', '2026-01-10')
  const { id } = await appropriate(db, { ...budget, amountFen: 77_77 })
  await appropriate(db, budget)
  await disburse(db, spending({ unitId: branch, amountFen: 33 }))
  await reverseAppropriation(db, { id, date: '2026-02-01', reason: '金额有误' })
  const statement = await loadStatement(db, 2026, 's1')
  expect(statement.total).toEqual({
    appropriatedFen: 30_500_00,
    spentFen: 33,
    balanceFen: 30_499_67,
  })
  const matrix = await loadMatrix(db, 2026, 's1')
  expect(matrix.total).toEqual(statement.total)
  expect(matrix.rows[0]?.bySource['source-6']?.balanceFen).toBe(500_00)
  const ledger = await loadLedger(db, whole)
  expect(ledger.at(-1)?.balanceFen).toBe(statement.total.balanceFen)
  const { figures, fundsBySource } = await loadOverview(db, 2026, '2026-11-24')
  expect(figures.find((one) => one.key === 'appropriatedFen')?.value).toBe(30_500_00)
  expect(fundsBySource.find((one) => one.source === '街道补助')?.appropriatedFen).toBe(500_00)

  const own = await loadLedger(db, { ...whole, unitId: branch, sourceId: 'source-6' })
  expect(own.find((one) => one.id === id)).toMatchObject({ reverses: null, reversedBy: '2026-02-01' })
  // On the same day what takes back comes last: the balance never seems to have been below zero.
  expect(own.at(-1)).toMatchObject({
    reverses: '2026-02-01',
    reversedBy: null,
    incomeFen: -77_77,
    balanceFen: 500_00,
    summary: '冲销 2026-02-01 安排经费：金额有误',
  })
  await db.close()
})

test('a reversal stays within the year of what it reverses, and not before it', async () => {
  const db = await office()
  const { id } = await appropriate(db, { ...budget, sourceId: 'source-1' })
  const voucher = await disburse(db, spending({ unitId: branch, date: '2026-12-30' }))
  for (const [date, reason] of [
    ['2026-01-31', '冲销日期早于原预算日期'],
    ['2027-01-04', '冲销日期须在原预算的年度内'],
  ] as const) {
    await expect(reverseAppropriation(db, { id, date, reason: '' })).rejects.toMatchObject({
      code: 'value.invalid',
      facts: { reason },
    })
  }
  for (const [date, reason] of [
    ['2026-12-29', '红冲日期早于原凭证日期'],
    ['2027-01-04', '红冲日期须在原凭证的年度内'],
  ] as const) {
    await expect(reverse(db, { id: voucher.id, date, reason: '' })).rejects.toMatchObject({
      code: 'value.invalid',
      facts: { reason },
    })
  }
  await reverse(db, { id: voucher.id, date: '2026-12-31', reason: '' })
  await reverseAppropriation(db, { id, date: '2026-12-31', reason: '' })
  expect((await loadStatement(db, 2027, null)).total).toMatchObject({ appropriatedFen: 0, spentFen: 0 })
  await db.close()
})

test('money is given for next year at the latest', async () => {
  const db = await office()
  const refused = { code: 'value.invalid', facts: { reason: '经费最远只能安排到 2027 年' } }
  await expect(allotStandard(db, 2028, 's1', '2026-11-22')).rejects.toMatchObject(refused)
  await expect(appropriate(db, { ...budget, date: '2028-01-01' }, '2026-11-22')).rejects.toMatchObject(
    refused,
  )
  await appropriate(db, { ...budget, date: '2027-12-31' }, '2026-11-22')
  expect((await allotStandard(db, 2027, 's1', '2026-11-22')).branches).toBe(2)
  expect(await db.query('SELECT DISTINCT year FROM appropriation')).toEqual([{ year: 2027 }])
  await db.close()
})
