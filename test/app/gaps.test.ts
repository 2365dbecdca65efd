import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { picture, type Running, start } from './harness.ts'

let running: Running
let page: Page

const by = (id: string) => page.locator(`[data-testid="${id}"]`)
const open = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)
const shows = (id: string, text: string) =>
  page.waitForFunction(
    ([field, wanted]) =>
      document.querySelector(`[data-testid="${field}"]`)?.textContent?.includes(wanted ?? ''),
    [id, text],
  )
const countOf = async (gap: string) => Number((await by(`gap-kind-${gap}`).innerText()).replaceAll(/\D/g, ''))

beforeAll(async () => {
  running = await start()
  page = running.page
  await by('first-start-sample').click()
  await by('figures').waitFor({ timeout: 60_000 })
})
afterAll(() => running.app.close())

test('概览 leads to all that is missing; a kind is chosen, and the keyboard opens its mend', async () => {
  await by('todos-all').click()
  await by('gap-kinds').waitFor()
  await picture(page, 'gaps')
  const before = await countOf('noSecretary')
  expect(before).toBeGreaterThan(0)
  await by('gap-kind-noSecretary').click()
  await shows('gaps-count', `共 ${before} 项`)
  await by('gap-row').first().waitFor()
  await by('gaps-table').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await by('assign-drawer').waitFor()
  await by('assign-person-input').fill('欧阳娜娜')
  await by('assign-phone').fill('13800138000')
  await picture(page, 'gap-mended')
  await by('assign-save').click()
  await by('assign-drawer').waitFor({ state: 'detached' })
  await open('/gaps')
  await shows('gap-kind-noSecretary', `${before - 1}`)
  expect(await countOf('noSecretary')).toBe(before - 1)
})

test('an election ends, keeps and begins posts in one step, and Ctrl+Z takes it back', async () => {
  await open('/gaps?gap=noSecretary')
  await by('gap-row').first().click()
  await by('assign-drawer').waitFor()
  await page.keyboard.press('Escape')
  await by('assign-drawer').waitFor({ state: 'detached' })
  const posts = () => by('unit-posts').innerText()
  await by('unit-actions').click()
  await by('unit-elect').click()
  await by('election-save').waitFor()
  await page.locator('[data-testid="election-person-new-secretary"] input').fill('司马相如')
  await page.locator('[data-testid="election-phone-new-secretary"]').fill('13900139000')
  await by('election-add').click()
  await shows('election-words', '新任：书记 司马相如')
  await picture(page, 'election')
  await by('election-save').click()
  await by('election-save').waitFor({ state: 'detached' })
  await shows('unit-posts', '司马相如')
  await shows('unit-staffing', '书记 1/1')
  await picture(page, 'election-held')
  await page.keyboard.press('Control+z')
  await page.waitForFunction(
    () => !document.querySelector('[data-testid="unit-posts"]')?.textContent?.includes('司马相如'),
  )
  expect(await posts()).not.toContain('司马相如')
})

test('a standard for teams makes gaps of its own, and undone they are gone', async () => {
  await open('/settings/standards')
  await by('standards').waitFor()
  await by('preset-1+2+N').click()
  await picture(page, 'standards')
  await by('standards-save').click()
  await page.getByText('已保存职数标准').waitFor()
  await open('/gaps')
  await by('gap-kind-few:deputySecretary').waitFor()
  await picture(page, 'gaps-standards')
  await page.keyboard.press('Control+z')
  await by('gap-kind-few:deputySecretary').waitFor({ state: 'detached' })
})
