import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '../../shared/bridge.ts'
import { picture, type Running, start } from './harness.ts'

/*
 * A clerk's morning on the sample street: look, find, mend, take back. One window for all of it; each test begins
 * by opening its own page.
 */
let running: Running
let page: Page
beforeAll(async () => {
  running = await start()
  page = running.page
  page.setDefaultTimeout(15_000)
  await by('first-start').waitFor()
  await picture(page, 'first-start')
  await by('first-start-sample').click()
  await by('figures').waitFor({ timeout: 60_000 })
})
afterAll(() => running.app.close())

const by = (id: string) => page.locator(`[data-testid="${id}"]`)
const open = (route: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, route)
const route = () => page.evaluate(() => location.hash)

const drawn = (chart: string) =>
  page.locator(`[data-testid="chart-${chart}"] svg path`).first().waitFor({ state: 'attached' })

/** A line of the search box's list. */
const hit = (text: string) => page.locator('.ant-select-dropdown').getByText(text, { exact: true }).first()

/** Id of the unit of that name, as the tree has it. */
const unitNamed = async (name: string): Promise<string> => {
  const id = await page.evaluate(async (wanted) => {
    const { zhibu } = window as unknown as { readonly zhibu: Bridge }
    const answer = await zhibu.call('unit.list', {
      kinds: [
        'streetCommittee',
        'communityCommittee',
        'branch',
        'buildingGroup',
        'memberHousehold',
        'emergencyBranch',
      ],
    })
    const units = answer.ok ? (answer.value as readonly { readonly id: string; readonly name: string }[]) : []
    return units.find((unit) => unit.name === wanted)?.id
  }, name)
  if (id === undefined) throw new Error(`no unit ${name}`)
  return id
}

test('the overview shows the figures of the street, and each opens its rows', async () => {
  await open('/overview')
  expect(await by('figure-branches').innerText()).toContain('95')
  expect(await by('figure-appropriatedFen').innerText()).toContain('1,425,000.00')
  for (const chart of ['coverage', 'sunburst', 'years', 'sources', 'branches', 'ages', 'months']) {
    await by(`view-${chart}`).click()
    await drawn(chart)
    if (chart === 'sources') await picture(page, 'overview-shares')
  }
  await picture(page, 'overview')
  await by('figure-communityCommittees').click()
  await by('tree-found').waitFor()
  expect(await by('tree-found').innerText()).toBe('找到 9 个')
})

test('a gap on the to-do list opens the form that mends it', async () => {
  await open('/overview')
  const todo = by('todo').first()
  const unit = await todo.innerText()
  await todo.click()
  await by('assign-drawer').waitFor()
  expect(await by('unit-name-value').innerText()).toBe(unit)
  await by('assign-person-input').fill('欧阳𬭚')
  await by('assign-phone').fill('1390000')
  await by('assign-save').click()
  await page.getByText('手机号只有 7 位').waitFor()
  await by('assign-phone').fill('139 0000 6229')
  await by('assign-position').fill('党组书记、局长')
  await by('assign-save').click()
  await by('assign-drawer').waitFor({ state: 'detached' })
  expect(await by('unit-posts').innerText()).toContain('欧阳𬭚')
  expect(await by('unit-gaps').count()).toBe(0)
  await open('/overview')
  await page.waitForFunction(
    (name) => !document.querySelector('[data-testid="todos"]')?.textContent?.includes(name),
    unit,
  )
})

test('a phone is hidden, shown to mend it, refused while wrong, saved and taken back', async () => {
  await open(`/organization/${await unitNamed('百二河雅苑小区应急党支部')}`)
  const value = by('post-phone-gridLeader-value')
  const before = await value.innerText()
  expect(before).toMatch(/^1\d{2}\*{4}\d{4}$/)
  await by('post-phone-gridLeader-edit').click()
  const field = by('post-phone-gridLeader-input')
  expect(await field.inputValue()).toMatch(/^1\d{10}$/)
  await field.fill('1380000319')
  expect(await by('post-phone-gridLeader-problem').innerText()).toBe('手机号只有 10 位')
  await field.press('Enter')
  expect(await field.isVisible()).toBe(true)
  await field.fill('+86 138-0000-3191')
  await field.press('Enter')
  await page.waitForFunction(
    () =>
      document.querySelector('[data-testid="post-phone-gridLeader-value"]')?.textContent === '138****3191',
  )
  await picture(page, 'organization')
  await by('undo-notice-button').click()
  await page.waitForFunction(
    (was) => document.querySelector('[data-testid="post-phone-gridLeader-value"]')?.textContent === was,
    before,
  )
})

test('a name mended in its place shows in the tree at once; Ctrl+Z takes it back, Escape leaves it', async () => {
  const name = '翠苑小区应急党支部'
  const rare = '𬭚䶮㛃𠅤小区应急党支部'
  const id = await unitNamed('百二河雅苑小区应急党支部')
  await open(`/organization/${id}`)
  const inTree = (text: string) => by(`tree-${id}`).filter({ hasText: text }).waitFor()
  await by('unit-name-edit').click()
  await by('unit-name-input').fill(name)
  await by('unit-name-input').press('Escape')
  expect(await by('unit-name-value').innerText()).toBe('百二河雅苑小区应急党支部')
  await by('unit-name-edit').click()
  await by('unit-name-input').fill(rare)
  await by('unit-name-input').press('Enter')
  await inTree(rare)
  await by('unit-posts').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('Control+z')
  await inTree('百二河雅苑')
  await page.keyboard.press('Control+Shift+Z')
  await inTree(rare)
  await page.keyboard.press('Control+z')
  await inTree('百二河雅苑')
})

test('one box finds a unit by its initials and a person by name, with the keyboard alone', async () => {
  await open('/overview')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('behyyxqyjdzb')
  await hit('百二河雅苑小区应急党支部').waitFor()
  await picture(page, 'search')
  await page.keyboard.press('Enter')
  await by('unit').waitFor()
  expect(await by('unit-name-value').innerText()).toBe('百二河雅苑小区应急党支部')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('白勇文')
  await hit('白勇文').waitFor()
  await page.keyboard.press('Enter')
  await by('person-drawer').waitFor()
  expect(await route()).toMatch(/^#\/people\?person=/)
})

test('everyone is listed, narrowed by a chip and by letters; a row opens beside the list', async () => {
  await open('/people')
  await by('person-row').first().waitFor()
  const all = await by('people-count').innerText()
  expect(all).toMatch(/^共 [\d,]+ 人$/)
  await by('people-text').fill('byw')
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="person-row"]').length === 1)
  await by('person-row').click()
  await by('person-name-value').waitFor()
  expect(await by('person-name-value').innerText()).toBe('白勇文')
  await picture(page, 'people')
  await page.keyboard.press('Escape')
  await by('person-drawer').waitFor({ state: 'detached' })
})

test('a unit is made where it may stand, found in the tree, and dissolved again', async () => {
  await open(`/organization/${await unitNamed('六堰社区党委')}`)
  await by('create-child').click()
  await by('create-name').fill('新城小区党支部')
  await by('create-name').press('Enter')
  await page.locator('[data-unit-name="新城小区党支部"]').waitFor()
  await by('dissolve').click()
  await by('dissolve-confirm').click()
  await page.locator('[data-unit-name="新城小区党支部"]').waitFor({ state: 'detached' })
  expect(await by('unit').innerText()).toContain('撤销')
})

test('settings are saved; what was done is on record; the manual opens with F1', async () => {
  await open('/settings')
  await by('settings-organization-edit').click()
  await by('settings-organization-input').fill('汉江路街道办事处')
  await by('settings-organization-input').press('Enter')
  await by('organization-name').filter({ hasText: '汉江路街道办事处' }).waitFor()
  await picture(page, 'settings')
  await page.getByRole('tab', { name: '操作记录' }).click()
  await page.getByText('新建 新城小区党支部').first().waitFor()
  await picture(page, 'history')
  await page.keyboard.press('F1')
  await by('manual').waitFor()
  await picture(page, 'manual')
})

test('the dark theme is chosen in the settings', async () => {
  await open('/settings')
  await page.getByRole('tab', { name: '外观' }).click()
  await by('settings-theme').getByText('深色').click()
  await page.waitForSelector('[data-theme="dark"]')
  await open('/overview')
  await drawn('months')
  await picture(page, 'overview-dark')
})

test('the sample is put aside after a question, and the window is empty again', async () => {
  await by('sample-clear').click()
  // The morning's own edits would go too.
  await page.getByText(/其中有您自己录入的 \d+ 项改动，也会一并移入备份/).waitFor()
  await by('sample-clear-confirm').click()
  await page.waitForFunction(() => location.hash === '#/import')
  await open('/overview')
  await by('first-start').waitFor()
  expect(await by('sample-tag').count()).toBe(0)
})

test('the page complained of nothing: no error, no style or script refused', () => {
  expect(running.complaints).toEqual([])
})
