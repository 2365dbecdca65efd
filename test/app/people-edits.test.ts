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
const gone = (id: string) => by(id).waitFor({ state: 'detached' })

/** Chooses in a box that finds units by typing. */
const chooseUnit = async (id: string, name: string) => {
  await by(id).locator('input').fill(name)
  await page.locator(`[data-testid="unit-option-${name}"]`).first().click()
}

beforeAll(async () => {
  running = await start()
  page = running.page
  await by('first-start-sample').click()
  await by('figures').waitFor({ timeout: 60_000 })
})
afterAll(() => running.app.close())

test('somebody new is typed in and is a member at once', async () => {
  await open('/people')
  await by('person-add').click()
  await by('add-name').fill('司马相如')
  await by('add-phone').fill('139 0013 9000')
  await by('add-id-number').fill('420321199001010006')
  await chooseUnit('add-unit', '百二河雅苑小区党支部')
  await picture(page, 'person-add')
  await by('add-save').click()
  await by('person-drawer').waitFor()
  await shows('person-memberships', '百二河雅苑小区党支部')
  await shows('person-birth-value', '1990-01-01')
  await picture(page, 'person-sheet')
})

test('the same name and phone are noticed while typing', async () => {
  await page.keyboard.press('Escape')
  await by('person-add').click()
  await by('add-name').fill('司马相如')
  await by('add-phone').fill('13900139000')
  await by('add-alike').waitFor()
  await picture(page, 'person-alike')
  await by('add-save').click()
  await page.waitForFunction(() => !document.querySelector('[data-testid="add-drawer"]'))
})

test('查重 finds the two; a choice per field, merged, and one Ctrl+Z parts them again', async () => {
  await open('/people')
  await by('people-duplicates').click()
  await by('duplicate-row').filter({ hasText: '司马相如' }).click()
  await by('merge-drawer').waitFor()
  await by('take-idNumber-a').or(by('take-idNumber-b')).first().waitFor()
  await picture(page, 'duplicates')
  await by('duplicate-merge').click()
  await gone('merge-drawer')
  await page.waitForFunction(
    () => !document.querySelector('[data-testid="duplicates-table"]')?.textContent?.includes('司马相如'),
  )
  await page.keyboard.press('Control+z')
  await by('duplicate-row').filter({ hasText: '司马相如' }).click()
  await by('duplicate-dismiss').click()
  await gone('merge-drawer')
  await page.waitForFunction(
    () => !document.querySelector('[data-testid="duplicates-table"]')?.textContent?.includes('司马相如'),
  )
})

test('a report to a community, a transfer to another branch, and leaving with all that ends shown beforehand', async () => {
  await open(`/people?text=${encodeURIComponent('司马相如')}`)
  await by('person-row').first().click()
  await by('report-add').click()
  await chooseUnit('report-community', '七里社区党委')
  await by('new-report-workUnit').fill('区税务局')
  await by('report-save').click()
  await shows('person-reports', '区税务局')
  await by('person-transfer').click()
  await chooseUnit('transfer-target', '阳光家属院党支部')
  await by('transfer-save').click()
  await shows('person-memberships', '阳光家属院党支部')
  await picture(page, 'person-terms')
  await by('person-leave').click()
  await shows('leave-ending', '阳光家属院党支部的组织关系')
  await shows('leave-ending', '向七里社区党委的报到')
  await picture(page, 'person-leave')
  await by('leave-save').click()
  await by('person-ended').waitFor()
  await by('person-return').click()
  await by('return-save').click()
  await gone('person-ended')
  await shows('person-memberships', '阳光家属院党支部')
})

test('members of a branch: found, several chosen and transferred, and undone together', async () => {
  await open('/people')
  const id = await page.evaluate(async () => {
    const { zhibu } = window as unknown as {
      zhibu: { call(name: string, argument: unknown): Promise<{ ok: boolean; value?: unknown }> }
    }
    const answer = await zhibu.call('unit.options', { text: '百二河雅苑小区党支部', kinds: ['branch'] })
    return (answer.value as readonly { readonly id: string }[])[0]?.id
  })
  await open(`/organization/${id}`)
  await page.getByRole('tab', { name: /^成员/ }).click()
  await by('member-row').first().waitFor()
  await picture(page, 'unit-members')
  const before = await by('members-count').innerText()
  await by('members-several').click()
  await by('member-row').nth(0).click()
  await by('member-row').nth(1).click()
  await by('members-transfer').click()
  await chooseUnit('transfer-target', '阳光家属院党支部')
  await by('transfer-save').click()
  await page.waitForFunction(
    (was) => document.querySelector('[data-testid="members-count"]')?.textContent !== was,
    before,
  )
  await by('unit-members').click({ position: { x: 300, y: 10 } })
  await page.keyboard.press('Control+z')
  await page.waitForFunction(
    (was) => document.querySelector('[data-testid="members-count"]')?.textContent === was,
    before,
  )
  expect(await by('members-count').innerText()).toBe(before)
})
