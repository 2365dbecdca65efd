import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eventChannel, requestChannel } from '../../shared/ipc.ts'

test('the preload script speaks on the channels of shared/ipc.ts', () => {
  const preload = readFileSync(join(import.meta.dirname, '../../main/preload.ts'), 'utf8')
  expect(preload).toContain(`const requestChannel = '${requestChannel}'`)
  expect(preload).toContain(`const eventChannel = '${eventChannel}'`)
})
