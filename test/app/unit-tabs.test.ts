import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { picture, type Running, start } from './harness.ts'

/* The tabs of a unit that show its money and its cards, and that they all fit. */
let running: Running
let page: Page

const by = (id: string) => page.locator(`[data-testid="${id}"]`)
const choose = async (name: string) => {
  await page.locator(`[data-testid="tree"] [data-unit-name="${name}"]`).click()
  await page.waitForFunction(
    (wanted) => document.querySelector('[data-testid="unit-name-value"]')?.textContent === wanted,
    name,
  )
}

/** Money as a clerk has it: a budget and a voucher of one branch. */
const spend = () =>
  page.evaluate(async () => {
    const { zhibu } = window as unknown as {
      zhibu: { call(name: string, argument: unknown): Promise<{ ok: boolean; value?: unknown }> }
    }
    const ask = async <T>(name: string, argument: unknown) => (await zhibu.call(name, argument)).value as T
    const units = await ask<readonly { readonly id: string; readonly name: string }[]>('tree.load', null)
    const unitId = units.find((unit) => unit.name === '百二河小区党支部')?.id
    const sources = await ask<readonly { readonly id: string }[]>('funding.sources', null)
    const date = `${new Date().getFullYear()}-01-05`
    const entry = { unitId, sourceId: sources[0]?.id, date }
    await ask('funding.appropriate', { ...entry, amountFen: 1_000_000, note: '' })
    await ask('funding.appropriate', { ...entry, sourceId: sources[1]?.id, amountFen: 500_000, note: '' })
    const voucher = { voucherNo: null, summary: '学习资料', category: '办公费', payee: '', handler: '' }
    await ask('funding.disburse', { ...entry, ...voucher, amountFen: 123_456 })
  })

beforeAll(async () => {
  running = await start()
  page = running.page
  await by('first-start-sample').click()
  await by('figures').waitFor({ timeout: 60_000 })
  await spend()
  await page.evaluate(() => {
    location.hash = '/organization?kind=branch'
  })
  await page.locator('[data-testid="tree"] [data-unit-name="百二河小区党支部"]').waitFor()
})
afterAll(() => running.app.close())

test('经费 of a branch by source, with the way to its 收支流水', async () => {
  await choose('百二河小区党支部')
  await page.getByRole('tab', { name: '经费' }).click()
  await by('funds-by-source').waitFor()
  const text = await by('funds-by-source').innerText()
  expect(text).toContain('8,765.44')
  expect(text).toContain('13,765.44')
  await picture(page, 'unit-funds-branch')
  expect(await page.locator('.ant-tabs-nav-more:visible').count()).toBe(0)
  await by('unit-funds-ledger').click()
  await page.waitForFunction(() => location.hash.startsWith('#/funding/ledger/'))
  await page.getByText('学习资料').waitFor()
  await page.goBack()
})

test('联系卡 of a branch as it would be printed', async () => {
  await choose('百二河小区党支部')
  await page.getByRole('tab', { name: '联系卡' }).click()
  await by('unit-card').waitFor()
  expect(await by('unit-card').innerText()).toContain('百二河小区')
  await picture(page, 'unit-cards-branch')
})

test('of a community: money by branch, and the card of each emergency branch', async () => {
  await choose('六堰社区党委')
  await page.getByRole('tab', { name: '经费' }).click()
  await by('funds-by-unit').waitFor()
  expect(await by('funds-by-unit').innerText()).toContain('百二河小区党支部')
  await picture(page, 'unit-funds-community')
  await page.getByRole('tab', { name: '联系卡' }).click()
  await by('unit-card-list').waitFor()
  const second = by('unit-card-list').locator('.ant-table-row').nth(1).locator('button').first()
  const name = await second.innerText()
  await second.click()
  await page.waitForFunction(
    (branch) => document.querySelector('[data-testid="unit-card"]')?.textContent?.includes(branch),
    name,
  )
  await picture(page, 'unit-cards-community')
  expect(running.complaints).toEqual([])
})
