import { expect, test } from 'vitest'
import { dataRows } from '../../main/import/data-rows.ts'
import { fieldsOf, gridOf, idOf, locate, mobileOf, nameOf, times } from './layouts/build.ts'
import { moneyLayouts } from './layouts/money.ts'

const members = gridOf('Sheet1', [
  ['姓名', '所在党支部', '身份证号', '联系电话', '家庭电话', '备注'],
  ...times(5, (n) => [nameOf(n), '柳林小区党支部', idOf('19700101', n), mobileOf(n), '0719-8651234', '']),
])

test('a chosen column holds: the field leaves the column it was found in, and an unused one is none', () => {
  const table = locate(members, '台账.xlsx', { columns: { 3: null, 4: 'phone', 5: 'name' }, how: 'chosen' })
  expect(table === null ? null : fieldsOf(table)).toEqual({
    1: 'branch',
    2: 'idNumber',
    4: 'phone',
    5: 'name',
  })
  expect(table?.columns.map(({ how, sure }) => `${how} ${sure}`)).toEqual([
    'header 100',
    'header 96',
    'chosen 100',
    'chosen 100',
  ])
  expect(table?.ignored).toEqual(['姓名', '联系电话'])
})

test('remembered columns are told as such, and unknown fields are passed over', () => {
  const table = locate(members, '台账.xlsx', {
    columns: { 5: 'landline', 1: 'noSuchField' },
    how: 'remembered',
  })
  expect(table?.columns.find(({ index }) => index === 5)).toMatchObject({ how: 'remembered', header: '备注' })
  expect(table === null ? null : fieldsOf(table)).toEqual({
    0: 'name',
    2: 'idNumber',
    3: 'phone',
    5: 'landline',
  })
})

const unknown = gridOf('Sheet1', [
  ['某表', '', ''],
  ['甲项', '乙项', '联系电话'],
  ['张三', '柳林', mobileOf(1)],
  ['李四', '柳林', mobileOf(2)],
])

test('a chosen ledger needs nothing that suffices', () => {
  expect(locate(unknown)).toBeNull()
  const table = locate(unknown, '台账.xlsx', { table: 'volunteers', how: 'chosen' })
  expect(table).toMatchObject({ sheet: { table: 'volunteers' }, sure: 100, headerTop: 1, headerBottom: 1 })
  expect(table?.columns.map(({ column }) => column.field)).toEqual(['phone'])
})

test('a chosen ledger is taken for a sheet in which nothing is known at all', () => {
  const grid = gridOf('x', [
    ['a', 'b', 'c'],
    ['1', '2', '3'],
    ['1', '2', '3'],
  ])
  const table = locate(grid, '台账.xlsx', { table: 'venues', columns: { 1: 'venue' }, how: 'chosen' })
  expect(table).toMatchObject({ headerTop: 0, columns: [{ index: 1, header: 'b', how: 'chosen' }] })
  const single = gridOf('x', [['一'], ['二']])
  const bare = locate(single, '台账.xlsx', { table: 'venues', columns: { 0: 'venue' }, how: 'chosen' })
  expect(bare).toMatchObject({ headerTop: -1, headerBottom: -1, columns: [{ index: 0, header: '' }] })
  expect(bare === null ? 0 : dataRows(single, bare).length).toBe(2)
})

test('chosen header rows hold, whatever else looks like a header', () => {
  const grid = gridOf('Sheet1', [
    ['姓名', '所在党支部', '身份证号', ''],
    ['以下为 2026 年新增', '', '', ''],
    ['姓名', '党支部', '公民身份号码', '手机'],
    ...times(3, (n) => [nameOf(n), '柳林小区党支部', idOf('19700101', n), mobileOf(n)]),
  ])
  const table = locate(grid, '党员花名册.xlsx', { header: { top: 3, bottom: 3 }, how: 'chosen' })
  expect(table).toMatchObject({ headerTop: 2, headerBottom: 2, sheet: { table: 'members' } })
  expect(table === null ? 0 : dataRows(grid, table).length).toBe(3)
})

test('under a chosen header, another table below still ends the rows', () => {
  const grid = gridOf('Sheet1', [
    ['姓名', '所在党支部', '身份证号'],
    ...times(3, (n) => [nameOf(n), '柳林党支部', idOf('19700101', n)]),
    null,
    ['楼栋长名单', '', ''],
    ['小区', '楼栋', '楼栋长'],
    ['柳林小区', '1栋', '张三'],
  ])
  const arranged = { table: 'members', header: { top: 1, bottom: 1 }, how: 'remembered' } as const
  const table = locate(grid, '台账.xlsx', arranged)
  expect(table === null ? 0 : dataRows(grid, table).length).toBe(3)
})

test('a chosen date in parts is put together all the same', () => {
  const book = moneyLayouts.find(({ file }) => file === '明细账.xlsx')
  if (book === undefined) throw new Error('no such layout')
  const table = locate(book.grid, book.file, { columns: { 0: 'date' }, how: 'remembered' })
  expect(table?.columns[0]).toMatchObject({ how: 'remembered', column: { field: 'date' } })
  expect(table === null ? [] : dataRows(book.grid, table)[0]?.cells[0]).toBe('2026-3-5')
})

test('a chosen ledger wins over the one that would be found', () => {
  const table = locate(members, '党员花名册.xlsx', { table: 'volunteers', how: 'remembered' })
  expect(table?.sheet.table).toBe('volunteers')
  expect(table === null ? null : fieldsOf(table)).toEqual({ 0: 'name', 2: 'idNumber', 3: 'phone' })
})
