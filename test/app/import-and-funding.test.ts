import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseFile, chooseTarget, picture, type Running, start, temporary } from './harness.ts'

const fixtures = resolve(import.meta.dirname, '../fixtures')
let running: Running
let page: Page

const at = (id: string) => page.getByTestId(id)

const open = async (path: string): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
}

const importFile = async (name: string): Promise<void> => {
  await open('/import')
  await chooseFile(running.app, join(fixtures, name))
  await at('import-choose').or(at('import-again')).first().click()
  await at('import-apply').waitFor()
}

const apply = async (): Promise<string> => {
  await at('import-apply').click()
  await at('import-result').waitFor()
  return at('import-result').innerText()
}

beforeAll(async () => {
  running = await start()
  page = running.page
})
afterAll(async () => {
  await running.app.close()
})

test('a file that is no workbook is refused in a sentence, and the page stays usable', async () => {
  await open('/import')
  await at('import-choose').waitFor()
  await picture(page, 'import-choose')
  await chooseFile(running.app, import.meta.filename)
  await at('import-choose').click()
  expect(await at('import-problem').innerText()).toContain('没有导入任何内容')
})

test('both ledgers are previewed and imported; a second import of the same file changes nothing', async () => {
  await importFile('组织架构.xlsx')
  await picture(page, 'import-preview')
  expect(await at('figure-rows').innerText()).toContain('1,077')
  expect(await apply()).toContain('街道党工委 4、社区党委 34、党支部 335、楼栋党小组 1,077')

  await importFile('应急党支部名册.xlsx')
  await page.getByRole('tab', { name: /不能导入的行/ }).click()
  await picture(page, 'import-rejected')
  const rejected = await at('import-lines').innerText()
  expect(rejected).toMatch(/12\s+支部书记·联系电话\s+手机号只有 10 位/)
  expect(rejected).toMatch(/32\s+应急党支部名称/)
  expect(await apply()).toContain('应急党支部 93')
  await picture(page, 'import-result')

  await importFile('应急党支部名册.xlsx')
  expect(await at('import-nothing').innerText()).toContain('无需导入')
  expect(await at('import-apply').isDisabled()).toBe(true)
  await at('import-cancel').click()
  expect(await at('import-history').innerText()).toContain('组织架构.xlsx')
})

test('the rejected rows are saved as a workbook', async () => {
  await importFile('应急党支部名册.xlsx')
  const target = join(temporary(), '问题行.xlsx')
  await chooseTarget(running.app, target)
  await at('import-problems').click()
  await at('saved-notice').last().waitFor()
  expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK')
  await at('import-cancel').click()
})

test('a street is allotted once by the standard', async () => {
  await open('/funding')
  await at('funding-street').click()
  await page.locator('.ant-select-item-option', { hasText: '汉江路街道' }).click()
  await at('funding-allot').click()
  expect(await at('funding-allot-sentence').innerText()).toContain('95 个党支部')
  await picture(page, 'funding-allot')
  await at('funding-allot-confirm').click()
  await page.getByText('已为 95 个党支部').waitFor()
  await at('funding-matrix').getByText('1,425,000.00').first().waitFor()
  await picture(page, 'funding-matrix')

  await at('funding-allot').click()
  await at('funding-allot-sentence').filter({ hasText: '没有缺的' }).waitFor()
  expect(await at('funding-allot-confirm').isDisabled()).toBe(true)
  await at('funding-allot-close').click()
})

test('spending is recorded by keyboard, refused beyond the balance, and reversed', async () => {
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key)
      await page.waitForTimeout(80)
    }
  }
  await open('/funding/ledger')
  await at('funding-disburse').click()
  await at('disburse-save').waitFor()
  await page.waitForTimeout(400)
  await page.keyboard.type('bai', { delay: 30 })
  await press('Enter', 'Tab', 'ArrowDown', 'Enter', 'Tab')
  await page.keyboard.type('20000')
  expect(await at('disburse-overspent').innerText()).toContain('超出结余 10,000.00 元')
  await press('Control+A')
  await page.keyboard.type('1,234.56')
  await press('Tab')
  await page.keyboard.type('购买防汛物资𬭚')
  await picture(page, 'funding-disburse')
  await press('Enter')
  await page.getByText('已登记支出 1,234.56 元，凭证号 记-0001').waitFor()
  await at('disburse-close').click()

  await at('funding-ledger').getByText('购买防汛物资𬭚').waitFor()
  expect(await at('ledger-totals').innerText()).toContain('结余 1,423,765.44')
  await picture(page, 'funding-ledger')
  await at('ledger-reverse').first().click()
  await at('reverse-reason').fill('金额登记有误')
  await at('reverse-save').click()
  await page.getByText('凭证 记-0001 已红冲').waitFor()
  await at('funding-ledger').getByText('已被 记-0002 红冲').waitFor()
  expect(await at('ledger-totals').innerText()).toContain('结余 1,425,000.00')
})

test('the statement is shown as paper and saved as workbook and PDF', async () => {
  await open('/funding/statement')
  await at('statement-preview')
    .getByRole('heading', { name: /预算执行情况表/ })
    .first()
    .waitFor()
  await at('statement-chart').locator('svg').waitFor()
  expect(await at('statement-preview').locator('.statement-sheet').count()).toBeGreaterThan(1)
  await picture(page, 'funding-statement')
  const folder = temporary()
  for (const format of ['xlsx', 'pdf'] as const) {
    const target = join(folder, `执行情况.${format}`)
    await chooseTarget(running.app, target)
    await at(`statement-${format}`).click()
    await at('saved-notice')
      .filter({ hasText: `执行情况.${format}` })
      .waitFor()
    expect(statSync(target).size).toBeGreaterThan(5000)
  }
})

test('a standard is changed in place and the change can be undone', async () => {
  await open('/funding/standards')
  await at('standard-amount-edit').first().click()
  await at('standard-amount-input').fill('12000')
  await page.keyboard.press('Enter')
  await at('standard-amount-value').filter({ hasText: '12,000.00' }).waitFor()
  await at('undo-notice-button').click()
  await at('standard-amount-value').filter({ hasText: '10,000.00' }).waitFor()
  await picture(page, 'funding-standards')
})

test('nothing was complained of on the way', () => {
  expect(running.complaints).toEqual([])
})
