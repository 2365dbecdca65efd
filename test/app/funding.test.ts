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

beforeAll(async () => {
  running = await start()
  page = running.page
})
afterAll(async () => {
  await running.app.close()
})

/** As a file manager drops a file on the page. */
const drop = async (name: string): Promise<void> => {
  const content = readFileSync(join(fixtures, name)).toString('base64')
  const dataTransfer = await page.evaluateHandle(
    ([base64, fileName]) => {
      const transfer = new DataTransfer()
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
      transfer.items.add(new File([bytes], fileName))
      return transfer
    },
    [content, name] as const,
  )
  await at('import-drop').dispatchEvent('drop', { dataTransfer })
}

test('a ledger dropped on the page is previewed; reading stops when cancelled, a page left meanwhile is kept', async () => {
  await open('/import')
  await at('import-choose').waitFor()
  await drop('组织架构.xlsx')
  await at('import-to-check').click()
  await at('import-to-plan').click()
  await at('import-apply').waitFor()
  expect(await at('import-file').innerText()).toBe('组织架构.xlsx')
  await open('/settings')
  await at('import-apply').waitFor({ state: 'detached' })
  await open('/import')
  await at('import-apply').click()
  await at('import-result').waitFor()

  await chooseFile(running.app, join(fixtures, '党员花名册.xlsx'))
  await at('import-again').click()
  // At once: on a quick machine the button is there for little more than a second.
  await at('import-stop').dispatchEvent('click')
  await at('import-problem').filter({ hasText: '已取消，没有做任何改动' }).waitFor()
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

test('a wrong budget is reversed with its reason, stays readable, and the standard is allotted again', async () => {
  const ledger = at('funding-ledger')
  await open('/funding/matrix')
  await at('funding-appropriate').click()
  await at('appropriate-branch').locator('input').fill('bai')
  await page.keyboard.press('Enter')
  await at('appropriate-source').click()
  await page.locator('.ant-select-item-option[title="街道补助"]').last().click()
  await at('appropriate-amount').fill('80000')
  await at('appropriate-note').fill('街文3号')
  await at('appropriate-save').click()
  await page.getByText('已追加预算 80,000.00 元').waitFor()

  const takeBack = async (words: string, said: string) => {
    await page.getByLabel('查找流水').fill(words)
    await ledger.getByRole('button', { name: /^冲销/ }).first().click()
    await at('reverse-reason').fill('多写一个零')
    if (words === '街文3号') await picture(page, 'funding-reverse-budget')
    await at('reverse-save').click()
    await page.getByText(said).waitFor()
  }
  await open('/funding/ledger')
  await takeBack('街文3号', '的预算 80,000.00 元已冲销')
  await ledger.getByText('街文3号：多写一个零').waitFor()
  await ledger.getByText(/^\d{2}-\d{2} 已冲销$/).waitFor()
  expect(await ledger.getByRole('button', { name: /^冲销/ }).count()).toBe(0)
  expect(await at('ledger-totals').innerText()).toContain('结余 0.00')
  await picture(page, 'funding-budget-reversed')

  await takeBack('按定额安排', '的预算 5,000.00 元已冲销')
  await page.getByLabel('查找流水').fill('')
  await at('ledger-totals').filter({ hasText: '结余 1,420,000.00' }).waitFor()
  await open('/funding')
  await at('funding-allot').click()
  await at('funding-allot-sentence').filter({ hasText: '1 个党支部安排' }).waitFor()
  await at('funding-allot-confirm').click()
  await page.getByText('已为 1 个党支部').waitFor()
  await at('funding-matrix').getByText('1,425,000.00').first().waitFor()
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
