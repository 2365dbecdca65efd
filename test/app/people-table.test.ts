import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseFile, chooseTarget, picture, type Running, start, temporary } from './harness.ts'

/* The full roster of members: narrowed, sorted, jumped through, with columns that stay. */
const fixture = (name: string) => resolve(import.meta.dirname, '../fixtures', name)
let running: Running
let page: Page
const data = temporary()

const by = (id: string) => page.locator(`[data-testid="${id}"]`)
const open = (route: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, route)
const count = async (): Promise<number> =>
  Number((await by('people-count').innerText()).replaceAll(/[^\d]/g, ''))
const firstName = () => by('person-row').first().locator('[role=gridcell]').first().innerText()
const settled = () =>
  page.waitForFunction(() => document.querySelector('[data-testid="row-loading"]') === null)

const importFile = async (name: string, button: string) => {
  await chooseFile(running.app, fixture(name))
  await by(button).click()
  await by('import-to-check').click({ timeout: 60_000 })
  await by('import-to-plan').click({ timeout: 60_000 })
  await by('import-apply').click({ timeout: 60_000 })
  await by('import-result').waitFor({ timeout: 90_000 })
}

beforeAll(async () => {
  running = await start(data)
  page = running.page
  await open('/import')
  await importFile('组织架构.xlsx', 'import-choose')
  await importFile('党员花名册.xlsx', 'import-again')
})
afterAll(() => running.app.close())

test('everyone is there; End jumps to the last row at once', async () => {
  await open('/people')
  await by('person-row').first().waitFor()
  expect(await count()).toBeGreaterThan(8000)
  await picture(page, 'people-table')
  await by('people-table').focus()
  await page.keyboard.press('End')
  const last = page.locator(`#people-table-${(await count()) - 1}[data-testid="person-row"]`)
  await last.waitFor()
  expect((await last.innerText()).length).toBeGreaterThan(2)
  await page.keyboard.press('Home')
  await page.locator('#people-table-0').waitFor()
})

test('sorted by strokes, 丁 stands before 王 and 王 before 魏; the other way round it ends there', async () => {
  await open('/people?sort=strokes')
  await by('person-row').first().waitFor()
  await settled()
  const up = await firstName()
  await by('people-order').click()
  await page.waitForFunction(
    (name) => !document.querySelector('[data-testid="person-row"]')?.textContent?.startsWith(name),
    up,
  )
  expect(new Intl.Collator('zh-u-co-stroke').compare(up, await firstName())).toBeLessThan(0)
})

test('conditions of the form are chips and stand in the address; a chip is taken away', async () => {
  await open('/people')
  await by('person-row').first().waitFor()
  const all = await count()
  await by('people-filter').click()
  await by('people-filter-form').waitFor()
  await by('filter-ageFrom').fill('60')
  await by('filter-ageFrom').press('Enter')
  await page.waitForFunction(() => location.hash.includes('ageFrom=60'))
  await by('filter-phone').getByText('有电话').click()
  await page.waitForFunction(() => location.hash.includes('phone=any'))
  await picture(page, 'people-filter')
  await page.keyboard.press('Escape')
  expect(await by('people-chip').allInnerTexts()).toEqual(['年龄 60 及以上', '有电话'])
  await settled()
  const narrowed = await count()
  expect(narrowed).toBeGreaterThan(0)
  expect(narrowed).toBeLessThan(all)
  await by('people-clear').click()
  await page.waitForFunction(() => !location.hash.includes('?'))
  await by('people-text').fill('wang')
  await page.waitForFunction(() => location.hash.includes('text=wang'))
  await settled()
  expect(await firstName()).toMatch(/^[王汪万]/)
  await by('person-row').first().click()
  await by('person-drawer').waitFor()
  expect(await page.evaluate(() => location.hash)).toMatch(/text=wang.*person=/)
  await picture(page, 'people-drawer')
  await page.keyboard.press('Escape')
})

test('the filtered list is exported with the columns shown', async () => {
  const target = join(temporary(), '名单.xlsx')
  await chooseTarget(running.app, target)
  await open('/people?text=wang')
  await settled()
  await by('people-export').click()
  await page.getByText('打开所在文件夹').waitFor({ timeout: 30_000 })
})

test('a column set is saved and still there after the window was loaded anew', async () => {
  await open('/people')
  await by('people-columns').click()
  await by('column-idNumber').click()
  await by('column-posts').click()
  await by('column-set-new').fill('核对证件')
  await by('column-set-save').click()
  await by('column-set').waitFor()
  await picture(page, 'people-columns')
  await page.reload()
  await by('person-row').first().waitFor()
  const heads = await page.locator('[role=columnheader]').allInnerTexts()
  expect(heads).toContain('身份证号')
  expect(heads).not.toContain('任职')
  expect(await by('people-table').innerText()).toMatch(/\d{6}\*{8}\d{3}[\dX]/)
  await by('people-columns').click()
  expect(await by('column-set-name-value').innerText()).toBe('核对证件')
  await by('column-set-delete').click()
  await by('column-set').waitFor({ state: 'detached' })
})

test('the page complained of nothing', () => {
  expect(running.complaints).toEqual([])
})
