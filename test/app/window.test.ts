import { expect, test } from 'vitest'
import { picture, start } from './harness.ts'

test('the window opens on an empty database', async () => {
  const { app, page, complaints } = await start()
  await picture(page, 'first-start')
  expect(await page.title()).toBe('支部管家')
  expect(complaints).toEqual([])
  await app.close()
})
