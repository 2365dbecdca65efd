import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseFile, chooseTarget, picture, type Running, start, temporary } from './harness.ts'

/* 批复文件 of a branch: chosen with the dialog, dropped, opened from a copy that goes when the program ends. */
let running: Running
let page: Page
const folder = temporary()
const scan = join(folder, '汉组发〔2022〕15号 关于成立百二河小区党支部的批复.pdf')
let copy = ''

const by = (id: string) => page.locator(`[data-testid="${id}"]`)

beforeAll(async () => {
  writeFileSync(scan, `%PDF-1.7\n${'批复'.repeat(40_000)}`)
  running = await start()
  page = running.page
  await by('first-start-sample').click()
  await by('figures').waitFor({ timeout: 60_000 })
  await page.evaluate(() => {
    location.hash = '/organization?kind=branch'
  })
  await page.locator('[data-testid="tree"] [data-unit-name="百二河小区党支部"]').click()
  await page.getByRole('tab', { name: '基本信息' }).click()
  await by('approval-file').waitFor()
})
afterAll(() => running.app.close().catch(() => undefined))

test('a scanned file is chosen, and opened as a copy', async () => {
  await picture(page, 'approval-none')
  await chooseFile(running.app, scan)
  await by('approval-choose').click()
  await by('approval-name').waitFor()
  await picture(page, 'approval-attached')
  await running.app.evaluate(({ shell }) => {
    const kept = globalThis as unknown as { opened: string[] }
    kept.opened = []
    shell.openPath = (path) => {
      kept.opened.push(path)
      return Promise.resolve('')
    }
  })
  await by('approval-open').click()
  await expect
    .poll(() => running.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.length))
    .toBe(1)
  copy = await running.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened[0] ?? '')
  expect(copy).not.toBe(scan)
  expect(readFileSync(copy)).toEqual(readFileSync(scan))
})

test('saved elsewhere, replaced by a file that is dropped, and a wrong one is refused', async () => {
  const target = join(folder, '另存.pdf')
  await chooseTarget(running.app, target)
  await by('approval-save').click()
  await by('saved-notice').waitFor()
  expect(readFileSync(target)).toEqual(readFileSync(scan))
  const drop = (name: string, text: string) =>
    page.evaluate(
      ([file, content]) => {
        const data = new DataTransfer()
        data.items.add(new File([content ?? ''], file ?? ''))
        document
          .querySelector('[data-testid="approval-file"]')
          ?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
      },
      [name, text],
    )
  await drop('新批复.pdf', '%PDF-1.4 新')
  await page.getByText('已更换批复文件').waitFor()
  await page.waitForFunction(() =>
    document.querySelector('[data-testid="approval-name"]')?.textContent?.includes('新批复.pdf'),
  )
  await drop('程序.exe', 'MZ')
  await page.getByText('“程序.exe”不是扫描件或文档').waitFor()
  await drop('假.pdf', '不是')
  await page.getByText('“假.pdf”的内容不是 PDF 文件').waitFor()
  await picture(page, 'approval-refused')
})

test('untied, it comes back by undo; the copies go with the program', async () => {
  await by('approval-remove').click()
  await by('approval-choose').waitFor()
  await page.keyboard.press('Control+z')
  await by('approval-name').waitFor()
  expect(running.complaints).toEqual([])
  expect(existsSync(copy)).toBe(true)
  await running.app.close()
  await expect.poll(() => existsSync(copy), { timeout: 10_000 }).toBe(false)
})
