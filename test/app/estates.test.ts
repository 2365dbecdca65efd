import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { picture, type Running, start } from './harness.ts'

/* An estate from its first day to a joint branch that serves it, and what 概览 says of it. */
let running: Running
let page: Page
let estate = ''

const by = (id: string) => page.locator(`[data-testid="${id}"]`)
const open = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)

const ask = (name: string, argument: unknown): Promise<unknown> =>
  page.evaluate(
    async ([request, value]) => {
      const { zhibu } = window as unknown as {
        zhibu: { call(name: string, argument: unknown): Promise<{ ok: boolean; value?: unknown }> }
      }
      return (await zhibu.call(request as string, value)).value
    },
    [name, argument],
  )

const idOf = async (name: string): Promise<string> => {
  const units = (await ask('unit.list', {
    kinds: [
      'streetCommittee',
      'communityCommittee',
      'branch',
      'buildingGroup',
      'memberHousehold',
      'emergencyBranch',
    ],
  })) as readonly { readonly id: string; readonly name: string }[]
  const id = units.find((unit) => unit.name === name)?.id
  if (id === undefined) throw new Error(`no unit ${name}`)
  return id
}

/** What the figure 小区 of 概览 says, e.g. “12 / 13”. */
const coverage = async (): Promise<string> => {
  await open('/overview')
  const figure = by('figure-estates')
  await figure.waitFor()
  return figure.innerText()
}

beforeAll(async () => {
  running = await start()
  page = running.page
  await by('first-start-sample').click()
  await by('figures').waitFor({ timeout: 60_000 })
})
afterAll(() => running.app.close())

test('a new estate has no branch, and 概览 counts it', async () => {
  const before = await coverage()
  await open(`/organization/${await idOf('六堰社区党委')}?tab=estates`)
  await by('place-estates').waitFor()
  await by('estate-create').click()
  await by('estate-name').fill('滨河花园')
  await by('estate-buildings').fill('6')
  await by('estate-households').fill('412')
  await picture(page, 'estates-create')
  await by('estate-save').click()
  await by('estate-modal').waitFor({ state: 'detached' })
  await by('estate-found-滨河花园').waitFor()
  expect(await by('estates-count').innerText()).toContain('1 个没有党支部')
  await picture(page, 'estates-community')
  expect(await coverage()).not.toBe(before)
})

test('name and counts are written over in the row, by keyboard too', async () => {
  await open(`/organization/${await idOf('六堰社区党委')}?tab=estates`)
  await by('estate-householdCount-滨河花园').click()
  await by('estate-householdCount-滨河花园-input').fill('四百')
  await page.getByText('请填写整数，不知道就留空').waitFor()
  await by('estate-householdCount-滨河花园-input').fill('415')
  await picture(page, 'estates-in-place')
  await page.keyboard.press('Enter')
  await page.getByText('已修改户数').waitFor()
  expect(await by('estate-householdCount-滨河花园').innerText()).toBe('415')
  await by('estate-name-滨河花园').focus()
  await page.keyboard.press('Enter')
  await by('estate-name-滨河花园-input').fill('半山香郡小区')
  await page.keyboard.press('Enter')
  await page.getByText('这个社区已有小区“半山香郡”').waitFor()
  await page.keyboard.press('Escape')
  await by('estate-name-滨河花园').waitFor()
  await page.keyboard.press('Control+z')
  await page.waitForFunction(
    () => document.querySelector('[data-testid="estate-householdCount-滨河花园"]')?.textContent === '412',
  )
})

test('a joint branch is linked to it, and the estate counts as covered', async () => {
  const before = await coverage()
  await open(`/organization/${await idOf('百二河小区党支部')}?tab=estates`)
  await by('served-estates').waitFor()
  await by('estate-link').click()
  await by('estate-choice').locator('input').fill('滨河')
  await by('estate-option-滨河花园').click()
  await page.keyboard.press('Tab')
  await picture(page, 'estates-link')
  await by('estate-link-save').click()
  await by('estate-link-modal').waitFor({ state: 'detached' })
  await by('estate-unlink-滨河花园').waitFor()
  await picture(page, 'estates-served')
  expect(await coverage()).not.toBe(before)
  await picture(page, 'estates-overview')
})

test('it is released again on a day, and a branch of its own is founded with the link', async () => {
  await open(`/organization/${await idOf('百二河小区党支部')}?tab=estates`)
  await by('estate-unlink-滨河花园').click()
  await by('estate-unlink-confirm').click()
  await by('estate-unlink-滨河花园').waitFor({ state: 'detached' })
  const community = await idOf('六堰社区党委')
  const estates = (await ask('estate.list', { unitId: community })) as readonly {
    readonly id: string
    readonly name: string
  }[]
  estate = estates.find((one) => one.name === '滨河花园')?.id ?? ''
  await open(`/organization/${community}?tab=estates&estate=${encodeURIComponent(estate)}`)
  await page.locator('.marked-row').waitFor()
  await by('estate-found-滨河花园').click()
  await by('estate-branch-drawer').waitFor()
  await picture(page, 'estates-found')
  await by('estate-branch-save').click()
  await page.waitForFunction(() =>
    document.querySelector('[data-testid="unit-name-value"]')?.textContent?.includes('滨河花园党支部'),
  )
  await by('estate-unlink-滨河花园').waitFor()
  await picture(page, 'estates-branch')
  await page.keyboard.press('Control+z')
  await page.getByText('这个组织的新建已经撤销').waitFor()
})

test('several steps are listed and go back in one action', async () => {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+u')
  await by('undo-steps').waitFor()
  const labels = await by('undo-steps-row').allInnerTexts()
  expect(labels[0]).toContain('解除小区 滨河花园')
  expect(labels[1]).toContain('关联小区 滨河花园')
  expect(labels[2]).toContain('新建小区 滨河花园')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await picture(page, 'undo-list')
  await page.keyboard.press('Enter')
  await page.locator('.ant-modal-confirm-title', { hasText: '撤销 3 步？' }).waitFor()
  await picture(page, 'undo-list-question')
  await page.getByRole('button', { name: '撤销 3 步' }).click()
  await page.getByText('已撤销 3 步').waitFor()
  await by('undo-list-open').click()
  await by('undo-list').getByText('可重做的操作 4').click()
  await by('redo-steps').waitFor()
  expect(await by('redo-steps-row').count()).toBe(4)
  await picture(page, 'redo-list')
  await by('redo-steps-row').nth(2).click()
  await page.getByRole('button', { name: '重做 3 步' }).click()
  await page.getByText('已重做 3 步').waitFor()
})

test('an estate ends on a day and is restored; nothing complains', async () => {
  await open(
    `/organization/${await idOf('汉江路街道党工委')}?tab=estates&estate=${encodeURIComponent(estate)}`,
  )
  await page.locator('.marked-row').waitFor()
  await by('estate-end-滨河花园').click()
  await by('estate-end-confirm').click()
  await by('estate-restore-滨河花园').waitFor()
  await picture(page, 'estates-street')
  await by('estate-restore-滨河花园').click()
  await by('estate-end-滨河花园').waitFor()
  expect(running.complaints).toEqual([])
})
