import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../main/database/open.ts'
import { setUp, unitRow } from '../database/office.ts'
import { addEmergencyBranch, type Contacts, longestWords, ordinary } from './emergency-office.ts'
import { chooseTarget, picture, type Running, start, temporary } from './harness.ts'
import {
  type Area,
  anyInk,
  inkBox,
  joinedText,
  linesAcross,
  type PageImage,
  pageCount,
  pageSize,
  redInk,
  renderPage,
} from './pdf.ts'

/** What the office prints: 20 ordinary branches, some with awkward words, one without a first secretary. */
const awkward: readonly Contacts[] = [
  {
    ...ordinary('东风公司第四十六厂职工家属院及周边三无小区联合共驻共建应急党支部'),
    secretary: ['欧阳𬭚', '13800005425', '15000000709'],
    firstSecretary: ['买买提·阿不都热依木', '13900006229', '15000000709'],
    partnerUnit: '东风公司第四十六厂',
    position: '党组书记、局长',
    gridLeader: ['尉迟艳超', '13800001139', '0719-8888888'],
  },
  { ...ordinary('蓝山雅苑小区应急党支部'), secretary: ['𠅤𫖯𨱏㛃', '13800000003', null] },
  { ...ordinary('天麟新村小区应急党支部'), secretary: ['王䶮', '13900003014', null] },
  longestWords,
]
const lacking: Contacts = { ...ordinary('锦绣新村小区应急党支部'), firstSecretary: null }
const complete = [
  ...Array.from({ length: 19 }, (_, n) => ordinary(`第${n + 1}花园小区应急党支部`)),
  ...awkward,
]

let running: Running
const out = temporary('zhibu-cards-')

beforeAll(async () => {
  const data = temporary()
  const db = await openDatabase(data)
  await db.edit(setUp, async (tx) => {
    await tx.insertAll('unit', [
      unitRow('street', 'streetCommittee', '汉江路街道党工委', null),
      unitRow('community', 'communityCommittee', '六堰社区党委', 'street'),
    ])
    for (const [n, contacts] of [...complete, lacking].entries()) await addEmergencyBranch(tx, n, contacts)
  })
  await db.close()
  running = await start(data)
})
afterAll(async () => {
  await running.app.close()
})

const openCards = async (page: Page) => {
  await page.evaluate(() => {
    location.hash = '/emergency/cards'
  })
  await page.waitForSelector('[data-testid="card-sheet"] .card')
}

const savePdf = async (name: string): Promise<string> => {
  const path = join(out, name)
  await chooseTarget(running.app, path)
  await running.page.click('[data-testid="cards-pdf"]')
  await running.page.waitForSelector(`[data-testid="saved-notice"]:has-text("${name}")`)
  return path
}

/** What stands outside of its card or its body, in the window: element and text. */
const cutTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.card')].flatMap((card) => {
      const inner = card.querySelector('[data-fit]')?.getBoundingClientRect()
      if (inner === undefined) return ['no body']
      return [...card.querySelectorAll('[data-fit] *')]
        .filter((element) => {
          const box = element.getBoundingClientRect()
          return (
            box.bottom > inner.bottom + 1 ||
            box.right > inner.right + 1 ||
            box.left < inner.left - 1 ||
            element.scrollWidth > element.clientWidth + 1
          )
        })
        .map((element) => element.textContent ?? '')
    }),
  )

const cardArea = (column: number, row: number, inset = 0): Area => ({
  left: 15 + column * 90 + inset,
  top: 13.5 + row * 54 + inset,
  right: 15 + (column + 1) * 90 - inset,
  bottom: 13.5 + (row + 1) * 54 - inset,
})

const expectNear = (found: readonly number[], wanted: readonly number[]) => {
  expect(found).toHaveLength(wanted.length)
  for (const [index, value] of wanted.entries())
    expect(Math.abs((found[index] ?? 0) - value)).toBeLessThan(0.15)
}

const expectCardsInPlace = (image: PageImage) => {
  for (const row of [0, 1, 2, 3, 4]) {
    for (const column of [0, 1]) {
      const area = cardArea(column, row)
      const red = inkBox(image, area, redInk)
      // The red rules run from 4.5 mm to 85.5 mm of the card.
      expectNear([red?.left ?? 0, red?.right ?? 0], [area.left + 4.5, area.right - 4.5])
      const ink = inkBox(image, area)
      expect((ink?.top ?? 0) - area.top).toBeGreaterThan(2.5)
      expect(area.bottom - (ink?.bottom ?? 0)).toBeGreaterThan(2)
    }
  }
}

test('the emergency branches are listed with what they lack', async () => {
  const { page } = running
  await page.evaluate(() => {
    location.hash = '/emergency'
  })
  await page.waitForSelector('[data-testid="emergency-branches"] .ant-table-row')
  expect(await page.textContent('.ant-segmented')).toBe('全部 24联系人齐全 23缺联系人 1')
  await picture(page, 'emergency-branches')
  await page.click('[data-testid="print-cards"]')
  await page.waitForSelector('[data-testid="card-sheet"] .card')
  expect(await page.evaluate(() => location.hash)).toBe('#/emergency/cards')
})

test('a branch without a first secretary is left out, with a link to the place that mends it', async () => {
  const { page } = running
  await openCards(page)
  expect(await page.textContent('[data-testid="cards-count"]')).toBe('共 23 张卡片，3 页')
  expect(await page.textContent('[data-testid="card-gaps"]')).toContain('1 个支部缺联系人，暂不打印')
  await page.click('[data-testid="card-incomplete"]')
  expect(await page.textContent('[data-testid="cards-count"]')).toBe('共 24 张卡片，3 页')
  await page.click('[data-testid="card-incomplete"]')
  await page.click('[data-testid="card-gaps"] a')
  expect(await page.evaluate(() => location.hash)).toBe('#/organization/e23')
})

test('in the preview no text is cut, whatever its length', async () => {
  const { page } = running
  await openCards(page)
  await picture(page, 'emergency-cards')
  await page.click('[data-testid="card-list"] .ant-table-row >> nth=0')
  await page.locator('.sheet-preview-bar .ant-pagination input').fill('3')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="card-sheet"] .card').length === 3)
  expect(await cutTexts(page)).toEqual([])
  await page.locator('.sheet-preview-bar .ant-pagination input').fill('2')
  await page.keyboard.press('Enter')
  await page.waitForFunction(
    () => document.querySelectorAll('[data-testid="card-sheet"] .card').length === 10,
  )
  expect(await cutTexts(page)).toEqual([])
})

test('ten cards of 90 × 54 mm lie on each A4 page, with crop marks at the cuts', async () => {
  await openCards(running.page)
  const pdf = await savePdf('a4.pdf')
  expect(pageCount(pdf)).toBe(3)
  expect(pageSize(pdf, 3)).toEqual([209.89, 297.01])
  const image = renderPage(pdf)
  expectNear(linesAcross(image, { y: 10 }), [15, 105, 195])
  expectNear(linesAcross(image, { y: 287 }), [15, 105, 195])
  expectNear(linesAcross(image, { x: 12 }), [13.5, 67.5, 121.5, 175.5, 229.5, 283.5])
  expectNear(linesAcross(image, { x: 198 }), [13.5, 67.5, 121.5, 175.5, 229.5, 283.5])
  expectCardsInPlace(image)
  expectCardsInPlace(renderPage(pdf, 2))
  // Nothing within 8 mm of the sheet's edge, where office printers cannot print.
  const all = inkBox(image, { left: 0, top: 0, right: 210, bottom: 297 }, anyInk)
  expect(Math.min(all?.left ?? 0, all?.top ?? 0)).toBeGreaterThanOrEqual(8)
  expect(all?.right).toBeLessThanOrEqual(202)
  expect(all?.bottom).toBeLessThanOrEqual(289)
})

test('one card a page carries every word of every branch, rare characters and the longest words included', async () => {
  const { page } = running
  await openCards(page)
  await page.click('[data-testid="card-layout"] >> text=卡片纸')
  const pdf = await savePdf('card.pdf')
  expect(pageCount(pdf)).toBe(complete.length)
  const [width, height] = pageSize(pdf)
  expect(Math.abs(width - 90)).toBeLessThan(0.15)
  expect(Math.abs(height - 54)).toBeLessThan(0.15)
  for (const [index, contacts] of complete.entries()) {
    const text = joinedText(pdf, index + 1)
    const people = [contacts.secretary, contacts.firstSecretary, contacts.gridLeader].flatMap(
      (person) => person ?? [],
    )
    const words = [
      '共驻共建应急党支部联系卡',
      contacts.branch,
      contacts.partnerUnit,
      contacts.position,
      ...people,
    ]
    for (const word of words.filter((part) => part !== null)) expect(text).toContain(word.replace(/\s/g, ''))
    const ink = inkBox(renderPage(pdf, index + 1, 150), { left: 0, top: 0, right: 90, bottom: 54 })
    expect(ink?.left).toBeGreaterThan(4)
    expect(ink?.right).toBeLessThan(86)
    expect(ink?.bottom).toBeLessThan(52.5)
  }
  expect(running.complaints).toEqual([])
})
