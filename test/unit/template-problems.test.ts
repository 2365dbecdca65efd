import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { problemsWorkbook } from '../../main/export/problems-workbook.ts'
import { dataRows } from '../../main/import/data-rows.ts'
import { type Grid, shownText } from '../../main/import/grid.ts'
import { type ProblemSheet, problemSheetOf, type RefusedRow } from '../../main/import/problems.ts'
import { readWorkbook } from '../../main/import/read-workbook.ts'
import { contextOf } from '../../main/import/sheet-context.ts'
import { sheets } from '../../shared/sheets/all.ts'
import { located } from './template-located.ts'

const gridOf = async (bytes: Uint8Array): Promise<Grid> => {
  const { grids } = await readWorkbook(bytes, '台账.xlsx')
  const [grid] = grids
  if (grid === undefined) throw new Error('the workbook has a sheet')
  return grid
}

const write = async (
  name: string,
  rows: readonly (readonly (string | null)[])[],
  merges: readonly string[],
): Promise<Grid> => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(name)
  for (const row of rows) sheet.addRow([...row])
  for (const merge of merges) sheet.mergeCells(merge)
  return gridOf(new Uint8Array(await workbook.xlsx.writeBuffer()))
}

const table = (grid: Grid) => {
  const found = located(grid, Object.values(sheets))
  if (found === null) throw new Error('no table was found')
  return found
}

/** The problem sheet of the data rows of `grid`, each refused in the columns of `reasons`. */
const problemOf = (grid: Grid, reasons: Readonly<Record<string, string>>): ProblemSheet => {
  const found = table(grid)
  const rows = dataRows(grid, found).map(
    ({ index, cells }): RefusedRow => ({
      row: index + 1,
      texts: cells.map(shownText),
      refused: Object.entries(reasons).map(([column, reason]) => ({
        sheet: grid.name,
        row: index + 1,
        column,
        reason,
      })),
    }),
  )
  const { headerTop, headerBottom } = found
  const problem = problemSheetOf({
    grid,
    headerTop,
    headerBottom,
    context: contextOf(grid.name, found),
    rows,
  })
  if (problem === null) throw new Error('there are refused rows')
  return problem
}

const emergency = () =>
  write(
    '六堰社区',
    [
      ['应急党支部名册', null, null, null, null, null, null],
      ['填报单位：汉江路街道六堰社区', null, null, null, null, '2026年3月', null],
      [],
      ['序号', '所属社区', '微信群', '应急党支部名称', '支部书记', null, '备注'],
      [null, null, null, null, '姓名', '联系\n电话', null],
      ['1', '六堰社区', '群一', '百二河应急党支部', '许文雪', '1500000554', null],
      ['2', null, '群二', '阳光应急党支部', '邹芳磊', '13800009448', '=1+1'],
      ['合计', null, null, '2', null, null, null],
    ],
    ['A1:G1', 'A2:D2', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:F4', 'G4:G5', 'B6:B7'],
  )

test('the rows stand in the layout of their file: title, unit line, header, unused columns, merges', async () => {
  const grid = await emergency()
  const problem = problemOf(grid, { 支部书记·联系电话: '手机号只有 10 位' })
  expect(problem).toMatchObject({ name: '六堰社区', width: 7 })
  expect(problem.above.map((texts) => texts[0] ?? '')).toEqual([
    '应急党支部名册',
    '填报单位：汉江路街道六堰社区',
    '',
  ])
  expect(problem.headerRows).toHaveLength(2)
  expect(problem.merges).toHaveLength(8)
  expect(problem.rows.map(({ row, bad }) => [row, bad])).toEqual([
    [6, [{ column: 5, reason: '手机号只有 10 位' }]],
    [7, [{ column: 5, reason: '手机号只有 10 位' }]],
  ])
  const saved = await gridOf(await problemsWorkbook([problem]))
  const texts = saved.rows.map((row) => row?.map((cell) => shownText(cell)))
  expect(texts[3]).toEqual([
    '序号',
    '所属社区',
    '微信群',
    '应急党支部名称',
    '支部书记',
    '',
    '备注',
    '问题',
    '原行号',
  ])
  expect(texts[6]).toEqual([
    '2',
    '六堰社区',
    '群二',
    '阳光应急党支部',
    '邹芳磊',
    '13800009448',
    '=1+1',
    '支部书记·联系电话：手机号只有 10 位',
    '7',
  ])
})

test('mended, it is found again with the same header, and its rows are read as before', async () => {
  const grid = await emergency()
  const before = table(grid)
  const saved = await gridOf(await problemsWorkbook([problemOf(grid, { '': '这一行不能导入' })]))
  const after = table(saved)
  const fields = ({ columns }: typeof before) =>
    columns.map(({ index, header, column }) => [index, header, column.field])
  expect(fields(after)).toEqual(fields(before))
  expect([after.headerTop, after.headerBottom]).toEqual([before.headerTop, before.headerBottom])
  expect(after.above).toEqual(before.above)
  expect(contextOf(saved.name, after)).toMatchObject({ street: '汉江路街道', community: '六堰社区' })
  const [first, second] = dataRows(saved, after).map(({ cells }) => cells.slice(0, 6).map(shownText))
  expect(first).toEqual(['1', '六堰社区', '群一', '百二河应急党支部', '许文雪', '1500000554'])
  expect(second).toEqual(['2', '六堰社区', '群二', '阳光应急党支部', '邹芳磊', '13800009448'])
  // A workbook of problem rows that still has problems does not tell the former ones again.
  const again = problemOf(saved, { 备注: '太长' })
  expect(again.width).toBe(7)
  expect(again.headerRows[0]?.slice(0, 7)).toEqual(saved.rows[3]?.slice(0, 7).map(shownText))
})

test('a header of three rows is kept, and found again', async () => {
  const grid = await write(
    '名册',
    [
      ['党员花名册', null, null, null, null],
      ['基本信息', null, null, null, '其他'],
      ['本人', null, '组织', null, '备注'],
      ['姓名', '身份证号', '所在党支部', '入党时间', null],
      ['张三', '420302198001010000', '百二河党支部', '2005-07-01', null],
    ],
    ['A1:E1', 'A2:D2', 'A3:B3', 'C3:D3', 'E3:E4'],
  )
  const headers = grid.rows.slice(1, 4)
  const problem = problemSheetOf({
    grid,
    headerTop: 1,
    headerBottom: 3,
    context: {
      street: null,
      community: null,
      headers: ['姓名', '身份证号'],
      headerOf: {},
      labelOf: {},
      year: null,
      yuan: 1,
      title: '',
    } as const,
    rows: [
      {
        row: 5,
        texts: ['张三', '420302198001010000', '百二河党支部', '2005-07-01'],
        refused: [{ sheet: '名册', row: 5, column: '身份证号', reason: '校验位不对' }],
      },
    ],
  })
  if (problem === null) throw new Error('there is a refused row')
  const saved = await gridOf(await problemsWorkbook([problem]))
  expect(saved.rows.slice(1, 4).map((row) => row?.slice(0, 5))).toEqual(headers)
  expect(saved.merges).toEqual(expect.arrayContaining(grid.merges as never[]))
  expect(table(saved).columns.map(({ index, column }) => [index, column.field])).toEqual(
    table(grid).columns.map(({ index, column }) => [index, column.field]),
  )
})

test('what only the user or the name of the file said is told in a line of the workbook itself', async () => {
  const grid = await write(
    'Sheet1',
    [
      ['姓名', '所在党支部', '身份证号'],
      ['张三', '百二河党支部', '1'],
    ],
    [],
  )
  const row = { row: 2, texts: ['张三', '百二河党支部', '1'], refused: [] }
  const context = {
    street: '汉江路街道',
    community: '六堰社区',
    headers: ['姓名'],
    headerOf: {},
    labelOf: {},
    year: null,
    yuan: 1,
    title: '',
  } as const
  const problem = problemSheetOf({ grid, headerTop: 0, headerBottom: 0, context, rows: [row] })
  expect(problem?.above).toEqual([['填报单位：汉江路街道六堰社区']])
  const saved = await gridOf(await problemsWorkbook(problem === null ? [] : [problem]))
  expect(contextOf('Sheet1', table(saved))).toMatchObject({ street: '汉江路街道', community: '六堰社区' })
  expect(problemSheetOf({ grid, headerTop: 0, headerBottom: 0, context, rows: [] })).toBeNull()
})

test('bad cells are coloured and say why; names of sheets are what Excel takes', async () => {
  const grid = await emergency()
  const problem = problemOf(grid, { 所属社区: '没有这个社区' })
  const long = { ...problem, name: `${'很长的名称'.repeat(8)}` }
  const bytes = await problemsWorkbook([
    problem,
    { ...problem, name: '六堰社区' },
    long,
    long,
    { ...problem, name: "'[]'" },
  ])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const names = workbook.worksheets.map(({ name }) => name)
  expect(names.slice(0, 2)).toEqual(['六堰社区', '六堰社区(2)'])
  expect(new Set(names).size).toBe(5)
  expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(31)
  const cell = workbook.worksheets[0]?.getCell('B6')
  expect(cell?.fill).toMatchObject({ fgColor: { argb: 'FFFDE2E0' } })
  expect(JSON.stringify(cell?.note)).toContain('没有这个社区')
  expect(cell?.numFmt).toBe('@')
})
