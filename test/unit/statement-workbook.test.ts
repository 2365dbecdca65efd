import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { statementWorkbook } from '../../main/export/statement-workbook.ts'
import type { Statement, Totals } from '../../shared/models/statement.ts'
import { makeStatement } from './statement-model.ts'

const awkward = ['=1+1', '+86小区党支部', '-支部', '@SUM(A1)', '欧阳𬭚𫖯小区党支部', '“引号”&<支部>']
const named = (n: number): string => awkward[n - 1] ?? `${n}号小区党支部`

const open = async (statement: Statement): Promise<ExcelJS.Worksheet> => {
  const workbook = new ExcelJS.Workbook()
  const bytes = await statementWorkbook(statement)
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const sheet = workbook.getWorksheet('预算执行情况表')
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

/** A spreadsheet program in small: numbers, and the three formulas that the statement uses. */
const evaluate = (sheet: ExcelJS.Worksheet, address: string): number | string => {
  const cell = sheet.getCell(address)
  if (!cell.formula) return typeof cell.value === 'number' ? cell.value : 0
  const number = (at: string): number => Number(evaluate(sheet, at))
  const sum = /^SUBTOTAL\(9,([A-G])(\d+):\1(\d+)\)$/.exec(cell.formula)
  if (sum !== null) {
    let total = 0
    for (let row = Number(sum[2]); row <= Number(sum[3]); row++) {
      const at = `${sum[1]}${row}`
      if (!sheet.getCell(at).formula?.startsWith('SUBTOTAL')) total += number(at)
    }
    return total
  }
  const difference = /^([A-G]\d+)-([A-G]\d+)$/.exec(cell.formula)
  if (difference !== null) return number(difference[1] ?? '') - number(difference[2] ?? '')
  const rate = /^IF\(([A-G]\d+)=0,"",([A-G]\d+)\/\1\)$/.exec(cell.formula)
  if (rate !== null) {
    const below = number(rate[1] ?? '')
    return below === 0 ? '' : number(rate[2] ?? '') / below
  }
  throw new Error(`unknown formula: ${cell.formula}`)
}

const fen = (value: number | string): number => Math.round(Number(value) * 100)

/** The amounts of a row, worked out from its formulas, and the results stored beside them. */
const amounts = (sheet: ExcelJS.Worksheet, row: number): Totals => {
  const [appropriated, spent, balance, rate] = ['D', 'E', 'F', 'G'].map((column) => {
    const cell = sheet.getCell(`${column}${row}`)
    const value = evaluate(sheet, `${column}${row}`)
    if (cell.formula) expect(Number(cell.result ?? 0)).toBeCloseTo(Number(value), 6)
    return value
  })
  expect(rate).toBe(fen(appropriated ?? 0) === 0 ? '' : Number(spent) / Number(appropriated))
  return {
    appropriatedFen: fen(appropriated ?? 0),
    spentFen: fen(spent ?? 0),
    balanceFen: fen(balance ?? 0),
  }
}

const figures = ({ appropriatedFen, spentFen, balanceFen }: Totals): Totals => ({
  appropriatedFen,
  spentFen,
  balanceFen,
})

test('recalculated, every row, subtotal and the total are the model to the fen', async () => {
  const statement = makeStatement([8, 1, 30], named)
  const sheet = await open(statement)
  let row = 4
  for (const community of statement.communities) {
    for (const line of community.rows) {
      row += 1
      expect([sheet.getCell(`B${row}`).value, sheet.getCell(`C${row}`).value]).toEqual([
        community.name,
        line.branch,
      ])
      expect(amounts(sheet, row)).toEqual(figures(line))
    }
    row += 1
    expect(sheet.getCell(`B${row}`).value).toBe(`${community.name} 小计`)
    expect(amounts(sheet, row)).toEqual(figures(community))
  }
  row += 1
  expect(sheet.getCell(`A${row}`).value).toBe('合计')
  expect(amounts(sheet, row)).toEqual(figures(statement.total))
  expect(sheet.getCell(`C${row + 1}`).value).toBe(`预算：${statement.capital.appropriated}`)
  expect(sheet.getCell(`C${row + 3}`).value).toBe(`结余：${statement.capital.balance}`)
  expect(row).toBe(4 + 39 + 3 + 1)
})

test('names that begin like a formula stay text', async () => {
  const sheet = await open(makeStatement([8], named))
  for (const [index, name] of awkward.entries()) {
    const cell = sheet.getCell(`C${5 + index}`)
    expect([cell.type, cell.value]).toEqual([ExcelJS.ValueType.String, name])
  }
})

test('page set-up: A4 landscape, one page wide, header rows on every page, page numbers, frozen header', async () => {
  const bytes = await statementWorkbook(makeStatement([3]))
  const parts = unzipSync(bytes)
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(xml).toMatch(/<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"/)
  expect(xml).toMatch(/<pageSetup[^>]*fitToHeight="0"/)
  expect(xml).toContain('fitToPage="1"')
  expect(xml).toMatch(/<pane[^>]*ySplit="4"[^>]*state="frozen"/)
  expect(xml).toContain('<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter>')
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
  expect(workbook).toMatch(/_xlnm\.Print_Titles"[^>]*>&apos;预算执行情况表&apos;!\$1:\$4</)
  expect(workbook).toMatch(/_xlnm\.Print_Area"[^>]*>&apos;预算执行情况表&apos;!\$A\$1:\$G\$17</)
})

test('head, closing and number formats', async () => {
  const statement = makeStatement([2])
  const sheet = await open(statement)
  expect(['E1', 'A2', 'A3', 'D3', 'F3'].map((at) => sheet.getCell(at).value)).toEqual([
    '表号：街财01表',
    '2026年度预算执行情况表',
    '编制单位：汉江路街道党工委',
    '年度：2026年',
    '单位：元',
  ])
  expect([sheet.getCell('A2').isMerged, sheet.getCell('A2').alignment.horizontal]).toEqual([true, 'center'])
  expect(['D5', 'E7', 'F8', 'G5'].map((at) => sheet.getCell(at).numFmt)).toEqual([
    '#,##0.00',
    '#,##0.00',
    '#,##0.00',
    '0.00%',
  ])
  expect(['A13', 'C13', 'D13', 'F13'].map((at) => sheet.getCell(at).value)).toEqual([
    '制表人：',
    '审核人：',
    '负责人：',
    '编制单位（盖章）：',
  ])
})

test('a street without branches still gives a whole workbook', async () => {
  const sheet = await open(makeStatement([]))
  expect(sheet.getCell('A5').value).toBe('合计')
  expect(sheet.getCell('D5').result).toBe(0)
  expect(sheet.getCell('C6').value).toBe('预算：人民币零元整')
})
