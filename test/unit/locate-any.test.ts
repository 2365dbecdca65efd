import { expect, test } from 'vitest'
import { dataRows } from '../../main/import/data-rows.ts'
import type { Cell, Grid } from '../../main/import/grid.ts'
import { contextOf } from '../../main/import/sheet-context.ts'
import { gridOf, idOf, locate, mobileOf, nameOf, times } from './layouts/build.ts'

const pieces: readonly Cell[] = [
  null,
  '',
  ' ',
  '姓名',
  '所在党支部',
  '身份证号',
  '联系电话',
  '党员花名册',
  '六堰社区',
  '合计',
  '（㎡）',
  '月',
  '日',
  '2026年',
  '支部书记',
  '13800000000',
  '420302198001010000',
  '张三',
  '是',
  '*',
  '：',
  '(((',
  '𫖯',
  { number: 1e17, shown: '1E+17', date: null },
  { number: 44_000, shown: '2020/6/18', date: '2020-06-18' },
  { error: '#N/A' },
]

test('no sheet, however odd, makes the search fail', () => {
  let seed = 9
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return (seed >> 8) % below
  }
  for (let run = 0; run < 400; run += 1) {
    const rows = times(random(9), () =>
      random(5) === 0 ? undefined : times(random(8), () => pieces[random(pieces.length)] ?? null),
    )
    const merges = times(random(4), () => {
      const [top, left] = [random(9), random(8)]
      return { top, left, bottom: top + random(4), right: left + random(5) }
    })
    const grid: Grid = { name: '表', rows, merges }
    for (const arranged of [
      undefined,
      { table: 'members', columns: { 1: 'name' }, how: 'chosen' } as const,
    ]) {
      const table = locate(grid, '党员花名册.xlsx', arranged)
      if (table === null) continue
      const fields = table.columns.map(({ column }) => column.field)
      expect(new Set(fields).size).toBe(fields.length)
      expect(new Set(table.columns.map(({ index }) => index)).size).toBe(fields.length)
      for (const { sure } of table.columns) expect(sure >= 0 && sure <= 100).toBe(true)
      contextOf(grid.name, table)
      for (const { index } of dataRows(grid, table)) expect(index).toBeGreaterThan(table.headerBottom)
    }
  }
})

test('cells merged over a whole sheet cost nothing', () => {
  const grid = gridOf('Sheet1', [
    ['党员花名册'],
    ['姓名', '党支部', '身份证号', '电话'],
    ...times(3000, (n) => [nameOf(n), '柳林党支部', idOf('19700101', n % 999), mobileOf(n)]),
  ])
  const merges = [
    { top: 0, left: 0, bottom: 0, right: 16_383 },
    { top: 3, left: 4, bottom: 1_048_575, right: 16_383 },
  ]
  const start = performance.now()
  const table = locate({ ...grid, merges })
  expect(table?.columns.length).toBe(4)
  expect(table === null ? 0 : dataRows({ ...grid, merges }, table).length).toBe(3000)
  expect(performance.now() - start).toBeLessThan(2000)
})

test('a long list of words that all are headings is given up in good time', () => {
  const words = [
    '姓名',
    '党支部',
    '身份证号',
    '联系电话',
    '性别',
    '民族',
    '学历',
    '备注',
    '社区',
    '小区',
    '楼栋',
    '网格',
  ]
  const grid = gridOf(
    'Sheet1',
    times(2000, (n) => times(10, (at) => words[(n * 7 + at * (1 + (n % 5))) % words.length] ?? '')),
  )
  const start = performance.now()
  locate(grid)
  expect(performance.now() - start).toBeLessThan(3000)
})
