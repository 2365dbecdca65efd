import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ChartBox, layoutChart } from '../../shared/rules/chart-layout.ts'
import { linesOf } from '../../shared/rules/chart-lines.ts'
import { boxText, chartText, textWidth, wrapText } from '../../shared/rules/chart-text.ts'
import { anyTree, chartRow, streetRows } from './chart-rows.ts'

const apart = (a: ChartBox, b: ChartBox): boolean =>
  a.x + a.width <= b.x + 1e-6 ||
  b.x + b.width <= a.x + 1e-6 ||
  a.y + a.height <= b.y + 1e-6 ||
  b.y + b.height <= a.y + 1e-6

const middle = (box: ChartBox): number => box.x + box.width / 2

test('no two boxes overlap, all lie inside, and each stands under its parent', () => {
  fc.assert(
    fc.property(anyTree, (rows) => {
      const layout = layoutChart(rows)
      expect(layout.boxes.map((box) => box.row.id)).toEqual(rows.map((row) => row.id))
      for (const [at, box] of layout.boxes.entries()) {
        expect(box.x).toBeGreaterThanOrEqual(-1e-6)
        expect(box.x + box.width).toBeLessThanOrEqual(layout.width + 1e-6)
        expect(box.left).toBeLessThanOrEqual(box.x + 1e-6)
        expect(box.right).toBeGreaterThanOrEqual(box.x + box.width - 1e-6)
        for (const other of layout.boxes.slice(at + 1)) expect(apart(box, other)).toBe(true)
        const parent = box.row.parentId === null ? undefined : layout.byId.get(box.row.parentId)
        if (parent !== undefined) expect(box.y).toBeGreaterThanOrEqual(parent.y + parent.height)
      }
    }),
    { numRuns: 150 },
  )
})

test('siblings keep their order, parents of a row are centred over it, and the layout is always the same', () => {
  fc.assert(
    fc.property(anyTree, (rows) => {
      const layout = layoutChart(rows)
      for (const [id, children] of layout.childrenOf) {
        for (const [at, child] of children.entries()) {
          const before = children[at - 1]
          if (before === undefined) continue
          const further =
            child.listed && child.column === before.column ? child.y > before.y : child.x > before.x
          expect(further).toBe(true)
        }
        const [first, last] = [children[0], children.at(-1)]
        const parent = layout.byId.get(id)
        if (first === undefined || last === undefined || parent === undefined || first.listed) continue
        expect(middle(parent)).toBeCloseTo((middle(first) + middle(last)) / 2)
      }
      expect(layoutChart(rows)).toEqual(layout)
    }),
    { numRuns: 100 },
  )
})

test('no connecting line crosses a box', () => {
  fc.assert(
    fc.property(anyTree, (rows) => {
      const layout = layoutChart(rows)
      for (const line of linesOf(layout)) {
        for (const box of layout.boxes) {
          const crosses =
            line.x1 < box.x + box.width - 1e-6 &&
            line.x2 > box.x + 1e-6 &&
            line.y1 < box.y + box.height - 1e-6 &&
            line.y2 > box.y + 1e-6
          expect(crosses, `${JSON.stringify(line)} ${box.row.name}`).toBe(false)
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('a thousand groups do not make a chart of fifty metres', () => {
  const layout = layoutChart(streetRows(34, 10, 3))
  expect(layout.boxes).toHaveLength(1 + 34 + 340 + 1020)
  expect(layout.width).toBeLessThan(6000)
  expect(layout.height).toBeLessThan(500)
})

test('a hundred thousand units take one pass', () => {
  const rows = streetRows(100, 100, 9)
  const began = performance.now()
  expect(layoutChart(rows).boxes).toHaveLength(rows.length)
  expect(performance.now() - began).toBeLessThan(3000)
})

test('words fit their box, whatever their length; numbers and rare characters stay whole', () => {
  fc.assert(
    fc.property(anyTree, (rows) => {
      for (const row of rows) {
        const { name, notes, height } = boxText(row)
        expect(name.join('')).toBe(row.name)
        for (const line of name) {
          expect(textWidth(line, chartText.name)).toBeLessThanOrEqual(
            chartText.boxWidth - 2 * chartText.paddingX,
          )
        }
        expect(height).toBeGreaterThan(name.length * chartText.nameLine + notes.length * chartText.noteLine)
      }
    }),
  )
  expect(wrapText('二〇二六年共驻共建第123号楼应急党支部', 3.4, 41)).toEqual([
    '二〇二六年共驻共建',
    '第123号楼应急党支部',
  ])
})

test('what the notes of a box say', () => {
  const row = {
    ...chartRow('b', null, 'branch', '百二河党支部'),
    head: '许文雪',
    memberCount: 12,
    childCount: 3,
  }
  expect(boxText(row).notes).toEqual(['书记 许文雪　党员 12 人', '下设 3 个'])
  expect(boxText({ ...row, open: true }).notes).toEqual(['书记 许文雪　党员 12 人'])
  expect(boxText({ ...row, kind: 'buildingGroup', memberCount: 0, childCount: 0 }).notes).toEqual([
    '组长 许文雪',
  ])
})
