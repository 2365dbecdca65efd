import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../main/database/open.ts'
import { personRow, postRow, setUp, unitRow } from '../database/office.ts'
import { chooseFile, chooseTarget, picture, type Running, screenshots, start, temporary } from './harness.ts'
import { joinedText, pageCount, pageSize } from './pdf.ts'

let running: Running
let page: Page
const folder = temporary()

const by = (id: string) => page.locator(`[data-testid="${id}"]`)
const unit = (name: string) => page.locator(`[data-testid="chart"] [data-unit-name="${name}"]`)
const scale = async () => Number(await by('chart').getAttribute('data-scale'))
const activeIs = (name: string) => by('chart-card').locator('strong').filter({ hasText: name }).waitFor()
const open = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)

/** The family, size in points, and text of every run of letters in a PDF. */
const runsOf = (pdf: string): readonly { size: number; text: string }[] => {
  const html = execFileSync('pdftohtml', ['-xml', '-i', '-stdout', '-zoom', '3', pdf], {
    maxBuffer: 1 << 28,
  }).toString()
  const sizes = new Map(
    [...html.matchAll(/<fontspec id="(\d+)" size="(\d+)"/g)].map((found) => [found[1], Number(found[2]) / 3]),
  )
  return [...html.matchAll(/<text [^>]*font="(\d+)">(.*?)<\/text>/g)].map((found) => ({
    size: sizes.get(found[1] ?? '') ?? 0,
    text: (found[2] ?? '').replace(/<[^>]*>/g, ''),
  }))
}

/** Keeps pages of a PDF as pictures. */
const keepPages = (pdf: string, name: string, last: number) => {
  mkdirSync(screenshots, { recursive: true })
  execFileSync('pdftoppm', ['-r', '80', '-l', String(last), '-png', pdf, join(screenshots, name)])
}

/** Chromium rounds the paper to whole points. */
const isSheet = (pdf: string, width: number, height: number) => {
  const [w, h] = pageSize(pdf)
  expect(Math.abs(w - width)).toBeLessThan(0.36)
  expect(Math.abs(h - height)).toBeLessThan(0.36)
}

const pngSize = (path: string): readonly [number, number] => {
  const bytes = readFileSync(path)
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

const exportAs = async (file: string, choices: readonly string[]) => {
  const path = join(folder, file)
  await chooseTarget(running.app, path)
  await by('chart-export').click()
  for (const label of choices) await by('chart-export-form').getByText(label, { exact: true }).click()
  if (file === 'street.pdf') await picture(page, 'chart-export')
  await by('chart-export-save').click()
  const stem = file.replace(/\.\w+$/, '')
  await by('saved-notice').filter({ hasText: stem }).waitFor({ timeout: 90_000 })
  return path
}

const launch = async (data: string) => {
  running = await start(data)
  page = running.page
}

/** Rare characters of names, and a name as long as the field allows. */
const rare = '𠅤𬭚㛃䶮小区党支部'
const longName = `${'某街道共驻共建'.repeat(13)}联合党支部`

beforeAll(async () => {
  await launch(temporary())
  await by('first-start-sample').click()
  await by('figures').waitFor({ timeout: 60_000 })
})
afterAll(() => running.app.close())

test('the switch leads to the chart of the street and back, and the unit stays chosen', async () => {
  await open('/organization')
  await by('tree').waitFor()
  await picture(page, 'chart-switch')
  await by('view-switch').getByText('架构图').click()
  await unit('汉江路街道党工委').waitFor()
  await activeIs('汉江路街道党工委')
  await picture(page, 'chart-first')
  await unit('东风社区党委').click()
  await activeIs('东风社区党委')
  await by('view-switch').getByText('列表').click()
  await page.waitForFunction(() =>
    document.querySelector('[data-testid="unit-name-value"]')?.textContent?.includes('东风社区党委'),
  )
  await by('view-switch').getByText('架构图').click()
  await activeIs('东风社区党委')
})

test('zoomed with buttons, wheel and keys; panned by dragging; fitted to the window', async () => {
  const before = await scale()
  await by('chart-larger').click()
  expect(await scale()).toBeGreaterThan(before)
  await by('chart-true-size').click()
  expect(await scale()).toBe(100)
  const box = await unit('东风社区党委').boundingBox()
  if (box === null) throw new Error('not on screen')
  await page.mouse.move(box.x + 10, box.y + 10)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -200)
  await page.keyboard.up('Control')
  await page.waitForFunction(
    () => Number(document.querySelector('[data-testid="chart"]')?.getAttribute('data-scale')) > 120,
  )
  // What was under the pointer is still there.
  const grown = await unit('东风社区党委').boundingBox()
  expect(Math.abs((grown?.x ?? 0) - box.x)).toBeLessThan(10)
  await page.mouse.down()
  await page.mouse.move(box.x - 90, box.y + 70, { steps: 5 })
  await page.mouse.up()
  const moved = await unit('东风社区党委').boundingBox()
  expect(Math.round((moved?.x ?? 0) - (grown?.x ?? 0))).toBe(-100)
  expect(Math.round((moved?.y ?? 0) - (grown?.y ?? 0))).toBe(60)
  await by('chart-fit').click()
  await picture(page, 'chart-fit')
  await by('chart').focus()
  await page.keyboard.press('1')
  expect(await scale()).toBe(100)
})

test('by keyboard: from box to box, opened and closed where it stands, and into the list', async () => {
  await by('chart').focus()
  await page.keyboard.press('Home')
  await activeIs('汉江路街道党工委')
  await page.keyboard.press('ArrowDown')
  await activeIs('六堰社区党委')
  await page.keyboard.press('ArrowDown')
  await activeIs('百二河雅苑小区党支部')
  const before = await unit('百二河雅苑小区党支部').boundingBox()
  await page.keyboard.press('Space')
  await unit('2号楼党小组').first().waitFor()
  const after = await unit('百二河雅苑小区党支部').boundingBox()
  expect(Math.abs((after?.x ?? 0) - (before?.x ?? 1e6))).toBeLessThan(1)
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 1e6))).toBeLessThan(1)
  await page.keyboard.press('ArrowDown')
  await activeIs('1号楼党小组')
  await picture(page, 'chart-keyboard')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Space')
  await unit('2号楼党小组').first().waitFor({ state: 'detached' })
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await activeIs('七里社区党委')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() =>
    document.querySelector('[data-testid="unit-name-value"]')?.textContent?.includes('七里社区党委'),
  )
  await by('view-switch').getByText('架构图').click()
  await activeIs('七里社区党委')
})

test('one community alone, the levels, and another day', async () => {
  await by('chart-root').click()
  await by('chart-unroot').waitFor()
  await unit('六堰社区党委').waitFor({ state: 'detached' })
  await by('chart-level').getByText('全部').click()
  await unit('1号楼党小组').first().waitFor()
  await picture(page, 'chart-root')
  await by('chart-unroot').click()
  await by('chart-level').getByText('社区', { exact: true }).click()
  await unit('六堰社区党委').waitFor()
  await picture(page, 'chart-communities')
  await by('chart-as-of').click()
  await by('chart-as-of').fill('2025-06-30')
  await page.keyboard.press('Enter')
  await unit('汉江路街道党工委').waitFor()
  await picture(page, 'chart-past')
  const past = joinedText(await exportAs('past.pdf', []))
  expect(past).toContain('截至2025-06-30')
  expect(past).toContain('第1页共')
  await page.locator('.chart-toolbar .ant-picker').hover()
  await page.locator('.chart-toolbar .ant-picker-clear').click()
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[data-testid="chart-as-of"]')?.value === '',
  )
})

test('in the dark theme', async () => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture(page, 'chart-dark')
  await page.emulateMedia({ colorScheme: 'light' })
})

test('the sample street as PDF: real text, pages with title, day and number, and as PNG', async () => {
  const pdf = await exportAs('street.pdf', ['全部', 'A4', '横向'])
  const pages = pageCount(pdf)
  expect(pages).toBeGreaterThan(5)
  isSheet(pdf, 297, 210)
  keepPages(pdf, 'chart-pdf', 6)
  for (let at = 1; at <= pages; at++) {
    const words = joinedText(pdf, at)
    expect(words).toContain('汉江路街道党工委组织架构图')
    expect(words).toContain(`第${at}页共${pages}页`)
  }
  const png = await exportAs('picture.png', ['PNG 图片', '到党支部一级'])
  const [width, height] = pngSize(png)
  expect(width).toBeGreaterThan(5000)
  expect(height).toBeGreaterThan(1500)
  copyFileSync(png, join(screenshots, 'chart-png.png'))
})

test('a district of 34 communities, 335 branches and 1,077 groups, with rare characters, fills readable pages', async () => {
  await running.app.close()
  const data = temporary()
  await launch(data)
  await open('/import')
  await by('import-choose').waitFor()
  await chooseFile(running.app, resolve(import.meta.dirname, '../fixtures/组织架构.xlsx'))
  await by('import-choose').click()
  await by('import-to-check').click()
  await by('import-to-plan').click()
  await by('import-apply').click()
  await by('import-result').waitFor({ timeout: 60_000 })
  await running.app.close()
  const db = await openDatabase(data)
  const [first] = await db.query<{ id: string }>(
    `SELECT id AS "id" FROM unit WHERE kind = 'communityCommittee' ORDER BY id`,
  )
  await db.edit(setUp, async (tx) => {
    await tx.insert('unit', unitRow('rare', 'branch', rare, first?.id ?? '', 9000))
    await tx.insert('unit', unitRow('long', 'branch', longName, first?.id ?? '', 9001))
    await tx.insert('person', personRow('p', '欧阳𬭚'))
    await tx.insert('post', postRow('post', 'rare', 'secretary', 'p'))
  })
  await db.close()
  await launch(data)
  await open('/organization/rare?view=chart')
  await activeIs(rare)
  await picture(page, 'chart-district')
  const pdf = await exportAs('district.pdf', ['全部', 'A3', '横向'])
  isSheet(pdf, 420, 297)
  keepPages(pdf, 'chart-district', 6)
  const fonts = execFileSync('pdffonts', [pdf]).toString().trim().split('\n').slice(2)
  for (const font of fonts) {
    expect(font).toContain('NotoSansSC')
    expect(font).toContain('TrueType')
    expect(font).toMatch(/yes yes yes/)
  }
  // As written in the file: poppler's text would make radicals into characters by itself.
  const all = runsOf(pdf)
    .map(({ text }) => text)
    .join('')
  expect(all).toContain(rare)
  expect(all).toContain('欧阳𬭚')
  expect(all).toContain(longName)
  const runs = runsOf(pdf)
  expect(runs.length).toBeGreaterThan(3000)
  for (const { size, text } of runs) expect(size, text).toBeGreaterThanOrEqual(9)
  const branches = runs.filter(({ text }) => /党支部$/.test(text)).length
  expect(branches).toBeGreaterThan(670)
  const png = await exportAs('pages.png', ['PNG 图片', '全部', 'A4'])
  expect(existsSync(png)).toBe(false)
  expect(pngSize(join(folder, 'pages-1.png'))).toEqual([3508, 2481])
  copyFileSync(join(folder, 'pages-5.png'), join(screenshots, 'chart-png-page.png'))
  const whole = await exportAs('rare.png', ['PNG 图片', '当前展开的'])
  copyFileSync(whole, join(screenshots, 'chart-png-rare.png'))
})
