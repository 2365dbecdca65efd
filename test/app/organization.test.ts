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

/** The id of a living unit by its name. */
const idOf = async (name: string): Promise<string> => {
  const id = await page.evaluate(async (wanted) => {
    const { zhibu } = window as unknown as {
      zhibu: { call(name: string, argument: unknown): Promise<{ ok: boolean; value?: unknown }> }
    }
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
    const units = answer.value as readonly { readonly id: string; readonly name: string }[]
    return units.find((unit) => unit.name === wanted)?.id
  }, name)
  if (id === undefined) throw new Error(`no unit ${name}`)
  return id
}

const row = (name: string) => page.locator(`[data-testid="tree"] [data-unit-name="${name}"]`)

/** The centre of a row on screen. */
const middle = async (name: string) => {
  const box = await row(name).boundingBox()
  if (box === null) throw new Error(`${name} is not on screen`)
  return { x: box.x + 40, y: box.y + box.height / 2 }
}

/** With a real mouse, in steps, as a hand does. */
const drag = async (from: string, to: string, drop: boolean) => {
  const [a, b] = [await middle(from), await middle(to)]
  await page.mouse.move(a.x, a.y)
  await page.mouse.down()
  await page.mouse.move(a.x + 6, a.y + 4, { steps: 3 })
  await page.mouse.move(b.x, b.y, { steps: 12 })
  await page.mouse.move(b.x + 1, b.y, { steps: 2 })
  if (drop) await page.mouse.up()
}

const pathOf = () => by('unit-path').innerText()

beforeAll(async () => {
  running = await start()
  page = running.page
  await by('first-start-sample').click()
  await by('figures').waitFor({ timeout: 60_000 })
})
afterAll(() => running.app.close())

test('a branch is dragged to another community with the mouse, and Ctrl+Z brings it back', async () => {
  const branch = '百二河雅苑小区党支部'
  await open(`/organization/${await idOf(branch)}`)
  await row(branch).waitFor()
  await row('七里社区党委').waitFor()
  expect(await pathOf()).toContain('六堰社区党委')
  await drag(branch, '七里社区党委', true)
  await page.waitForFunction(() =>
    document.querySelector('[data-testid="unit-path"]')?.textContent?.includes('七里社区党委'),
  )
  await picture(page, 'organization-moved')
  await page.keyboard.press('Control+z')
  await page.waitForFunction(() =>
    document.querySelector('[data-testid="unit-path"]')?.textContent?.includes('六堰社区党委'),
  )
})

test('a place that is not allowed is refused while dragging, with the reason', async () => {
  const branch = '百二河雅苑小区党支部'
  await row(branch).dblclick()
  await row('2号楼党小组').waitFor()
  await drag('2号楼党小组', '六堰社区党委', false)
  await by('tree-refusal').waitFor()
  expect(await by('tree-refusal').innerText()).toBe('楼栋党小组只能放在党支部下')
  await picture(page, 'organization-refused')
  await page.mouse.up()
  await by('tree-refusal').waitFor({ state: 'detached' })
  await row(branch).dblclick()
  await row('2号楼党小组').waitFor({ state: 'detached' })
})

test('by keyboard: cut and paste under another community, and one place down', async () => {
  const branch = '阳光家属院党支部'
  await row(branch).click()
  await page.keyboard.press('Control+x')
  await row('七里社区党委').click()
  await page.keyboard.press('Control+v')
  await page.getByText(`已移动“${branch}”`).waitFor()
  await open(`/organization/${await idOf(branch)}`)
  await page.waitForFunction(() =>
    document.querySelector('[data-testid="unit-path"]')?.textContent?.includes('七里社区党委'),
  )
})

test('the arrow keys go on from the row that was clicked', async () => {
  await open(`/organization/${await idOf('百二河雅苑小区党支部')}`)
  await row('百二河雅苑小区党支部').click()
  await page.keyboard.press('ArrowRight')
  await row('2号楼党小组').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() =>
    document.querySelector('[data-testid="unit-name-value"]')?.textContent?.includes('1号楼党小组'),
  )
  await row('百二河雅苑小区党支部').click()
  await page.keyboard.press('ArrowLeft')
  await row('2号楼党小组').waitFor({ state: 'detached' })
})

test('a branch is renamed from today on, and its story keeps the former name', async () => {
  await open(`/organization/${await idOf('阳光家属院党支部')}`)
  await by('unit-actions').click()
  await by('unit-rename').click()
  await by('rename-name').fill('阳光里小区党支部')
  await by('rename-save').click()
  await page.getByText('已更名').waitFor()
  await page.getByRole('tab', { name: '沿革' }).click()
  await page.waitForFunction(() =>
    document.querySelector('[data-testid="unit-story"]')?.textContent?.includes('六堰社区党委'),
  )
  await picture(page, 'organization-story')
})

test('the term of a branch gives the day of its next election, and what is overdue is a gap', async () => {
  await open(`/organization/${await idOf('百二河小区党支部')}`)
  await page.waitForFunction(() =>
    document.querySelector('[data-testid="unit-name-value"]')?.textContent?.includes('百二河小区党支部'),
  )
  // A branch with heads of buildings opens at its posts.
  await page.getByRole('tab', { name: '基本信息' }).click()
  const type = async (id: string, text: string) => {
    await by(`${id}-edit`).click()
    await by(`${id}-input`).fill(text)
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      ([field, wanted]) =>
        document.querySelector(`[data-testid="${field}-value"]`)?.textContent?.includes(wanted ?? ''),
      [id, text],
    )
  }
  await type('unit-approval-no', '汉组发〔2022〕15号')
  await type('unit-term', '3')
  await type('unit-elected', '2022-03-01')
  await page.waitForFunction(() =>
    document.querySelector('[data-testid="unit-next-election-value"]')?.textContent?.includes('2025-03-01'),
  )
  await by('mend-electionOverdue').waitFor()
  await picture(page, 'organization-term')
})

test('two branches are merged through 多选, shown beforehand; undone, both live again', async () => {
  const names = ['百二河雅苑小区党支部', '广场西路栖谷小区党支部']
  await open(`/organization/${await idOf(names[0] ?? '')}`)
  await by('tree-several').click()
  for (const name of names) {
    await page
      .locator('.outline-row', { has: page.locator(`[data-unit-name="${name}"]`) })
      .locator('.outline-check')
      .click()
  }
  await by('tree-merge').click()
  await by('merge-name').fill('百二河联合党支部')
  await by('merge-summary').waitFor()
  expect(await by('merge-summary').innerText()).toContain(names[1])
  await picture(page, 'organization-merge')
  await by('merge-save').click()
  await by('merge-modal').waitFor({ state: 'detached' })
  await row('百二河联合党支部').waitFor()
  await page.waitForFunction(() =>
    document.querySelector('[data-testid="unit-name-value"]')?.textContent?.includes('百二河联合党支部'),
  )
  await picture(page, 'organization-merged')
  expect(await row(names[1] ?? '').count()).toBe(0)
  await page.keyboard.press('Control+z')
  await row(names[1] ?? '').waitFor()
  expect(await row('百二河联合党支部').count()).toBe(0)
})

test('the tree of another day, and what changed since', async () => {
  await by('tree-as-of').click()
  await by('tree-as-of').fill('2025-06-30')
  await page.keyboard.press('Enter')
  await by('past-band').waitFor()
  expect(await by('past-band').innerText()).toContain('截至 2025-06-30 的组织')
  await by('past-tree').getByText('汉江路街道党工委').waitFor()
  await picture(page, 'organization-past')
  await by('past-back').click()
  await by('tree-filter').waitFor()
  await by('tree-compare').click()
  await page.getByText('阳光家属院党支部 → 阳光里小区党支部').waitFor()
  await picture(page, 'organization-compare')
})
