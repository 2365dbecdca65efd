import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseFile, chooseTarget, picture, type Running, start, temporary } from './harness.ts'
import { joinedText, pageCount, pageSize } from './pdf.ts'

/*
 * The six steps of a clerk's work, in one window, on the ledgers as offices keep them. Each test goes on where
 * the one before it ended.
 */
const fixtures = resolve(import.meta.dirname, '../fixtures')
const out = temporary('zhibu-job-')
const street = '汉江路街道党工委'
const branch = '百二河雅苑小区应急党支部'

let running: Running

beforeAll(async () => {
  running = await start()
})
afterAll(async () => {
  await running.app.close()
})

const id = (name: string) => `[data-testid="${name}"]`
const go = async (route: string) => {
  await running.page.evaluate((hash) => {
    location.hash = hash
  }, `#/${route}`)
}
const textOf = async (name: string): Promise<string> =>
  (await running.page.innerText(id(name))).replace(/\s+/g, ' ')

/** Notes how long, in ms, the main process did not come round, whenever that was over 50 ms. */
const watchMain = () =>
  running.app.evaluate(() => {
    const blocks: number[] = []
    Reflect.set(globalThis, 'mainBlocks', blocks)
    let last = performance.now()
    const tick = () => {
      const now = performance.now()
      if (now - last > 50) blocks.push(now - last)
      last = now
      setTimeout(tick, 1)
    }
    tick()
  })
const longBlocks = () => running.app.evaluate(() => Reflect.get(globalThis, 'mainBlocks') as number[])

/** Through the first page's button, or the result page's, which opens the dialog at once. */
const previewOf = async (file: string, button = 'import-again') => {
  await chooseFile(running.app, join(fixtures, file))
  await running.page.click(id(button))
  await running.page.click(id('import-to-check'), { timeout: 60_000 })
  await running.page.click(id('import-to-plan'), { timeout: 60_000 })
  await running.page.waitForSelector(id('import-apply'), { timeout: 60_000 })
}

test('an empty database offers the sample street and the import', async () => {
  await running.page.waitForSelector(id('first-start'))
  expect(await textOf('first-start')).toMatch(/导入台账.*载入示例街道/)
  await picture(running.page, '01-first-start')
  await running.page.click(id('first-start-import'))
})

test('the organization ledger: a preview first, then one transaction', async () => {
  await running.page.waitForSelector(id('import-choose'))
  await picture(running.page, '02-import')
  await watchMain()
  await previewOf('组织架构.xlsx', 'import-choose')
  expect(await textOf('import-ledger')).toBe('组织架构')
  expect(await textOf('content')).toMatch(/1,077/)
  await picture(running.page, '03-import-preview')
  await running.page.click(id('import-apply'))
  await running.page.waitForSelector(id('import-result'), { timeout: 60_000 })
  expect(await textOf('import-result')).toMatch(/街道党工委 4.*社区党委 34.*党支部 335.*楼栋党小组 1,077/)
  await picture(running.page, '04-import-result')
})

test('the emergency ledger: every rejected cell with sheet, row, column and reason', async () => {
  await previewOf('应急党支部名册.xlsx')
  await running.page.click('[role="tab"]:has-text("不能导入")')
  const rejected = await textOf('content')
  expect(rejected).toMatch(/12 支部书记·联系电话 手机号只有 10 位/)
  expect(rejected).toMatch(/32 应急党支部名称 与第 31 行的应急党支部重复/)
  await picture(running.page, '05-import-rejected')
  await running.page.click('[role="tab"]:has-text("提醒")')
  expect(await textOf('content')).toMatch(/18 没有第一书记.*26 没有第一书记/)

  const problems = join(out, '问题行.xlsx')
  await chooseTarget(running.app, problems)
  await running.page.click(id('import-problems'))
  await running.page.waitForSelector(id('saved-notice'))
  expect(existsSync(problems)).toBe(true)

  await running.page.click(id('import-apply'))
  await running.page.waitForSelector(id('import-result'), { timeout: 60_000 })
  expect(await textOf('import-result')).toMatch(/应急党支部 93/)
})

test('the members roster of 8,149 rows never blocks the main process for long', async () => {
  await previewOf('党员花名册.xlsx')
  await running.page.click(id('import-apply'))
  await running.page.waitForSelector(id('import-result'), { timeout: 90_000 })
  expect(await textOf('import-result')).toMatch(/8,136/)
  const blocks = (await longBlocks()).map(Math.round)
  console.log(`main process busy for more than 50 ms at a time, in three imports: ${JSON.stringify(blocks)}`)
  // A shared machine stretches every turn and may stop the whole process once; the benchmark measures the turns
  // themselves.
  expect(blocks.filter((ms) => ms > 100).length).toBeLessThanOrEqual(1)
})

test('the same file again changes nothing, and the window says so', async () => {
  await previewOf('应急党支部名册.xlsx')
  expect(await textOf('import-nothing')).toMatch(/一致/)
  expect(await running.page.isDisabled(id('import-apply'))).toBe(true)
  await running.page.click(id('import-cancel'))
})

test('a file that is no ledger gets one clear sentence', async () => {
  await chooseFile(running.app, join(import.meta.dirname, 'harness.ts'))
  await running.page.click(id('import-choose'))
  await running.page.waitForSelector(id('import-problem'))
  expect(await textOf('import-problem')).toMatch(/没有导入任何内容/)
  await picture(running.page, '06-import-refused')
})

test('browse the tree, open a branch, mend a phone number: it is right everywhere at once', async () => {
  const { page } = running
  await go('overview')
  await page.waitForSelector(id('figures'))
  expect(await textOf('figures')).toMatch(/党支部 335/)
  await picture(page, '07-overview')

  await go('organization')
  await page.fill(`${id('tree-filter')} input, input${id('tree-filter')}`, branch)
  await page.click(`${id('tree')} .outline-row:has-text("${branch}")`)
  await page.waitForSelector(`${id('unit')}:has-text("${branch}")`)
  await page.click('[role="tab"]:has-text("任职")')
  await page.waitForSelector(id('unit-posts'))
  expect(await textOf('post-phone-secretary-value')).toBe('150****5541')
  await picture(page, '08-organization')

  await page.click(id('post-phone-secretary-edit'))
  const field = page.locator(`${id('unit-posts')} input`).first()
  expect(await field.inputValue()).toBe('15000005541')
  await field.fill('1370000555')
  expect(await textOf('unit-posts')).toMatch(/10 位/)
  await field.fill('137 0000 5550')
  await field.press('Enter')
  await page.waitForSelector(`${id('post-phone-secretary-value')}:has-text("137****5550")`)
  await picture(page, '09-phone-mended')

  await page.click(id('unit-name-edit'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('百二河雅苑一期应急党支部')
  await page.keyboard.press('Enter')
  await page.waitForSelector(`${id('unit-name-value')}:has-text("百二河雅苑一期应急党支部")`)
  await page.fill(`${id('tree-filter')} input, input${id('tree-filter')}`, '百二河雅苑一期')
  await page.waitForSelector(`${id('tree')}:has-text("百二河雅苑一期应急党支部")`)
  await page.keyboard.press('Control+K')
  await page.keyboard.type('13700005550')
  await page.waitForSelector('.ant-select-dropdown:visible:has-text("许文雪")')
  await page.keyboard.press('Escape')

  await go('people')
  await page.waitForSelector(id('people-table'))
  await picture(page, '10-people')
})

test('contact cards: who lacks a contact is listed, the PDF is the paper', async () => {
  const { page } = running
  await go('emergency')
  await page.waitForSelector(id('emergency-branches'))
  await picture(page, '11-emergency')
  await go('emergency/cards')
  await page.waitForSelector(`${id('card-sheet')} .card`)
  const gaps = await textOf('card-gaps')
  expect(gaps).toMatch(/公园路华庭小区应急党支部/)
  expect(gaps).toMatch(/锦绣新村小区应急党支部/)
  expect(await page.locator(`${id('card-sheet')} .card`).count()).toBe(10)
  expect(await textOf('card-sheet')).toMatch(/百二河雅苑一期应急党支部/)
  expect(await textOf('card-sheet')).toMatch(/13700005550/)
  await picture(page, '12-cards')

  const pdf = join(out, '联系卡.pdf')
  await chooseTarget(running.app, pdf)
  await page.click(id('cards-pdf'))
  await page.waitForSelector(`${id('saved-notice')}:has-text("联系卡.pdf")`, { timeout: 60_000 })
  expect(pageCount(pdf)).toBe(10)
  const text = joinedText(pdf)
  expect(text).toContain('13700005550')
  expect(text).not.toContain('15000005541')
  // Names that many fonts and programs lose.
  for (const name of ['欧阳𬭚', '王䶮', '李㛃', '黄𨱏']) expect(text).toContain(name)
  expect(text.split('共驻共建应急党支部联系卡')).toHaveLength(92)
})

test('the year’s standard is allotted once, a disbursement is recorded', async () => {
  const { page } = running
  await go('funding')
  await page.waitForSelector(id('funding-matrix'))
  await page.click(id('funding-street'))
  await page.click(`.ant-select-item-option:has-text("${street}")`)
  await page.click(id('funding-allot'))
  await page.waitForSelector(id('funding-allot-sentence'))
  expect(await textOf('funding-allot-sentence')).toMatch(/95.*1,425,000\.00/)
  await picture(page, '13-allotment')
  await page.click(id('funding-allot-confirm'))
  await page.waitForSelector(`${id('funding-matrix')}:has-text("150,000.00")`)
  await picture(page, '14-funding-matrix')

  await go('funding/ledger')
  await page.click(id('funding-disburse'))
  await page.waitForSelector(id('disburse-save'))
  await page.click(id('disburse-branch'))
  await page.keyboard.type('百二河小区')
  await page.click('.ant-select-item-option:has-text("百二河小区党支部")')
  await page.click(id('disburse-source'))
  await page.click('.ant-select-item-option:has-text("县级财政定额预算")')
  await page.fill(id('disburse-amount'), '10000.01')
  await page.waitForSelector(id('disburse-overspent'))
  await page.fill(id('disburse-amount'), '1,234.56')
  await page.fill(id('disburse-summary'), '=购买防汛物资')
  await picture(page, '15-disbursement')
  // Twice at once, as an impatient hand does: one voucher, or the sums below are wrong.
  await page.locator(id('disburse-save')).evaluate((button: HTMLElement) => {
    button.click()
    button.click()
  })
  await page.waitForSelector('.ant-message:has-text("记-0001")')
  await page.click(id('disburse-close'))
  await page.waitForSelector(`${id('funding-ledger')}:has-text("1,234.56")`)
  await picture(page, '16-ledger')
})

test('the statement: a workbook with live formulas and a PDF, from the same figures', async () => {
  const { page } = running
  await go('funding/statement')
  await page.waitForSelector(id('statement-xlsx'))
  await picture(page, '17-statement')
  const xlsx = join(out, '报表.xlsx')
  await chooseTarget(running.app, xlsx)
  await page.click(id('statement-xlsx'))
  await page.waitForSelector(`${id('saved-notice')}:has-text("报表.xlsx")`, { timeout: 60_000 })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(xlsx)
  const sheet = book.worksheets[0]
  const formulas: string[] = []
  const results: unknown[] = []
  sheet?.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.type !== ExcelJS.ValueType.Formula) return
      formulas.push(cell.formula)
      results.push(cell.result)
    })
  })
  expect(formulas.length).toBeGreaterThan(95)
  expect(results).toContain(1_425_000)
  expect(results).toContain(1234.56)
  expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9 })

  const pdf = join(out, '报表.pdf')
  await chooseTarget(running.app, pdf)
  await page.click(id('statement-pdf'))
  await page.waitForSelector(`${id('saved-notice')}:has-text("报表.pdf")`, { timeout: 60_000 })
  const text = joinedText(pdf)
  expect(text).toContain('1,423,765.44')
  expect(text).toContain('壹佰肆拾贰万伍仟元整')
  const [width, height] = pageSize(pdf)
  expect(width).toBeCloseTo(297, 0)
  expect(height).toBeCloseTo(210, 0)
  expect(text).toContain(`第${pageCount(pdf)}页共${pageCount(pdf)}页`)
  await go('funding/standards')
  await page.waitForSelector(id('funding-standards'))
  await picture(page, '18-standards')
})

test('an edit is undone and done again with the keyboard', async () => {
  const { page } = running
  await go('emergency')
  await page.waitForSelector(`${id('emergency-branches')}:has-text("百二河雅苑一期应急党支部")`)
  await page.keyboard.press('Control+Z')
  await page.waitForSelector(`${id('emergency-branches')}:has-text("${branch}")`)
  await page.keyboard.press('Control+Shift+Z')
  await page.waitForSelector(`${id('emergency-branches')}:has-text("百二河雅苑一期应急党支部")`)
})

test('settings and manual', async () => {
  const { page } = running
  await go('settings')
  await page.waitForSelector(id('organization-name-value').replace('-value', ''))
  await picture(page, '19-settings')
  await page.keyboard.press('F1')
  await page.waitForSelector(id('manual'))
  await picture(page, '20-manual')
})

test('the window complained about nothing', () => {
  expect(running.complaints).toEqual([])
})
