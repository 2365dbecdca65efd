import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../main/database/open.ts'
import { setUp, unitRow } from '../database/office.ts'
import { chooseTarget, picture, type Running, start, temporary } from './harness.ts'

let running: Running
let page: Page
const data = temporary()

const by = (id: string) => page.locator(`[data-testid="${id}"]`)
const unit = (name: string) => page.locator(`[data-testid="chart"] [data-unit-name="${name}"]`)

/** Longer than any frame here, in ms, and short enough not to be felt as a halt on a busy machine. */
const slow = 500

/** 100,101 units: a street of 100 communities of 100 branches of 9 groups each. */
beforeAll(async () => {
  const db = await openDatabase(data)
  await db.edit(setUp, async (tx) => {
    await tx.insert('unit', unitRow('street', 'streetCommittee', '汉江路街道党工委', null))
    for (let c = 1; c <= 100; c++) {
      await tx.insert('unit', unitRow(`c${c}`, 'communityCommittee', `${c}社区党委`, 'street', c))
      const branches = Array.from({ length: 100 }, (_, b) =>
        unitRow(`c${c}-${b + 1}`, 'branch', `${c}社区${b + 1}号小区党支部`, `c${c}`, b),
      )
      const groups = branches.flatMap(({ id }) =>
        Array.from({ length: 9 }, (_, g) =>
          unitRow(`${id}-${g}`, 'buildingGroup', `${g + 1}号楼党小组`, id, g),
        ),
      )
      await tx.insertAll('unit', [...branches, ...groups])
    }
  })
  await db.close()
  running = await start(data)
  page = running.page
}, 240_000)
afterAll(() => running.app.close())

/** The longest time in ms between two frames while `work` goes on. */
const longestFrame = async (work: () => Promise<void>): Promise<number> => {
  await page.evaluate(() => {
    const watched = window as unknown as { longest: number; last: number; watching: boolean }
    Object.assign(watched, { longest: 0, last: performance.now(), watching: true })
    const frame = () => {
      const now = performance.now()
      watched.longest = Math.max(watched.longest, now - watched.last)
      watched.last = now
      if (watched.watching) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  await work()
  return page.evaluate(() => {
    const watched = window as unknown as { longest: number; watching: boolean }
    watched.watching = false
    return watched.longest
  })
}

const wheel = async (times: number, control: boolean) => {
  await page.mouse.move(700, 450)
  if (control) await page.keyboard.down('Control')
  for (let n = 0; n < times; n++) {
    await page.mouse.wheel(control ? 0 : 30, control ? -60 : 40)
    await page.waitForTimeout(16)
  }
  if (control) await page.keyboard.up('Control')
}

test('a hundred thousand units: communities at once, boxes opened where they stand, no frame that holds up', async () => {
  const began = performance.now()
  await page.evaluate(() => {
    location.hash = '/organization/c7?view=chart'
  })
  await unit('7社区党委').waitFor()
  expect(performance.now() - began).toBeLessThan(2000)
  await picture(page, 'chart-large')
  const opening = performance.now()
  await by('chart').focus()
  await page.keyboard.press('Space')
  await unit('7社区1号小区党支部').waitFor()
  expect(performance.now() - opening).toBeLessThan(2000)
  expect(await longestFrame(() => wheel(30, false))).toBeLessThan(slow)
  const frame = await longestFrame(async () => {
    await by('chart-level').getByText('全部').click()
    await page.getByText('组织太多，有些没有展开').waitFor()
  })
  // Twenty thousand boxes at once; anything else is far quicker.
  expect(frame).toBeLessThan(1500)
  await picture(page, 'chart-large-all')
  expect(await longestFrame(() => wheel(30, false))).toBeLessThan(slow)
  expect(await longestFrame(() => by('chart-fit').click())).toBeLessThan(slow)
  await picture(page, 'chart-large-fit')
  expect(await longestFrame(() => wheel(30, false))).toBeLessThan(slow)
  expect(await longestFrame(() => wheel(40, true))).toBeLessThan(slow)
})

test('what is too large for one file is refused with the way out; a long export can be cancelled', async () => {
  await chooseTarget(running.app, `${data}/all.pdf`)
  const save = async (scope: string) => {
    await by('chart-export').click()
    await by('chart-export-form').getByText(scope, { exact: true }).click()
    await by('chart-export-save').click()
  }
  await save('全部')
  await page.getByText('点“只看此组织”，再导出').waitFor()
  await save('到党支部一级')
  await by('job-progress').waitFor()
  await picture(page, 'chart-progress')
  await by('job-progress').getByRole('button', { name: '取消' }).click()
  await page.getByText('已取消，没有做任何改动').waitFor()
  await picture(page, 'chart-cancelled')
  expect(running.complaints).toEqual([])
  // As a screen of 1366 × 768 at 125 % shows it.
  await running.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1093, 614)
  })
  await picture(page, 'chart-scaled')
  const button = await by('chart-export').boundingBox()
  expect((button?.x ?? 2000) + (button?.width ?? 0)).toBeLessThanOrEqual(1093)
})
