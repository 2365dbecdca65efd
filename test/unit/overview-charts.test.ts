import { expect, test } from 'vitest'
import { shortCommunity } from '../../renderer/pages/overview/community-charts.ts'
import { hasSources, hasSpending } from '../../renderer/pages/overview/money-charts.ts'

test('a community is short under its bar, and never empty', () => {
  expect(
    ['六堰社区党委', '阳光社区大党委', '东风社区党总支', '国瑞里社区党支部', '社区党委'].map(shortCommunity),
  ).toEqual(['六堰', '阳光', '东风', '国瑞里', '社区党委'])
})

test('a year without spending has no drawing, nor has one without a budget', () => {
  const month = { month: '2026-01', appropriatedFen: 0, spentFen: 0 }
  expect(hasSpending([month])).toBe(false)
  expect(hasSpending([month, { ...month, spentFen: 1 }])).toBe(true)
  expect(hasSources([{ source: '街道补助', appropriatedFen: 0 }])).toBe(false)
})
