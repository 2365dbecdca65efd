import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../main/database/open.ts'
import { picture, type Running, start, temporary } from './harness.ts'
import { fillStreet, scale } from './registers-street.ts'

/* 场所, 志愿者, 双报到 and 包联单位 at the scale of a district, in the real window. */
let running: Running
let page: Page

const by = (id: string) => page.locator(`[data-testid="${id}"]`)
const open = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)
const settled = () =>
  page.waitForFunction(() => document.querySelector('[data-testid="row-loading"]') === null)
const shown = (n: number): string => n.toLocaleString('zh-CN')

beforeAll(async () => {
  const data = temporary()
  const db = await openDatabase(data)
  await fillStreet(db)
  await db.close()
  running = await start(data)
  page = running.page
})
afterAll(() => running.app.close())

test('场所: figures, all columns, narrowed by right and by sharing, sorted by rent', async () => {
  await by('nav-venues').click()
  await by('venue-row').first().waitFor()
  await settled()
  expect(await by('venues-count').innerText()).toBe(`共 ${scale.venues} 处`)
  expect(await by('figure-shared').innerText()).toContain(shown(scale.uses - scale.venues))
  expect(await by('figure-without').innerText()).toContain(shown(scale.branches - scale.uses))
  const heads = await page.locator('[role=columnheader]').allInnerTexts()
  expect(heads.map((head) => head.trim())).toEqual([
    '场所名称',
    '所属社区',
    '地址',
    '面积（㎡）',
    '产权性质',
    '容纳人数',
    '使用党支部',
    '租期',
    '年租金（元）',
    '管理人',
    '电话',
    '开放时间',
  ])
  expect(await by('venues-table').innerText()).toMatch(/138\*{4}\d{4}/)
  await picture(page, 'venues')
  await by('venues-table').evaluate((box) => {
    box.scrollLeft = box.scrollWidth
  })
  await picture(page, 'venues-right')
  await by('venue-right-leased').click()
  await page.waitForFunction(() => location.hash.includes('right=leased'))
  await by('sort-rent').click()
  await by('sort-rent').click()
  await page.waitForFunction(() => location.hash.includes('order=desc'))
  await settled()
  expect(await by('venue-row').first().innerText()).toContain('租赁')
  expect(await by('venues-count').innerText()).toMatch(/^符合条件 \d+ 处$/)
  await by('venues-text').fill('没有这样的场所')
  await page.getByText('没有符合条件的场所').waitFor()
  await by('venues-text').fill('')
  await page.waitForFunction(() => !location.hash.includes('text='))
})

test('a venue opens beside the list: the branches, the keeper, and the phone by a logged act', async () => {
  await open('/venues?venue=v2')
  await by('venue-drawer').waitFor()
  await by('venue-phone-value').waitFor()
  expect(await by('venue-phone-value').innerText()).toBe('138****0002')
  await by('venue-phone-reveal').click()
  await page.waitForFunction(
    () => document.querySelector('[data-testid="venue-phone-value"]')?.textContent === '13800000002',
  )
  await picture(page, 'venue-drawer')
  await by('venue-drawer').locator('a[href^="#/people"]').click()
  await by('person-drawer').waitFor()
  await by('person-volunteering').waitFor()
  expect(await by('person-volunteering').innerText()).toContain('车城社区党委')
})

test('没有场所的党支部 are listed, and lead to their page', async () => {
  await open('/venues')
  await by('figure-open-without').click()
  await by('without-row').first().waitFor()
  await picture(page, 'venues-without')
  await by('without-row').first().click()
  await page.waitForFunction(() => location.hash.startsWith('#/organization/b'))
})

test('志愿者: fifty thousand, to the end and back, found by pinyin and phone, the person beside them', async () => {
  await open('/people')
  await by('person-row').first().waitFor()
  await by('people-tabs').getByText('志愿者').click()
  await by('volunteers-row').first().waitFor()
  await settled()
  expect(await by('volunteers-count').innerText()).toBe(`共 ${shown(scale.volunteers)} 人次`)
  await picture(page, 'volunteers')
  await by('volunteers-table').focus()
  await page.keyboard.press('End')
  await page.locator(`#volunteers-table-${scale.volunteers - 1}[data-testid="volunteers-row"]`).waitFor()
  await page.keyboard.press('Home')
  await page.locator('#volunteers-table-0[data-testid="volunteers-row"]').waitFor()
  // Far above what it takes on an idle machine: only a list that stands still fails.
  expect(await scrolled('volunteers-table')).toBeLessThan(1000)
  await settled()
  await by('volunteers-text').fill('xuwenxue')
  await page.waitForFunction(() => location.hash.includes('text=xuwenxue'))
  await by('volunteers-row')
    .first()
    .getByText(/^[许徐]文雪$/)
    .waitFor()
  await by('volunteers-text').fill('13800000035')
  await page.waitForFunction(() => location.hash.includes('text=13800000035'))
  await page.waitForFunction(
    () => document.querySelector('[data-testid="volunteers-count"]')?.textContent === '共 1 人次',
  )
  await by('volunteers-row').first().click()
  await by('person-volunteering').waitFor()
  expect(await by('person-volunteering').innerText()).toContain('绿色家园服务队')
  await picture(page, 'volunteer-person')
})

test('双报到: work unit and party committee, sorted by work unit', async () => {
  await open('/people/reporting')
  await by('reporting-row').first().waitFor()
  await by('sort-work').click()
  await page.waitForFunction(() => location.hash.includes('sort=group'))
  await settled()
  expect(await by('reporting-count').innerText()).toBe(`共 ${shown(scale.reports)} 人次`)
  expect(await by('reporting-table').innerText()).toContain('区直机关工委')
  await picture(page, 'reporting')
})

test('包联单位: whom to call and what each serves', async () => {
  await open('/emergency')
  await page.getByRole('tab', { name: '包联单位' }).click()
  await by('partner-row').first().waitFor()
  await settled()
  expect(await by('partners-count').innerText()).toBe(`共 ${scale.partners} 个单位`)
  await by('partners-text').fill('税务')
  await page.waitForFunction(() => location.hash.includes('text='))
  await by('partner-row').first().click()
  await by('partner-drawer').getByText('花园路华庭应急党支部').waitFor()
  await picture(page, 'partner-drawer')
  await by('partners-text').fill('')
  await page.waitForFunction(() => !location.hash.includes('text='))
  await settled()
  await picture(page, 'partners')
})

test('heads show their estate and building, with the unit and with the person', async () => {
  await open('/organization/b1?tab=posts')
  await by('unit-posts').getByText('花园路华庭 1号楼2单元').waitFor()
  await picture(page, 'heads-places')
  await open('/people?person=p1')
  await by('person-posts').getByText('花园路华庭 1号楼').waitFor()
})

test('the page complained of nothing', () => {
  expect(running.complaints).toEqual([])
})

/** Turns the wheel through the list for a second; the longest frame, in ms. */
const scrolled = (testId: string): Promise<number> =>
  page.evaluate(
    (id) =>
      new Promise<number>((resolve) => {
        const box = document.querySelector(`[data-testid="${id}"]`)
        let longest = 0
        let last = performance.now()
        let left = 60
        const step = () => {
          const now = performance.now()
          longest = Math.max(longest, now - last)
          last = now
          if (box !== null) box.scrollTop += 700
          left -= 1
          if (left > 0) requestAnimationFrame(step)
          else resolve(longest)
        }
        requestAnimationFrame(step)
      }),
    testId,
  )
