import { expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { allotStandard } from '../../main/database/funding-allotment.ts'
import { appropriate, reverseAppropriation } from '../../main/database/funding-appropriations.ts'
import { loadMatrix, loadStatement } from '../../main/database/funding-statement.ts'
import { disburse, reverse } from '../../main/database/funding-vouchers.ts'
import { saveSettings } from '../../main/database/settings.ts'
import type { Totals } from '../../shared/models/statement.ts'
import { capitalWithCurrency } from '../../shared/rules/capital.ts'
import { totalsOf } from '../../shared/rules/statement.ts'
import { makeStreets, spending, unit } from './street.ts'

const edit = { action: 'test', label: 'test', undoable: true }

const figures = ({ appropriatedFen, spentFen, balanceFen }: Totals): Totals => ({
  appropriatedFen,
  spentFen,
  balanceFen,
})

/** Straight from the tables, by nothing that the statement uses. */
const rawTotals = async (db: Database, year: number, where = '%'): Promise<Totals> => {
  const [row] = await db.query<Totals>(
    `SELECT a AS "appropriatedFen", s AS "spentFen", a - s AS "balanceFen" FROM
      (SELECT COALESCE(SUM(amount_fen), 0) AS a FROM appropriation WHERE year = ? AND unit_id LIKE ?),
      (SELECT COALESCE(SUM(amount_fen), 0) AS s FROM disbursement WHERE year = ? AND unit_id LIKE ?)`,
    [year, where, year, where],
  )
  if (row === undefined) throw new Error('no sums')
  return row
}

/** Two streets with money of two years, odd to the fen, one voucher and one budget reversed. */
const spentStreets = async (): Promise<Database> => {
  const db = await makeStreets({ streets: 2, communities: 3, branches: 4 })
  await allotStandard(db, 2026, 's1', '2026-01-05')
  await allotStandard(db, 2026, 's2', '2026-01-05')
  await allotStandard(db, 2027, 's1', '2027-01-05')
  for (let i = 0; i < 24; i++) {
    const unitId = `s${1 + (i % 2)}-c${1 + (i % 3)}-b${1 + (i % 4)}`
    const amountFen = 1 + ((i * 7919) % 99_991)
    await appropriate(db, { unitId, sourceId: 'source-6', amountFen, date: '2026-02-01', note: '' })
    await disburse(db, spending({ unitId, amountFen: 1 + ((i * 104_729) % 100_003) }))
  }
  const { id } = await appropriate(db, {
    unitId: 's2-c1-b1',
    sourceId: 'source-3',
    amountFen: 9_999_99,
    date: '2026-02-01',
    note: '',
  })
  await reverseAppropriation(db, { id, date: '2026-02-02', reason: '' })
  const wrong = await disburse(db, spending({ unitId: 's1-c1-b1', amountFen: 33 }))
  await reverse(db, { id: wrong.id, date: '2026-06-01', reason: '' })
  return db
}

test('the statement ties out to the fen: rows, subtotals, total, tables, matrix', async () => {
  const db = await spentStreets()
  for (const [streetId, where] of [
    [null, '%'],
    ['s1', 's1-%'],
    ['s2', 's2-%'],
  ] as const) {
    const statement = await loadStatement(db, 2026, streetId)
    for (const community of statement.communities) {
      expect(figures(community)).toEqual(totalsOf(community.rows))
    }
    expect(statement.total).toEqual(totalsOf(statement.communities))
    expect(statement.total).toEqual(await rawTotals(db, 2026, where))
    expect(statement.total.spentFen).toBeGreaterThan(0)
    expect(statement.capital.balance).toBe(capitalWithCurrency(statement.total.balanceFen))

    const matrix = await loadMatrix(db, 2026, streetId)
    expect(matrix.total).toEqual(statement.total)
    expect(matrix.rows.map((row) => [row.unitId, row.total])).toEqual(
      statement.communities.flatMap((c) => c.rows.map((row) => [row.unitId, figures(row)])),
    )
    for (const row of matrix.rows) expect(totalsOf(Object.values(row.bySource))).toEqual(row.total)
  }
  expect((await loadStatement(db, 2027, null)).total).toEqual(await rawTotals(db, 2027))
  await db.close()
})

test('tree order; a dissolved branch only with money; a branch under the street; other units with money', async () => {
  const db = await makeStreets({ streets: 2, communities: 2, branches: 2 })
  await allotStandard(db, 2026, 's1', '2026-01-05')
  await db.edit(edit, async (tx) => {
    await tx.insert('unit', unit('direct', 'branch', 's1', '街道直属党支部', 9))
    await tx.insert('unit', unit('helped', 'emergencyBranch', 's1-c2', '2社区应急党支部', 9))
    await tx.insert('unit', unit('idle', 'emergencyBranch', 's1-c1', '1社区应急党支部', 9))
    await tx.update('unit', 's1-c1-b1', 1, { dissolvedOn: '2026-06-01' })
    await tx.update('unit', 's1-c1-b2', 1, { sort: 0 })
  })
  await appropriate(db, {
    unitId: 'helped',
    sourceId: 'source-5',
    amountFen: 100,
    date: '2026-03-01',
    note: '',
  })
  const listed = async (year: number) =>
    (await loadStatement(db, year, 's1', '2026-11-20')).communities.map((c) => [
      c.name,
      ...c.rows.map((row) => row.unitId),
    ])
  expect(await listed(2026)).toEqual([
    ['1街1社区党委', 's1-c1-b2', 's1-c1-b1'],
    ['1街2社区党委', 's1-c2-b1', 's1-c2-b2', 'helped'],
    ['1号街道党工委', 'direct'],
  ])
  expect(await listed(2025)).toEqual([
    ['1街1社区党委', 's1-c1-b2'],
    ['1街2社区党委', 's1-c2-b1', 's1-c2-b2'],
    ['1号街道党工委', 'direct'],
  ])
  expect((await loadMatrix(db, 2026, 's1')).rows.at(-1)).toMatchObject({
    community: '1号街道党工委',
    street: '1号街道党工委',
  })
  await db.close()
})

test('编制单位 is the street, or the organization of the settings; an unknown street is refused', async () => {
  const db = await makeStreets({ streets: 2, communities: 1, branches: 1 })
  await saveSettings(db, { organizationName: '张湾区委组织部' })
  expect((await loadStatement(db, 2026, 's2')).preparedBy).toBe('2号街道党工委')
  expect(await loadStatement(db, 2026, null, '2026-11-20')).toMatchObject({
    preparedBy: '张湾区委组织部',
    preparedOn: '2026-11-20',
    capital: { appropriated: '人民币零元整' },
  })
  await expect(loadStatement(db, 2026, 's1-c1')).rejects.toMatchObject({ code: 'record.missing' })
  await db.close()
})

test('the statement of 335 branches with 2,000 vouchers is ready in well under a second', async () => {
  const db = await makeStreets({ streets: 4, communities: 6, branches: 14 })
  await db.edit(edit, (tx) => tx.update('unit', 's4-c6-b14', 1, { dissolvedOn: '2026-01-01' }))
  for (const street of ['s1', 's2', 's3', 's4']) await allotStandard(db, 2026, street)
  await db.edit(edit, (tx) =>
    tx.insertAll(
      'disbursement',
      Array.from({ length: 2000 }, (_, i) => ({
        id: `d${i}`,
        year: 2026,
        ...spending({ unitId: `s${1 + (i % 4)}-c${1 + (i % 6)}-b${1 + (i % 13)}`, amountFen: 100 + i }),
        voucherNo: `记-${i + 1}`,
        reversesId: null,
      })),
    ),
  )
  const began = performance.now()
  const statement = await loadStatement(db, 2026, null)
  const took = performance.now() - began
  console.log(`335 branches, 2,000 vouchers: ${took.toFixed(1)} ms`)
  expect(statement.communities.flatMap((c) => c.rows)).toHaveLength(335)
  expect(statement.total).toEqual(await rawTotals(db, 2026))
  expect(took).toBeLessThan(1000)
  await db.close()
})
