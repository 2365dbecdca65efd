import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatYuan } from '../../shared/rules/money.ts'
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

/** What 预算矩阵 says the branch has left this year, in fen. */
const balanceOf = (branch: string): Promise<number> =>
  page.evaluate(async (name) => {
    const { zhibu } = window as unknown as {
      zhibu: { call(name: string, argument: unknown): Promise<{ ok: boolean; value?: unknown }> }
    }
    const scope = { year: new Date().getFullYear(), streetId: null }
    const { rows } = (await zhibu.call('funding.matrix', scope)).value as {
      readonly rows: readonly { readonly branch: string; readonly total: { readonly balanceFen: number } }[]
    }
    return rows.find((row) => row.branch === name)?.total.balanceFen ?? 0
  }, branch)

beforeAll(async () => {
  running = await start()
  page = running.page
  await by('first-start-sample').click()
  await by('figures').waitFor({ timeout: 60_000 })
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
  const balance = await balanceOf('百二河小区党支部')
  expect(balance).toBeGreaterThan(0)
  expect(text).toContain(formatYuan(balance))
  await picture(page, 'unit-funds-branch')
  expect(await page.locator('.ant-tabs-nav-more:visible').count()).toBe(0)
  await by('unit-funds-ledger').click()
  await page.waitForFunction(() => location.hash.startsWith('#/funding/ledger/'))
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
