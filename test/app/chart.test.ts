import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseTarget, picture, type Running, screenshots, start, temporary } from './harness.ts'
import { joinedText, pageCount, pageSize } from './pdf.ts'

let running: Running
let page: Page
const folder = temporary()

const by = (id: string) => page.locator(`[data-testid="${id}"]`)
const unit = (name: string) => page.locator(`[data-unit-name="${name}"]`)
const scale = async () => Number(await by('chart').getAttribute('data-scale'))
const activeName = () => by('chart-card').locator('strong').innerText()
const open = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)

/** Sizes of all text in a PDF, in points: font sizes as poppler reads them. */
export const fontSizes = (pdf: string): readonly number[] => {
  const xml = execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], { maxBuffer: 1 << 28 }).toString()
  return [...xml.matchAll(/<word [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)"/g)].map(
    (found) => Number(found[2]) - Number(found[1]),
  )
}

/** Keeps the pages of a PDF as pictures. */
const pictures = (pdf: string, name: string) => {
  mkdirSync(screenshots, { recursive: true })
  execFileSync('pdftoppm', ['-r', '80', '-png', pdf, join(screenshots, name)])
}

const exportAs = async (file: string, choices: readonly string[]) => {
  const path = join(folder, file)
  await chooseTarget(running.app, path)
  await by('chart-export').click()
  for (const label of choices) await by('chart-export-form').getByText(label, { exact: true }).click()
  await page.waitForTimeout(200)
  if (choices.length > 2) await picture(page, 'chart-export')
  await by('chart-export-save').click()
  await by('saved-notice')
    .filter({ hasText: file.replace(/\.\w+$/, '') })
    .waitFor({ timeout: 60_000 })
  return path
}

beforeAll(async () => {
  running = await start()
  page = running.page
  await by('first-start-sample').click()
  await by('figures').waitFor({ timeout: 60_000 })
})
afterAll(() => running.app.close())

test('the switch leads to the chart of the whole street and back', async () => {
  await open('/organization')
  await by('view-switch').getByText('架构图').click()
  await by('chart').waitFor()
  await unit('汉江路街道党工委').waitFor()
  await picture(page, 'chart-first')
})

test('the sample street is exported as PDF and PNG', async () => {
  const pdf = await exportAs('street.pdf', ['全部', 'A4', '横向'])
  pictures(pdf, 'chart-pdf')
  const png = await exportAs('street.png', ['PNG 图片', '全部'])
  expect(existsSync(png)).toBe(true)
  execFileSync('cp', [png, join(screenshots, 'chart-png.png')])
  expect(pageCount(pdf)).toBeGreaterThan(1)
  expect(pageSize(pdf)).toEqual([297, 210])
  expect(joinedText(pdf)).toContain('汉江路街道党工委')
  console.log(Math.min(...fontSizes(pdf)))
})
