import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import type { Template } from '../../main/export/template.ts'
import { templateColumns } from '../../main/export/template-columns.ts'
import { templateWorkbook } from '../../main/export/template-workbook.ts'
import { dataRows } from '../../main/import/data-rows.ts'
import { shownText } from '../../main/import/grid.ts'
import { readWorkbook } from '../../main/import/read-workbook.ts'
import { contextOf } from '../../main/import/sheet-context.ts'
import { ledgerKinds } from '../../shared/models/import.ts'
import { exampleMark } from '../../shared/models/template.ts'
import { ledgerTitles, sheets, tablesOf } from '../../shared/sheets/all.ts'
import { usualSources } from '../../shared/sheets/funding.ts'
import { located } from './template-located.ts'

const lists = { communities: ['六堰社区党委'], branches: [], estates: [], sources: [...usualSources] }
const blank = (ledger: (typeof ledgerKinds)[number]): Template => ({
  sheets: tablesOf(ledger),
  title: ledgerTitles[ledger],
  community: null,
  street: null,
  rows: tablesOf(ledger).map(() => []),
  lists,
})

const members = (rows: Template['rows'][number]): Template => ({
  ...blank('members'),
  community: '六堰社区党委',
  street: '汉江路街道党工委',
  rows: [rows],
  lists: { ...lists, branches: ['百二河雅苑党支部', '阳光花园党支部'] },
})

const open = async (template: Template): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await templateWorkbook(template)).buffer as ArrayBuffer)
  return workbook
}

const all = Object.values(sheets)

test.each(ledgerKinds)(
  'the blank template of %s is found as that ledger, every column of it, and nothing else',
  async (ledger) => {
    const template = blank(ledger)
    const { grids } = await readWorkbook(await templateWorkbook(template), '模板.xlsx')
    const found = grids.map((grid) => ({ grid, table: located(grid, all) }))
    expect(found.filter(({ table }) => table !== null)).toHaveLength(template.sheets.length)
    for (const [index, sheet] of template.sheets.entries()) {
      const one = found[index]
      if (one === undefined || one.table === null) throw new Error(`${sheet.title} is not found`)
      expect(one.table.sheet.table).toBe(sheet.table)
      expect(one.table.columns.map(({ column }) => column.field)).toEqual(
        templateColumns(sheet).map(({ field }) => field),
      )
      expect(one.table.ignored).toEqual([])
      // The blanks of the form name no street and no community.
      expect(contextOf(one.grid.name, one.table)).toMatchObject({ street: null, community: null })
      const rows = dataRows(one.grid, one.table).map(({ cells }) => shownText(cells[0]))
      expect(rows.filter((serial) => serial !== exampleMark)).toEqual([])
    }
  },
)

test('what is known stands in it without an example, as text, days and numbers, and loses nothing', async () => {
  const template = members([
    {
      name: '阿依古丽·买买提',
      branch: '阳光花园党支部',
      idNumber: '420302198001010000',
      birthDate: '1980-01-01',
      joinedOn: '2005-07',
    },
    { name: '=1+1', phone: '13900002222、0719-8651234' },
  ])
  const workbook = await open(template)
  expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['党员花名册', 'visible'],
    ['填表说明', 'visible'],
    ['选项', 'hidden'],
  ])
  const sheet = workbook.worksheets[0]
  if (sheet === undefined) throw new Error('the template has a sheet')
  expect(sheet.getCell('A2').value).toBe('填报单位：汉江路街道六堰社区党委')
  const headers = (sheet.getRow(3).values as ExcelJS.CellValue[]).slice(1)
  const at = (label: string) => headers.findIndex((header) => JSON.stringify(header).includes(label)) + 1
  const cell = (row: number, label: string) => sheet.getRow(row).getCell(at(label))
  expect(sheet.getCell('A4').value).toBe('1')
  expect(cell(3, '姓名').text).toBe('*姓名')
  expect(cell(4, '公民身份证号')).toMatchObject({ value: '420302198001010000', numFmt: '@' })
  expect(cell(4, '出生日期')).toMatchObject({ value: new Date('1980-01-01'), numFmt: 'yyyy-mm-dd' })
  expect(cell(4, '加入党组织日期').value).toBe('2005-07')
  expect(cell(5, '姓名')).toMatchObject({ value: '=1+1', type: ExcelJS.ValueType.String })
  expect(cell(5, '手机号').value).toBe('13900002222、0719-8651234')
  // What must be filled in and is not known yet is marked; cells typed further down are text as well.
  expect(cell(5, '所在党支部').fill).toMatchObject({ fgColor: { argb: 'FFFFFBE6' } })
  expect(sheet.getRow(3000).getCell(at('公民身份证号')).numFmt).toBe('@')
  expect(cell(6, '人员类别').dataValidation).toMatchObject({ type: 'list', errorStyle: 'stop' })
  expect(cell(6, '所在党支部').dataValidation).toMatchObject({ type: 'list', errorStyle: 'warning' })
  expect(cell(6, '出生日期').dataValidation).toMatchObject({ type: 'custom' })
  expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '1:3' })
  const { grids } = await readWorkbook(await templateWorkbook(template), '党员.xlsx')
  const [grid] = grids
  const table = grid === undefined ? null : located(grid, all)
  if (grid === undefined || table === null) throw new Error('the table is found')
  expect(contextOf(grid.name, table)).toMatchObject({ street: '汉江路街道', community: '六堰社区党委' })
  expect(dataRows(grid, table)).toHaveLength(2)
})

test('the list of branches is the community’s own; a line that would name another community is not written', async () => {
  const workbook = await open(members([]))
  const choices = workbook.getWorksheet('选项')
  const columns = [1, 2, 3, 4, 5].map((column) => choices?.getCell(1, column).value)
  const at = columns.indexOf('可选党支部') + 1
  expect([2, 3, 4].map((row) => choices?.getCell(row, at).value)).toEqual([
    '百二河雅苑党支部',
    '阳光花园党支部',
    null,
  ])
  const odd = { ...members([]), street: '中共张湾区汉江路街道工作委员会' }
  expect((await open(odd)).worksheets[0]?.getCell('A2').value).toMatch(
    /^填报单位：(?:汉江路街道)?六堰社区党委$/,
  )
  expect((await open(members([]))).worksheets[0]?.getCell('A4').value).toBe(exampleMark)
})

test('money has two sheets, the sources as columns; every column is explained', async () => {
  const workbook = await open(blank('funding'))
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['预算安排', '支出明细', '填表说明', '选项'])
  const help = workbook.getWorksheet('填表说明')
  const told = new Set(help?.getColumn(1).values?.map(String))
  for (const label of [...usualSources, '凭证号', '支出金额']) expect(told).toContain(label)
})
