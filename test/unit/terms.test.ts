import { expect, test } from 'vitest'
import { dayOf, isBefore, isSolePost, termProblem } from '../../shared/rules/terms.ts'

test('dates are compared by what both know', () => {
  expect(isBefore('2026-02', '2026-03-15')).toBe(true)
  expect(isBefore('2026-03', '2026-03-15')).toBe(false)
  expect(isBefore('2026-03-15', '2026-03')).toBe(false)
  expect(isBefore('2026-03-14', '2026-03-15')).toBe(true)
})

test('a term is refused when it ends before it begins or lies in the future', () => {
  const today = '2026-11-22'
  expect(termProblem(null, null, today)).toBeNull()
  expect(termProblem('2026-11-22', '2026-11-22', today)).toBeNull()
  expect(termProblem('2026-11', '2026-11-02', today)).toBeNull()
  expect(termProblem('2026-11-23', null, today)).toBe('任职日期晚于今天')
  expect(termProblem('2026-01-01', '2026-11-23', today)).toBe('离任日期晚于今天')
  expect(termProblem('2026-05-02', '2026-05-01', today)).toBe('离任日期早于任职日期')
})

test('the day is the local one', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
})

test('one secretary at a time, many committee members', () => {
  expect(isSolePost('secretary')).toBe(true)
  expect(isSolePost('committeeMember')).toBe(false)
})
