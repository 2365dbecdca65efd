import { expect, test } from 'vitest'
import type { Table } from '../../main/import/locate-table.ts'
import { fieldsOf, gridOf, idOf, locate, mobileOf, nameOf, times } from './layouts/build.ts'

const columnAt = (table: Table | null, index: number) => table?.columns.find((one) => one.index === index)

const people = (header: readonly string[], row: (n: number) => readonly string[], count = 12) =>
  gridOf('Sheet1', [header, ...times(count, row)])

test('an unknown header is taken by what its cells hold, as sure as their share', () => {
  const grid = people(['姓名', '党支部', '证号', '号码', '男/女'], (n) => [
    nameOf(n),
    '柳林党支部',
    n === 0 ? '未提供' : idOf('19700101', n),
    mobileOf(n),
    '女',
  ])
  const table = locate(grid)
  expect(table === null ? null : fieldsOf(table)).toMatchObject({ 2: 'idNumber', 3: 'phone', 4: 'gender' })
  expect(columnAt(table, 2)).toMatchObject({ how: 'content', header: '证号' })
  expect(columnAt(table, 2)?.sure).toBeLessThan(80)
  expect(columnAt(table, 3)?.how).toBe('content')
})

test('contents of which too few are valid, and 是 or 否, tell nothing', () => {
  const grid = people(['姓名', '党支部', '身份证号', '', ''], (n) => [
    nameOf(n),
    '柳林党支部',
    idOf('19700101', n),
    n < 4 ? '见备注' : mobileOf(n),
    '是',
  ])
  const table = locate(grid)
  expect(table === null ? null : fieldsOf(table)).toEqual({ 0: 'name', 1: 'branch', 2: 'idNumber' })
})

test('birthdays are told by the ID numbers beside them', () => {
  const grid = people(['姓名', '党支部', '身份证号', '日期', '入党时间'], (n) => [
    nameOf(n),
    '柳林党支部',
    idOf(`197${n % 10}0315`, n),
    `197${n % 10}-03-15`,
    '1999-07-01',
  ])
  expect(columnAt(locate(grid), 3)).toMatchObject({ column: { field: 'birthDate' }, how: 'content' })
})

test('columns about other people are never those of the person, whatever they hold', () => {
  const others = [
    '家庭成员姓名',
    '监护人电话',
    '紧急联系人电话',
    '配偶姓名',
    '入党介绍人',
    '家庭成员身份证号',
    '紧急联络人手机',
  ]
  for (const other of others) {
    const cell = /电话|手机/u.test(other) ? mobileOf(3) : /身份证/u.test(other) ? idOf('19700101') : '李四'
    const grid = people(['姓名', '党支部', '入党时间', other], (n) => [
      nameOf(n),
      '柳林党支部',
      '1999-07',
      cell,
    ])
    const table = locate(grid, '党员花名册.xlsx')
    expect([other, table === null ? null : fieldsOf(table)]).toEqual([
      other,
      { 0: 'name', 1: 'branch', 2: 'joinedOn' },
    ])
  }
})

test('a header that says phone over cells that are none is less sure', () => {
  const header = ['姓名', '党支部', '身份证号', '联系电话', '性别']
  const row = (phone: string) => (n: number) => [nameOf(n), '柳林党支部', idOf('19700101', n), phone, '女']
  const good = columnAt(locate(people(header, row(mobileOf(1)))), 3)?.sure ?? 0
  const bad = columnAt(locate(people(header, row('柳林路8号'))), 3)?.sure ?? 100
  const blank = columnAt(locate(people(header, row(''))), 3)?.sure ?? 0
  expect(good).toBeGreaterThanOrEqual(96)
  expect(blank).toBe(good)
  expect(bad).toBeLessThan(50)
})

test('names and phones under each other’s header are only suggested the other way round', () => {
  const grid = people(['姓名', '党支部', '身份证号', '联系电话'], (n) => [
    mobileOf(n),
    '柳林党支部',
    idOf('19700101', n),
    nameOf(n),
  ])
  const table = locate(grid)
  expect(columnAt(table, 0)).toMatchObject({ column: { field: 'phone' }, how: 'content', header: '姓名' })
  expect(columnAt(table, 3)).toMatchObject({ column: { field: 'name' }, how: 'content' })
  expect(columnAt(table, 0)?.sure).toBeLessThan(60)
})

test('surest by its very name, then a synonym, then one much like it, then contents', () => {
  const rows = (header: string) =>
    people(['姓名', '所在党支部', '入党时间', header], (n) => [
      nameOf(n),
      '柳林党支部',
      '1999-07',
      mobileOf(n),
    ])
  const sureOf = (header: string) => {
    const found = columnAt(locate(rows(header), '党员花名册.xlsx'), 3)
    expect(found?.column.field).toBe('phone')
    return found?.sure ?? 0
  }
  const order = ['手机号', '手机号码', '手机号码（必填）', '党员手机号码', '电话（备）号', '联系电活', '号码']
  const sures = order.map(sureOf)
  expect(sures).toEqual([...sures].sort((a, b) => b - a))
  expect(sures.slice(0, 2)).toEqual([100, 96])
  expect(sures[3]).toBe(85)
})

test('a header of another meaning is never taken for one much like it', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['小区电话', 'phone'],
    ['转入时间', 'joinedOn'],
    ['入队时间', 'joinedOn'],
    ['申请入党时间', 'joinedOn'],
    ['户籍地址', 'address'],
    ['社区书记', 'community'],
    ['单位地址', 'address'],
    ['原党支部', 'branch'],
    ['介绍人姓名', 'name'],
    ['联系人姓名', 'name'],
  ]
  for (const [header, field] of wrong) {
    const grid = gridOf('Sheet1', [
      ['姓名', '身份证号', '党支部', header].filter((text) => field !== 'branch' || text !== '党支部'),
      ['张三', idOf('19700101'), '柳林党支部', '柳林'],
    ])
    const table = locate(grid, '党员花名册.xlsx')
    const at = table?.columns.find((one) => one.header === header)
    expect([header, at?.column.field]).not.toEqual([header, field])
  }
})

test('more evidence makes a ledger surer', () => {
  const grid = (title: string) =>
    gridOf('Sheet1', [
      [title, '', ''],
      ['姓名', '所在党支部', '身份证号'],
      ...times(3, (n) => [nameOf(n), '柳林党支部', idOf('19700101', n)]),
    ])
  const plain = locate(grid('一览表'))?.sure ?? 0
  const titled = locate(grid('党员花名册'))?.sure ?? 0
  expect(titled).toBeGreaterThan(plain)
  expect(plain).toBeGreaterThanOrEqual(60)
})

test('people who only apply for membership are no members, and fees of members no budget', () => {
  const applicants = (title: string) =>
    gridOf('Sheet1', [
      [title, '', '', ''],
      ['姓名', '所在党支部', '身份证号', '联系电话'],
      ...times(3, (n) => [nameOf(n), '柳林党支部', idOf('19700101', n), mobileOf(n)]),
    ])
  expect(locate(applicants('入党积极分子花名册'))).toBeNull()
  expect(locate(applicants('花名册'), '发展对象.xlsx')).toBeNull()
  expect(locate(applicants('花名册'))?.sheet.table).toBe('members')
  const fees = gridOf('Sheet1', [
    ['党支部', '姓名', '党费'],
    ['柳林党支部', '张三', '20'],
  ])
  expect(locate(fees)).toBeNull()
  const budget = gridOf('Sheet1', [
    ['党支部', '财政', '党费'],
    ['柳林党支部', '10000', '5000'],
  ])
  expect(locate(budget)?.columns.map(({ column }) => column.field)).toEqual([
    'branch',
    'source:县级财政定额预算',
    'source:县管党费定量补助',
  ])
})
