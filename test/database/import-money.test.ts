import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { applyPlan, previewFile } from '../../main/import/import-file.ts'
import { contextOf } from './context.ts'
import { emptyOffice } from './office.ts'

let context: Context
beforeEach(async () => {
  context = contextOf(await emptyOffice())
  await importLines(['街道,社区,党支部', '汉江路街道,六堰社区,柳林小区党支部', ',,东鑫小区党支部'])
})
afterEach(() => context.database().close())

const importLines = (lines: readonly string[]) =>
  context.jobs.run('job', async (job) => {
    const content = new TextEncoder().encode(lines.join('\n'))
    const seen = await previewFile(context, { kind: 'bytes', name: '台账.csv', content }, job)
    await applyPlan(context, seen.planId, job)
    return seen
  })

const spent = () =>
  context
    .database()
    .query<{ no: string; fen: number }>(
      'SELECT voucher_no AS "no", amount_fen AS "fen" FROM disbursement ORDER BY voucher_no',
    )
const allotted = () =>
  context
    .database()
    .query<{ fen: number }>('SELECT amount_fen AS "fen" FROM appropriation ORDER BY amount_fen')

test('a voucher without a number does not take one that a later row has', async () => {
  const file = [
    '日期,凭证号,摘要,社区,党支部,资金来源,支出',
    '2026-01-05,,学习资料,六堰社区,柳林小区党支部,街道补助,300',
    '2026-01-06,记-1,主题党日,六堰社区,柳林小区党支部,街道补助,500',
  ]
  const first = await importLines(file)
  expect(first.rejected).toEqual([])
  expect(await spent()).toEqual([
    { no: '记-0001', fen: 50_000 },
    { no: '记-0002', fen: 30_000 },
  ])
  const again = await importLines(file)
  expect([again.created, again.unchanged]).toEqual([{}, 2])
})

test('two rows with the whole amount of one branch are not taken for a change of the first', async () => {
  const file = [
    '2026年经费预算安排表',
    '社区,党支部,县级财政定额预算,街道补助',
    '六堰社区,柳林小区党支部,10000,5000',
    '六堰社区,东鑫小区党支部,0,2000',
    '六堰社区,柳林小区党支部,3000,',
  ]
  const first = await importLines(file)
  expect(first.rejected.map(({ row, reason }) => [row, reason])).toEqual([
    [5, '第 3 行已经写了柳林小区党支部2026年的这一项，请合并成一行'],
  ])
  expect((await allotted()).map(({ fen }) => fen)).toEqual([200_000, 500_000, 1_000_000])
  const again = await importLines(file)
  expect([again.created, again.updated]).toEqual([{}, {}])
})

test('amounts under a heading in 万元 are counted so', async () => {
  await importLines([
    '社区,党支部,资金来源,拨付金额（万元）,拨付日期',
    '六堰社区,柳林小区党支部,街道补助,1.2,2026-03-01',
  ])
  expect(await allotted()).toEqual([{ fen: 1_200_000 }])
})

test('a book with one column of amounts: what the row calls 收入 came in', async () => {
  const file = [
    '日期,收支类别,摘要,社区,党支部,资金来源,金额',
    '2026-01-05,收入,街道拨款,六堰社区,柳林小区党支部,街道补助,5000',
    '2026-01-06,支出,学习资料,六堰社区,柳林小区党支部,街道补助,300',
  ]
  expect((await importLines(file)).created).toEqual({ appropriations: 1, disbursements: 1 })
  expect(await allotted()).toEqual([{ fen: 500_000 }])
  expect(await spent()).toEqual([{ no: '记-0001', fen: 30_000 }])
  expect((await importLines(file)).unchanged).toBe(2)
})

test('an amount that was corrected in the list is told: it is written beside the old one', async () => {
  const file = (amount: string) => [
    '社区,党支部,资金来源,拨付金额,拨付日期',
    `六堰社区,柳林小区党支部,街道补助,${amount},2026-03-01`,
  ]
  expect((await importLines(file('10000'))).warnings).toEqual([])
  expect((await importLines(file('10000'))).warnings).toEqual([])
  expect((await importLines(file('12000'))).warnings.map(({ reason }) => reason)).toEqual([
    '柳林小区党支部 2026-03-01 已安排过街道补助的另一笔金额，这一笔另外记入，如是更正请先冲销原来的',
  ])
})

test('of a row whose voucher is refused nothing comes in', async () => {
  const head = '日期,凭证号,摘要,社区,党支部,资金来源,收入,支出'
  await importLines([head, '2026-01-05,记-1,甲,六堰社区,柳林小区党支部,街道补助,,300'])
  const seen = await importLines([head, '2026-01-06,记-1,乙,六堰社区,柳林小区党支部,街道补助,900,400'])
  expect([seen.created, seen.rejected.length]).toEqual([{}, 1])
})
