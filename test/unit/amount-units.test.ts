import { expect, test } from 'vitest'
import { moneyOf, unitIn } from '../../main/import/parse-amount.ts'

test('a heading says its own unit; without one the sheet says it', () => {
  expect(unitIn('拨付金额（万元）', 1)).toBe(10_000)
  expect(unitIn('拨付金额/万元', 1)).toBe(10_000)
  expect(unitIn('安排金额（万元）·县级财政', 1)).toBe(10_000)
  expect(unitIn('街道补助（元）', 10_000)).toBe(1)
  expect(unitIn('金额（单位：元）', 10_000)).toBe(1)
  expect(unitIn('街道补助', 10_000)).toBe(10_000)
  expect(unitIn('街道补助', 1)).toBe(1)
})

test('a cell that says 元 or 万元 itself is read so, whatever the sheet counts in', () => {
  expect(moneyOf('8000元', 10_000)).toEqual({ ok: true, value: 800_000 })
  expect(moneyOf('1.5万元', 1)).toEqual({ ok: true, value: 1_500_000 })
  expect(moneyOf('1.5万', 10_000)).toEqual({ ok: true, value: 1_500_000 })
  expect(moneyOf('1.5', 10_000)).toEqual({ ok: true, value: 1_500_000 })
})
