import { expect, test } from 'vitest'
import { allotStandard } from '../../main/database/funding-allotment.ts'
import { appropriate } from '../../main/database/funding-appropriations.ts'
import { loadLedger } from '../../main/database/funding-ledger.ts'
import { disburse, reverse } from '../../main/database/funding-vouchers.ts'
import { makeStreets, spending } from './street.ts'

const branch = 's1-c1-b1'
const whole = { year: 2026, streetId: null, unitId: null, sourceId: null }

const funded = async () => {
  const db = await makeStreets({ streets: 2, communities: 1, branches: 2 })
  await allotStandard(db, 2026, 's1', '2026-01-10')
  return db
}

test('numbers run without gaps and doubles, however many are recorded at once', async () => {
  const db = await funded()
  const results = await Promise.allSettled(
    Array.from({ length: 40 }, (_, i) =>
      // Every fourth asks for too much and is refused: it must not take a number.
      disburse(db, spending({ unitId: branch, amountFen: i % 4 === 3 ? 99_999_999 : 100_00 })),
    ),
  )
  const given = results.flatMap((r) => (r.status === 'fulfilled' ? [r.value.voucherNo] : []))
  expect(given.sort()).toEqual(Array.from({ length: 30 }, (_, i) => `记-${String(i + 1).padStart(4, '0')}`))
  // Another year begins at 1 again.
  await appropriate(
    db,
    {
      unitId: branch,
      sourceId: 'source-6',
      amountFen: 500,
      date: '2027-01-01',
      note: '',
    },
    '2026-11-22',
  )
  expect(
    await disburse(
      db,
      spending({ unitId: branch, sourceId: 'source-6', amountFen: 500, date: '2027-01-02' }),
    ),
  ).toMatchObject({ voucherNo: '记-0001' })
  await db.close()
})

test('a number typed is kept and skipped later; a taken one is refused however it is written', async () => {
  const db = await funded()
  await disburse(db, spending({ unitId: branch, voucherNo: '记－2' }))
  expect((await disburse(db, spending({ unitId: branch }))).voucherNo).toBe('记-0001')
  expect((await disburse(db, spending({ unitId: branch }))).voucherNo).toBe('记-0003')
  await disburse(db, spending({ unitId: branch, voucherNo: '现付12' }))
  for (const voucherNo of ['记-0002', '记2号', '现付12']) {
    await expect(disburse(db, spending({ unitId: branch, voucherNo }))).rejects.toMatchObject({
      code: 'funding.voucher-taken',
    })
  }
  // Ten digits are a slip; as a number they would come back as another one.
  for (const voucherNo of ['记-1000000000', '记－９９９９９９９９９９９９９９９９９９９９']) {
    await expect(disburse(db, spending({ unitId: branch, voucherNo }))).rejects.toMatchObject({
      code: 'value.invalid',
      facts: { reason: '凭证号的数字不能超过 9 位' },
    })
  }
  expect((await disburse(db, spending({ unitId: branch, voucherNo: '记-999999999' }))).voucherNo).toBe(
    '记-999999999',
  )
  await db.close()
})

test('no source of a branch can be overspent, not even by calls at once', async () => {
  const db = await funded()
  const results = await Promise.allSettled(
    Array.from({ length: 5 }, () => disburse(db, spending({ unitId: branch, amountFen: 3_000_00 }))),
  )
  expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(3)
  await expect(disburse(db, spending({ unitId: branch, amountFen: 1_000_01 }))).rejects.toMatchObject({
    code: 'funding.overspent',
    facts: { balance: '1,000.00' },
  })
  await disburse(db, spending({ unitId: branch, amountFen: 1_000_00 }))
  // The other source and the other branch still have their money; another year has none.
  await disburse(db, spending({ unitId: branch, sourceId: 'source-2', amountFen: 5_000_00 }))
  await disburse(db, spending({ unitId: 's1-c1-b2', amountFen: 10_000_00 }))
  await expect(disburse(db, spending({ unitId: branch, date: '2025-12-31' }))).rejects.toMatchObject({
    code: 'funding.overspent',
    facts: { balance: '0.00' },
  })
  await db.close()
})

test('unknown units and sources, and a unit dissolved by then, are refused', async () => {
  const db = await funded()
  await db.edit({ action: 'test', label: 'test', undoable: true }, (tx) =>
    tx.update('unit', branch, 1, { dissolvedOn: '2026-03-05' }),
  )
  const refused = async (entry: ReturnType<typeof spending>, code: string) =>
    expect(disburse(db, entry)).rejects.toMatchObject({ code })
  await refused(spending({ unitId: 'nobody' }), 'record.missing')
  await refused(spending({ unitId: 's1-c1-b2', sourceId: 'nowhere' }), 'record.missing')
  await refused(spending({ unitId: branch }), 'value.invalid')
  // What was spent while it lived can still be recorded.
  expect(await disburse(db, spending({ unitId: branch, date: '2026-03-04' }))).toMatchObject({
    voucherNo: '记-0001',
  })
  await expect(
    appropriate(db, { unitId: branch, sourceId: 'source-1', amountFen: 1, date: '2026-04-01', note: '' }),
  ).rejects.toMatchObject({ code: 'value.invalid' })
  await db.close()
})

test('a voucher is reversed once, by a negative one with the next number', async () => {
  const db = await funded()
  const wrong = await disburse(db, spending({ unitId: branch, amountFen: 10_000_00 }))
  await expect(reverse(db, { id: wrong.id, date: '2026-03-04', reason: '金额有误' })).rejects.toMatchObject({
    code: 'value.invalid',
  })
  const [first, second] = await Promise.allSettled([
    reverse(db, { id: wrong.id, date: '2026-04-01', reason: '金额有误' }),
    reverse(db, { id: wrong.id, date: '2026-04-01', reason: '金额有误' }),
  ])
  expect(first).toMatchObject({ status: 'fulfilled', value: { voucherNo: '记-0002' } })
  expect(second).toMatchObject({ status: 'rejected', reason: { code: 'funding.reversed-already' } })
  const [reversal] = await db.query<{ id: string; summary: string; fen: number }>(
    'SELECT id, summary, amount_fen AS fen FROM disbursement WHERE reverses_id = ?',
    [wrong.id],
  )
  expect(reversal).toMatchObject({ summary: '红冲 记-0001：金额有误', fen: -10_000_00 })
  await expect(reverse(db, { id: reversal?.id ?? '', date: '2026-04-02', reason: '' })).rejects.toMatchObject(
    { code: 'value.invalid' },
  )
  // The money is there again.
  expect(await disburse(db, spending({ unitId: branch, amountFen: 10_000_00 }))).toMatchObject({
    voucherNo: '记-0003',
  })
  expect(await db.query(`SELECT DISTINCT undoable FROM audit_entry WHERE action LIKE 'funding.%'`)).toEqual([
    { undoable: 0 },
  ])
  await db.close()
})

test('the ledger runs by date and voucher, with a running balance of what is listed', async () => {
  const db = await funded()
  const late = await disburse(db, spending({ unitId: branch, date: '2026-05-01', amountFen: 300_00 }))
  await disburse(db, spending({ unitId: 's1-c1-b2', date: '2026-02-01', amountFen: 200_00 }))
  await disburse(db, spending({ unitId: branch, date: '2026-05-01', sourceId: 'source-2' }))
  await reverse(db, { id: late.id, date: '2026-05-01', reason: '重复' })
  await appropriate(db, {
    unitId: 's2-c1-b1',
    sourceId: 'source-6',
    amountFen: 70_00,
    date: '2026-01-20',
    note: '',
  })
  const all = await loadLedger(db, whole)
  expect(all.slice(-5).map((e) => [e.date, e.voucherNo, e.incomeFen, e.expenseFen, e.balanceFen])).toEqual([
    ['2026-01-20', null, 70_00, 0, 30_070_00],
    ['2026-02-01', '记-0002', 0, 200_00, 29_870_00],
    ['2026-05-01', '记-0001', 0, 300_00, 29_570_00],
    ['2026-05-01', '记-0003', 0, 100_00, 29_470_00],
    ['2026-05-01', '记-0004', 0, -300_00, 29_770_00],
  ])
  expect(all.at(-5)).toMatchObject({ summary: '安排经费', branch: '2街1社区1小区党支部' })
  expect(all[0]).toMatchObject({
    date: '2026-01-01',
    summary: '按定额安排',
    incomeFen: 10_000_00,
    balanceFen: 10_000_00,
  })
  expect(all.at(-3)).toMatchObject({ reverses: null, reversedBy: '记-0004', payee: null, handler: '许海' })
  expect(all.at(-1)).toMatchObject({ reverses: '记-0001', reversedBy: null, summary: '红冲 记-0001：重复' })

  const street = await loadLedger(db, { ...whole, streetId: 's2' })
  expect(street.map((e) => e.unitId)).toEqual(['s2-c1-b1'])
  const narrowed = await loadLedger(db, { ...whole, unitId: branch, sourceId: 'source-2' })
  expect(narrowed.map((e) => e.balanceFen)).toEqual([5_000_00, 4_900_00])
  expect(await loadLedger(db, { ...whole, year: 2025 })).toEqual([])
  await db.close()
})
