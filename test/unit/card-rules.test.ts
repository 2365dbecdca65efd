import { expect, test } from 'vitest'
import { cardSizes, oneLineShare, smallestPhone } from '../../shared/rules/card-fit.ts'
import { cropMarks, sheetsOf, sideMargin, topMargin } from '../../shared/rules/card-sheet.ts'

test('phone numbers are at least 11 pt in every step, and every size only falls', () => {
  expect(smallestPhone).toBe(11)
  for (const [index, sizes] of cardSizes.entries()) {
    expect(sizes.phone).toBeGreaterThanOrEqual(smallestPhone)
    const before = cardSizes[index - 1]
    if (before === undefined) continue
    for (const key of ['branch', 'name', 'phone', 'position', 'label'] as const) {
      expect(sizes[key]).toBeLessThanOrEqual(before[key])
    }
  }
})

test('a text a little too long for its line shrinks into it, a much longer one is wrapped', () => {
  expect(oneLineShare(100, 100)).toBe(1)
  const share = oneLineShare(110, 100)
  expect(share).toBeGreaterThan(0.85)
  expect(110 * (share ?? 1)).toBeLessThanOrEqual(100)
  expect(oneLineShare(126, 100)).toBeNull()
})

test('ten cards of 90 × 54 mm lie on A4 with margins of 15 and 13.5 mm', () => {
  expect([sideMargin, topMargin]).toEqual([15, 13.5])
  const cards = Array.from({ length: 21 }, (_, n) => n)
  expect(sheetsOf(cards, 'a4').map((sheet) => sheet.length)).toEqual([10, 10, 1])
  expect(sheetsOf(cards, 'card')).toHaveLength(21)
  expect(sheetsOf([], 'a4')).toEqual([])
})

test('crop marks lie on the cut lines, in the margins, at least 8 mm from the edge of the sheet', () => {
  const marks = cropMarks()
  // Three cuts across and six down, a mark at both ends of each.
  expect(marks).toHaveLength(2 * (3 + 6))
  for (const { x1, y1, x2, y2 } of marks) {
    const upright = x1 === x2
    expect(upright ? [15, 105, 195] : [13.5, 67.5, 121.5, 175.5, 229.5, 283.5]).toContain(upright ? x1 : y1)
    expect(Math.min(x1, x2, y1, y2)).toBeGreaterThanOrEqual(8)
    expect(Math.max(x1, x2)).toBeLessThanOrEqual(202)
    expect(Math.max(y1, y2)).toBeLessThanOrEqual(289)
    const [near, far] = upright ? [y1, y2] : [x1, x2]
    const [start, end] = upright ? [13.5, 283.5] : [15, 195]
    expect(Math.max(near, far) < start || Math.min(near, far) > end).toBe(true)
  }
})
