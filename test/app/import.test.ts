import { resolve } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseFile, chooseTarget, picture, type Running, start, temporary } from './harness.ts'

/*
 * The five steps of an import in one window: columns, check, plan, import, result. Each test goes on where the one
 * before it ended.
 */
const fixtures = resolve(import.meta.dirname, '../fixtures')
const out = temporary('zhibu-import-')
let running: Running

beforeAll(async () => {
  running = await start()
})
afterAll(async () => {
  await running.app.close()
})

const id = (name: string) => `[data-testid="${name}"]`
const textOf = async (name: string): Promise<string> =>
  (await running.page.innerText(id(name))).replace(/\s+/g, ' ')

type Cells = readonly (string | number)[]

/** A workbook of one sheet, as bytes. */
const workbook = async (rows: readonly Cells[], sheet = '党员'): Promise<readonly number[]> => {
  const book = new ExcelJS.Workbook()
  const target = book.addWorksheet(sheet)
  for (const row of rows) target.addRow([...row])
  return [...new Uint8Array(await book.xlsx.writeBuffer())]
}

/** Drops files on the window, as from the desktop. */
const drop = (files: readonly { readonly name: string; readonly bytes: readonly number[] }[]) =>
  running.page.evaluate((dropped) => {
    const data = new DataTransfer()
    for (const { name, bytes } of dropped) data.items.add(new File([new Uint8Array(bytes)], name))
    const options = { dataTransfer: data, bubbles: true, cancelable: true }
    document.body.dispatchEvent(new DragEvent('dragover', options))
    document.body.dispatchEvent(new DragEvent('drop', options))
  }, files)

const toCheck = async () => {
  await running.page.click(id('import-to-check'))
  await running.page.waitForSelector(id('check-grid'), { timeout: 60_000 })
}
const toPlan = async () => {
  await running.page.click(id('import-to-plan'))
  await running.page.waitForSelector(`${id('import-apply')}`, { timeout: 60_000 })
}
/** Waits until what was changed has been planned. */
const settled = () => running.page.waitForSelector(`${id('import-apply')}:enabled`, { timeout: 30_000 })
const apply = async () => {
  await settled()
  await running.page.click(id('import-apply'))
  await running.page.waitForSelector(id('import-result'), { timeout: 60_000 })
}

test('an organization ledger goes through the five steps with what was found filled in', async () => {
  const { page, app } = running
  await page.waitForSelector(id('first-start'))
  await page.click(id('first-start-import'))
  await page.waitForSelector(id('import-choose'))
  await chooseFile(app, resolve(fixtures, '组织架构.xlsx'))
  await page.click(id('import-choose'))
  await page.waitForSelector(id('import-columns'), { timeout: 60_000 })
  expect(await textOf('import-ledger')).toBe('组织架构')
  expect(await textOf('import-columns')).toMatch(/街道党工委.*社区党委.*按表头/)
  await picture(page, 'import-1-columns')
  await toCheck()
  await page.waitForSelector(`${id('check-filter')}:has-text("全部 1,077")`)
  await picture(page, 'import-2-check')
  await toPlan()
  await picture(page, 'import-3-plan')
  await apply()
  expect(await textOf('import-result')).toMatch(/党支部 335/)
  await picture(page, 'import-5-result')
})

const members = (headers: Cells, rows: readonly Cells[]) =>
  workbook([['花果街道党员花名册'], headers, ...rows])
const headers = ['序号', '姓名', '所在党支部', '出生日期', '甲栏', '学历']
const known = [1, '梅一平', '滨河华庭小区党支部', '1975-03-02', '13800001111', '大专']

test('files dropped on any page are read; a column set by hand is remembered for the same headers', async () => {
  const { page } = running
  await page.evaluate(() => {
    location.hash = '#/organization'
  })
  await page.waitForSelector(id('tree'))
  await drop([{ name: '党员名册.xlsx', bytes: await members(headers, [known]) }])
  await page.waitForSelector(id('import-columns'), { timeout: 30_000 })
  await page.click(id('column-field-4'))
  await page.keyboard.type('工作岗位')
  await page.keyboard.press('Enter')
  await page.waitForSelector(`${id('import-columns')}:has-text("手工选择")`)
  await picture(page, 'import-column-chosen')
  await toCheck()
  await toPlan()
  await apply()
  expect(await textOf('import-result')).toMatch(/已从“党员名册\.xlsx”导入 1 行（党员花名册）/)

  await drop([{ name: '另一本.xlsx', bytes: await members(headers, [known]) }])
  await page.waitForSelector(`${id('import-columns')}:has-text("按上次的选择")`, { timeout: 30_000 })
  await picture(page, 'import-column-remembered')
  await page.click(id('import-cancel'))
})

const usual = ['序号', '姓名', '所在党支部', '出生日期', '手机号', '学历']
const mixed: readonly Cells[] = [
  [1, '梅二安', '滨河华庭小区党支部', '1980-01-05', '1380000222', '大专'],
  [2, '梅三和', '枣圆华亭小区支部', '1981-02-06', '13800003333', '本科'],
  [3, '梅一平', '枣园华庭小区党支部', '1975-03-02', '13800004444', '本科'],
  [4, '梅五常', '枣园华庭小区党支部', '1983-04-08', '138000055555', '高中'],
]

test('a bad cell is mended in place, by keyboard, and a row is left out', async () => {
  const { page } = running
  await drop([{ name: '待改名册.xlsx', bytes: await members(usual, mixed) }])
  await page.waitForSelector(id('import-columns'), { timeout: 30_000 })
  await toCheck()
  await page.waitForSelector(`${id('check-filter')}:has-text("有问题 3")`)
  // The grid has the focus from the start.
  await page.keyboard.press('Control+ArrowDown')
  await page.waitForSelector(`${id('row-panel')}:has-text("10 位")`)
  await picture(page, 'import-check-bad')
  await page.keyboard.press('Enter')
  await page.waitForSelector(id('cell-input'))
  await page.keyboard.type('13800002222')
  await page.keyboard.press('Enter')
  await page.waitForSelector(`${id('check-filter')}:has-text("有问题 2")`)
  await page.waitForSelector(`${id('row-panel')}:has-text("枣圆华亭小区支部")`)
  await picture(page, 'import-check-offers')
  await page.click(`${id('row-offer')}:has-text("枣园华庭小区党支部")`)
  await page.waitForSelector(`${id('check-filter')}:has-text("有问题 1")`)
  await page.click(id('bad-out'))
  await page.waitForSelector(`${id('check-filter')}:has-text("不导入 1")`)
  await page.waitForSelector(`${id('check-filter')}:has-text("有问题 0")`)
  await picture(page, 'import-check-mended')
})

test('a person much like a known one is decided, applied, and all of it taken back', async () => {
  const { page, app } = running
  await toPlan()
  await settled()
  await page.click('[role="tab"]:has-text("决定")')
  await page.waitForSelector(`${id('import-questions')}:has-text("梅一平")`)
  await picture(page, 'import-questions')
  await page.click(`${id('question-answer')} label:has-text("同一人")`)
  await page.waitForSelector(`${id('figure-updated')}:has-text("1")`)
  await settled()
  await picture(page, 'import-decided')
  await apply()
  await picture(page, 'import-result-members')
  await page.click(id('import-undo'))
  await page.click('.ant-popconfirm button:has-text("撤销导入")')
  await page.waitForSelector(id('import-undone'))
  expect(await textOf('import-undone')).toMatch(/撤回新增：人员 2.*已全部撤回/)
  await picture(page, 'import-undone')
  await page.click('.ant-modal button:has-text("知道了")')
  await page.waitForSelector(`${id('import-result')}:has-text("已撤销")`)
  await page.click(id('import-to-history'))
  await page.waitForSelector(`${id('import-history')}:has-text("已撤销")`)
  await picture(page, 'import-history')

  await chooseTarget(app, resolve(out, '模板.xlsx'))
  await page.click(id('import-template'))
  await page.waitForSelector(id('template-save'))
  await picture(page, 'import-template')
  await page.click(id('template-save'))
  await page.waitForSelector(`${id('saved-notice')}:has-text("模板.xlsx")`)
})

test('two files at once; a sheet nobody could recognize is arranged by hand, a missing column filled in for all', async () => {
  const { page } = running
  const staff = [
    ['网格员名册'],
    ['序号', '所属社区', '网格', '网格员姓名', '网格员联系电话'],
    [1, '二堰铺社区', '第一网格', '范小海', '13800007771'],
  ]
  const odd = [
    ['某表'],
    ['子', '丑', '寅'],
    ['甲一', '贺小春', '13800007772'],
    ['甲二', '尹小秋', '13800007773'],
  ]
  await drop([
    { name: '网格员.xlsx', bytes: await workbook(staff, '网格员') },
    { name: '无名.xlsx', bytes: await workbook(odd, '某表') },
  ])
  await page.waitForSelector(id('import-columns'), { timeout: 30_000 })
  expect(await textOf('import-file')).toBe('网格员.xlsx 等 2 个文件')
  expect(await textOf('import-groups')).toMatch(/网格长网格员名册.*没有认出/)
  await page.click(`${id('import-group')} >> nth=1 >> .group-name`)
  await picture(page, 'import-unknown')
  const choose = async (select: string, name: string) => {
    await page.click(id(select))
    await page.keyboard.type(name)
    await page.click(`.ant-select-dropdown:visible .ant-select-item-option:has-text("${name}")`)
  }
  await page.click(id('import-table'))
  await page.click('.ant-select-dropdown:visible .ant-select-item-option:has-text("志愿者名册")')
  await page.fill(id('header-top'), '2')
  await page.fill(id('header-bottom'), '2')
  await page.keyboard.press('Enter')
  await page.waitForSelector(id('column-field-2'))
  await choose('column-field-1', '姓名')
  await choose('column-field-2', '电话')
  await page.waitForSelector(`${id('import-groups')} :text("志愿者名册")`)
  await picture(page, 'import-arranged')
  await page.fill(`${id('import-constants')} input >> nth=0`, '二堰铺社区')
  await toCheck()
  await page.click(id('check-group'))
  await page.click('.ant-select-dropdown:visible .ant-select-item-option:has-text("志愿者名册")')
  await page.waitForSelector(`${id('check-grid')}:has-text("贺小春")`)
  await picture(page, 'import-two-ledgers')
  await toPlan()
  await apply()
  expect(await textOf('import-result')).toMatch(/已从 2 个文件导入 3 行/)
  await picture(page, 'import-result-two')
})

test('a roster of 34 sheets and 8,149 rows: the next bad cell is found at once, a cancelled import leaves nothing', async () => {
  const { page, app } = running
  await chooseFile(app, resolve(fixtures, '党员花名册.xlsx'))
  await page.click(id('import-again'))
  await page.waitForSelector(id('import-columns'), { timeout: 60_000 })
  expect(await textOf('import-groups')).toMatch(/党员花名册.*34 个工作表/)
  await picture(page, 'import-roster-columns')
  await toCheck()
  await page.waitForSelector(`${id('check-filter')}:has-text("有问题 13")`)
  await picture(page, 'import-roster-check')
  await page.focus(id('check-grid'))
  // The first bad cell may lie many pages below.
  const before = Date.now()
  await page.keyboard.press('Control+ArrowDown')
  await page.waitForSelector(id('row-mend'))
  const found = Date.now()
  await picture(page, 'import-roster-bad')
  await page.click(id('row-out'))
  await page.waitForSelector(`${id('check-filter')}:has-text("有问题 12")`)
  console.log(`next bad cell ${found - before} ms`)
  await toPlan()
  await settled()
  await picture(page, 'import-roster-plan')
  await page.click(id('import-apply'))
  await page.waitForSelector(id('import-stop'))
  await page.click(id('import-stop'))
  await page.waitForSelector(`${id('import-problem')}:has-text("已取消，没有做任何改动")`, {
    timeout: 30_000,
  })
  await picture(page, 'import-cancelled')
  await page.click(id('import-cancel'))
  await page.click('.ant-popconfirm button:has-text("放弃")')
  await page.waitForSelector(id('import-history'))
  expect(await textOf('import-history')).not.toMatch(/党员花名册\.xlsx/)
})

test('a file that cannot be read costs nobody the import under way', async () => {
  const { page } = running
  const bytes = await members(usual, mixed)
  await drop([{ name: '名册.xlsx', bytes }])
  await page.waitForSelector(id('import-columns'), { timeout: 30_000 })
  await drop([{ name: '坏文件.xlsx', bytes: [80, 75, 3, 4, 0, 0, 0, 0] }])
  await page.click('.ant-modal button:has-text("改读拖入的文件")')
  await page.waitForSelector(`${id('import-problem')}:has-text("坏文件.xlsx")`)
  expect(await textOf('import-file')).toBe('名册.xlsx')
  await toCheck()
  await page.click(id('import-cancel'))
})

test('the window complained about nothing', () => {
  expect(running.complaints).toEqual([])
})
