import { expect, test } from 'vitest'
import { type DataRow, dataRows } from '../../main/import/data-rows.ts'
import type { Grid } from '../../main/import/grid.ts'
import { communityNamed, streetNamed } from '../../main/import/named-units.ts'
import { communitiesOfSheets } from '../../main/import/sheet-communities.ts'
import { contextOf } from '../../main/import/sheet-context.ts'
import { gridOf, idOf, locate, mobileOf, nameOf, times } from './layouts/build.ts'
import { moneyLayouts } from './layouts/money.ts'

const rowsIn = (grid: Grid, file = '党员花名册.xlsx'): readonly DataRow[] => {
  const table = locate(grid, file)
  if (table === null) throw new Error('no table found')
  return dataRows(grid, table)
}
/** 1-based. */
const numbers = (rows: readonly DataRow[]): readonly number[] => rows.map(({ index }) => index + 1)

const header = ['序号', '姓名', '所在党支部', '身份证号', '联系电话']
const member = (n: number) => [n + 1, nameOf(n), '柳林党支部', idOf('19700101', n), mobileOf(n)]

test('rows that are no data are passed over, wherever they stand', () => {
  const grid = gridOf('Sheet1', [
    header,
    ['1', '2', '3', '4', '5'],
    ['示例', '张三', '柳林党支部', '', ''],
    member(0),
    ['2', '', '', '', ''],
    ['3', '无', '—', '', '/'],
    member(1),
    ['本页小计', '', '2', '', ''],
    header,
    member(2),
    ['合 计', '', '3人', '', ''],
    ['', '共计3人', '', '', ''],
    ['制表人：张三', '', '', '审核人：', ''],
    ['联系人：张三', '', '', '', '联系电话：0719-8651234'],
    ['单位（盖章）：', '', '', '', ''],
    ['填表人（签字）：', '', '', '审核人（签字）：', ''],
    ['', '支部书记签字：', '', '', '2026年11月'],
    ['', '以下空白', '', '', ''],
    ['……', '……', '……', '……', '……'],
    ['', '', '', '', '汉江路街道党工委'],
    ['', '', '', '', '2026年11月25日'],
    ['', '汉江路街道六堰社区党委', '', '', '2026年11月25日'],
    ['备注：1.本表一式两份。', '', '', '', ''],
    ['2.每季度更新。', '', '', '', ''],
  ])
  expect(numbers(rowsIn(grid))).toEqual([4, 7, 10])
})

test('a header printed again below the first rows is no other table, and takes no row with it', () => {
  for (const before of [1, 2, 3]) {
    const rows = times(before, member)
    const grid = gridOf('Sheet1', [['党员花名册'], header, ...rows, header, member(8), header, member(9)])
    expect(rowsIn(grid)).toHaveLength(before + 2)
  }
})

test('a header of two rows printed again with its cells unmerged is no data', () => {
  const top = ['单位名称', '负责人', '', '联络员', '', '包联社区']
  const leaves = ['', '姓名', '电话', '姓名', '电话', '']
  const unit = (n: number) => [`区${n}局`, nameOf(n), mobileOf(n), nameOf(n + 1), mobileOf(n + 1), '六堰社区']
  for (const merges of [[], ['A2:A3', 'B2:C2', 'D2:E2', 'F2:F3']]) {
    const rows = [['包联单位名册'], top, leaves, unit(1), top, leaves, unit(2), unit(3)]
    expect(numbers(rowsIn(gridOf('Sheet1', rows, merges), '包联单位.xlsx'))).toEqual([4, 7, 8])
  }
})

test('a row with a single cell filled is data still: its owner must hear that the rest is missing', () => {
  const grid = gridOf('Sheet1', [
    header,
    member(0),
    ['', '李四', '', '', ''],
    ['', '', '', idOf('19700101', 9), ''],
  ])
  expect(numbers(rowsIn(grid))).toEqual([2, 3, 4])
})

test('values that only look like totals are data', () => {
  const grid = gridOf('Sheet1', [
    ['日期', '凭证号', '摘要', '支出金额', '经办人'],
    ['2026-03-05', '记-1', '支付会计服务费用合计三个月', '500', '张三'],
    ['2026-03-06', '记-2', '共计费用', '500', '共敏'],
  ])
  expect(numbers(rowsIn(grid, '流水.xlsx'))).toEqual([2, 3])
})

test('headings inside the table give their community and branch to the rows below', () => {
  const grid = gridOf(
    'Sheet1',
    [
      header,
      ['一、六堰社区党委（共 2 人）', '', '', '', ''],
      ['（一）六堰社区第一党支部（1人）', '', '', '', ''],
      member(0),
      ['（二）六堰社区第二党支部', '', '', '', ''],
      member(1),
      ['二、柳林社区', '', '', '', ''],
      member(2),
    ],
    ['A2:E2', 'A3:E3', 'A5:E5', 'A7:E7'],
  )
  expect(rowsIn(grid).map(({ index, community, branch }) => [index + 1, community, branch])).toEqual([
    [4, '六堰社区', '六堰社区第一党支部'],
    [6, '六堰社区', '六堰社区第二党支部'],
    [8, '柳林社区', undefined],
  ])
})

test('of two tables in a sheet the larger one is taken, and it ends where the other begins', () => {
  const small = [['楼栋长名单'], ['小区', '楼栋', '姓名', '电话'], ['柳林小区', '1栋', '张三', mobileOf(1)]]
  const large = [['党员花名册'], header, ...times(4, member)]
  const upper = gridOf('Sheet1', [...large, null, ...small])
  const lower = gridOf('Sheet1', [...small, null, ...large])
  expect(locate(upper)?.sheet.table).toBe('members')
  expect(numbers(rowsIn(upper, '台账.xlsx'))).toEqual([3, 4, 5, 6])
  expect(locate(lower)?.sheet.table).toBe('members')
  expect(numbers(rowsIn(lower, '台账.xlsx'))).toEqual([7, 8, 9, 10])
})

test('without a header, data begin at the first row that looks like data', () => {
  const grid = gridOf('Sheet1', [
    ['六堰社区党员名单'],
    ['填报单位：六堰社区', '', '2026年11月'],
    ...times(5, (n) => [nameOf(n), idOf('19700101', n), mobileOf(n)]),
    ['合计：5人', '', ''],
  ])
  expect(locate(grid)).toMatchObject({
    headerTop: -1,
    headerBottom: -1,
    above: expect.arrayContaining(['六堰社区党员名单']),
  })
  expect(numbers(rowsIn(grid))).toEqual([3, 4, 5, 6, 7])
})

test('plain contents under no title are no ledger', () => {
  expect(
    locate(
      gridOf(
        'Sheet1',
        times(5, (n) => [nameOf(n), mobileOf(n)]),
      ),
      '通讯录.xlsx',
    ),
  ).toBeNull()
})

test('a merged cell applies to every row it spans, downwards only', () => {
  const grid = gridOf(
    'Sheet1',
    [
      ['姓名', '所在党支部', '身份证号', '备注'],
      [nameOf(0), '柳林党支部', idOf('19700101', 0), ''],
      [nameOf(1), '', idOf('19700101', 1), ''],
      [nameOf(2), '六堰党支部', idOf('19700101', 2), ''],
    ],
    ['B2:B3', 'C4:D4'],
  )
  expect(rowsIn(grid).map(({ cells }) => cells.slice(1, 2))).toEqual([
    ['柳林党支部'],
    ['柳林党支部'],
    ['六堰党支部'],
  ])
  expect(rowsIn(grid)[2]?.cells[3]).toBeNull()
})

test('one part below the other, each with its title, filler and header, are one table', () => {
  const head = ['序号', '姓名', '身份证号', '入党时间']
  const row = (n: number) => [n, nameOf(n), idOf('19700101', n), '1999-07']
  const part = (community: string, branch: string, n: number) => [
    [`${branch}党员花名册`, '', '', ''],
    [`填报单位：${community}`, '', '', '2026年11月'],
    head,
    row(n),
    ['合计', '1人', '', ''],
    ['说明：本表每季度更新', '', '', ''],
    null,
  ]
  const grid = gridOf('Sheet1', [
    ...part('六堰社区', '阳光花园党支部', 1),
    ...part('柳林社区', '柳林小区党支部', 2),
    ...part('柳林社区', '铁路小区党支部', 3),
  ])
  expect(rowsIn(grid).map(({ index, community, branch }) => [index + 1, community, branch])).toEqual([
    [4, undefined, '阳光花园党支部'],
    [11, '柳林社区', '柳林小区党支部'],
    [18, '柳林社区', '铁路小区党支部'],
  ])
})

test('a title or a heading tells the estate where no column does', () => {
  const head = ['楼栋', '楼栋长', '联系电话']
  const row = (n: number) => [`${n}栋`, nameOf(n), mobileOf(n)]
  const titled = gridOf('Sheet1', [['六堰社区柳林小区楼栋长花名册'], head, row(1), row(2)])
  expect(rowsIn(titled).map(({ estate }) => estate)).toEqual(['柳林小区', '柳林小区'])
  const headed = gridOf('Sheet1', [
    ['六堰社区小区楼栋长花名册'],
    head,
    ['一、柳林小区（1栋）', '', ''],
    row(1),
    ['阳光花园', '', ''],
    row(2),
  ])
  expect(rowsIn(headed).map(({ index, estate }) => [index + 1, estate])).toEqual([
    [4, '柳林小区'],
    [6, '阳光花园'],
  ])
  const columned = gridOf('柳林小区', [
    ['小区', ...head],
    ['阳光花园', ...row(1)],
  ])
  expect(rowsIn(columned).map(({ estate }) => estate)).toEqual([undefined])
})

test('a header of two rows printed again on every page is no data', () => {
  const top = ['序号', '社区', '应急党支部名称', '支部书记', '', '第一书记', '', '备注']
  const low = ['', '', '', '姓名', '电话', '姓名', '电话', '']
  const row = (n: number) => [
    n,
    '六堰社区',
    `第${n}应急党支部`,
    nameOf(n),
    mobileOf(n),
    nameOf(n),
    mobileOf(n),
    '',
  ]
  const grid = gridOf(
    'Sheet1',
    [['应急党支部名册'], top, low, row(1), row(2), ['应急党支部名册'], top, low, row(3)],
    ['A1:H1', 'D2:E2', 'F2:G2', 'A6:H6', 'D7:E7', 'F7:G7'],
  )
  expect(locate(grid)).toMatchObject({ headerTop: 1, headerBottom: 2 })
  expect(numbers(rowsIn(grid))).toEqual([4, 5, 9])
})

test('a title or the sheet’s name tells the branch where no column does', () => {
  const rows = [
    ['姓名', '身份证号', '入党时间'],
    ...times(2, (n) => [nameOf(n), idOf('19700101', n), '1999-07']),
  ]
  const branches = (sheet: string, ...titles: readonly string[]) =>
    rowsIn(gridOf(sheet, [...titles.map((title) => [title]), ...rows])).map(({ branch }) => branch)
  const named: readonly (readonly [string, string | undefined])[] = [
    ['柳林小区党支部党员花名册', '柳林小区党支部'],
    ['支部名称：柳林小区党支部        填表时间：2026年11月', '柳林小区党支部'],
    ['中共六堰社区第一支部委员会党员名册', '六堰社区第一支部委员会'],
    ['2026年汉江路街道六堰社区阳光花园党支部党员信息表', '阳光花园党支部'],
    ['小区党支部党员花名册', undefined],
    ['各社区党支部党员花名册', undefined],
    ['党支部书记花名册', undefined],
    ['柳林小区应急党支部党员花名册', undefined],
  ]
  expect(named.map(([title]) => [title, branches('Sheet1', title)[0]])).toEqual(named)
  expect(branches('柳林小区党支部', '党员花名册')).toEqual(['柳林小区党支部', '柳林小区党支部'])
})

test('a date in parts is put together, a blank month repeats the one above', () => {
  const book = moneyLayouts.find(({ file }) => file === '明细账.xlsx')
  if (book === undefined) throw new Error('no such layout')
  expect(rowsIn(book.grid, book.file).map(({ cells }) => cells[0])).toEqual([
    '2026-3-5',
    '2026-3-18',
    '2026-4-2',
  ])
  expect(locate(book.grid, book.file)?.ignored).toEqual(['余额'])
})

test('communities are named by titles, sheets and files in many ways, and not where they are meant in general', () => {
  const named: readonly (readonly [string, string | null])[] = [
    ['六堰社区', '六堰社区'],
    ['1.六堰社区', '六堰社区'],
    ['花名册-六堰社区', '六堰社区'],
    ['2026年六堰社区党员花名册', '六堰社区'],
    ['张湾区汉江路街道六堰社区党员花名册', '六堰社区'],
    ['十堰市张湾区六堰社区', '六堰社区'],
    ['填报单位：中共汉江路街道六堰社区党委', '六堰社区党委'],
    ['阳光小区社区', '阳光小区社区'],
    ['附件3：六堰社区党员花名册（2026.11）', '六堰社区'],
    ['（六堰社区）党员花名册', '六堰社区'],
    ['党员花名册（六堰社区）', '六堰社区'],
    ['党员花名册 六堰社区', '六堰社区'],
    ['3六堰社区', '六堰社区'],
    ['汉江路街道—六堰社区—党员', '六堰社区'],
    ['填报单位：六堰社区居委会          填报人：张三', '六堰社区'],
    ['六 堰 社 区 党 员 花 名 册', '六堰社区'],
    ['全胜社区', '全胜社区'],
    ['新市社区', '新市社区'],
    ['渠县天星街道新市社区', '新市社区'],
    ['城市花园社区', '城市花园社区'],
    ['花果街道各社区党员花名册', null],
    ['张湾区社区党员名册', null],
    ['社区党员花名册', null],
    ['各社区党员花名册', null],
    ['在职党员进社区报到登记表', null],
    ['在职党员到社区报到登记表', null],
    ['街道社区小区党组织架构表', null],
    ['居住社区', null],
    ['Sheet1', null],
  ]
  expect(named.map(([line]) => [line, communityNamed(line)])).toEqual(named)
  expect(streetNamed('张湾区汉江路街道党员花名册')).toBe('汉江路街道')
  expect(streetNamed('所属街道')).toBeNull()
})

test('several sheets with short names are communities, unless one is something else', () => {
  const named = (...sheets: readonly string[]) => Object.fromEntries(communitiesOfSheets(sheets))
  expect(named('六堰', '2.柳林', '铸一新村社区')).toEqual({
    六堰: '六堰社区',
    '2.柳林': '柳林社区',
    铸一新村社区: '铸一新村社区',
  })
  expect(named('六堰', '柳林')).toEqual({})
  expect(named('六堰', '柳林', '汇总')).toEqual({})
  expect(named('六堰', '柳林', 'Sheet3')).toEqual({})
  expect(named('正式党员', '预备党员', '流动党员')).toEqual({})
  expect(named('一月', '二月', '三月')).toEqual({})
})

test('the file’s name tells the community where neither title nor sheet does', () => {
  const grid = gridOf('Sheet1', [header, ...times(3, member)])
  const table = locate(grid, '六堰社区党员花名册.xlsx')
  if (table === null) throw new Error('no table found')
  expect(contextOf('Sheet1', table, '六堰社区党员花名册.xlsx').community).toBe('六堰社区')
  expect(contextOf('柳林社区', table, '六堰社区党员花名册.xlsx').community).toBe('柳林社区')
})

test('finding a table does not take longer with more rows, and 50,511 rows are told apart at once', () => {
  const rows = [header, ...times(50_511, member)]
  const grid = gridOf('Sheet1', rows)
  const small = gridOf('Sheet1', rows.slice(0, 3000))
  const best = (run: () => unknown): number =>
    Math.min(
      ...times(5, () => {
        const start = performance.now()
        run()
        return performance.now() - start
      }),
    )
  const table = locate(grid)
  if (table === null) throw new Error('no table found')
  expect(best(() => locate(grid))).toBeLessThan(10 + 4 * best(() => locate(small)))
  expect(dataRows(grid, table).length).toBe(50_511)
  // Measured at 20 to 40 ms in the program; the test allows for a busy machine.
  expect(best(() => dataRows(grid, table))).toBeLessThan(200)
})
