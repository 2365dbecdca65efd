import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '../../shared/bridge.ts'
import { type Running, start } from './harness.ts'

let running: Running

beforeAll(async () => {
  running = await start()
})
afterAll(() => running.app.close())

/** Runs in the page; `zhibu` is what the preload script exposes. */
const ask = (name: string, argument: unknown): Promise<unknown> =>
  running.page.evaluate(([n, a]) => (window as unknown as { zhibu: Bridge }).zhibu.call(n as string, a), [
    name,
    argument,
  ] as const)

test('the page has no Node and only two functions of the bridge', async () => {
  const seen = await running.page.evaluate(() => ({
    require: typeof Reflect.get(globalThis, 'require'),
    process: typeof Reflect.get(globalThis, 'process'),
    electron: typeof Reflect.get(globalThis, 'electron'),
    bridge: Object.keys(Reflect.get(globalThis, 'zhibu') as object).sort(),
    address: location.origin,
  }))
  expect(seen).toEqual({
    require: 'undefined',
    process: 'undefined',
    electron: 'undefined',
    bridge: ['call', 'on'],
    address: 'app://bundle',
  })
})

test('the window is isolated and sandboxed', async () => {
  const preferences = await running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const all = contents.getLastWebPreferences()
    return {
      contextIsolation: all['contextIsolation'],
      sandbox: all['sandbox'],
      nodeIntegration: all['nodeIntegration'],
      webSecurity: all['webSecurity'],
    }
  })
  expect(preferences).toEqual({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
  })
})

test('inline script and inline handlers do not run', async () => {
  const ran = await running.page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'globalThis.inlineRan = true'
    document.body.append(script)
    const image = document.createElement('div')
    image.innerHTML = '<img src="data:," onerror="globalThis.handlerRan = true">'
    document.body.append(image)
    await new Promise((done) => setTimeout(done, 300))
    return {
      inline: Reflect.get(globalThis, 'inlineRan') === true,
      handler: Reflect.get(globalThis, 'handlerRan') === true,
      violations,
    }
  })
  expect(ran.inline).toBe(false)
  expect(ran.handler).toBe(false)
  expect(ran.violations).toContain('script-src-elem')
})

test('no request leaves the machine', async () => {
  const answers = await running.page.evaluate(async () => {
    const image = (address: string): Promise<boolean> =>
      new Promise((done) => {
        const element = new Image()
        element.onload = () => done(true)
        element.onerror = () => done(false)
        element.src = address
      })
    const fetched = await fetch('https://example.com/').then(
      () => true,
      () => false,
    )
    return { fetched, image: await image('https://example.com/a.png') }
  })
  expect(answers).toEqual({ fetched: false, image: false })
})

test('navigation and new windows are refused', async () => {
  const before = running.page.url()
  const opened = await running.page.evaluate(() => window.open('https://example.com/') === null)
  await running.page.evaluate(() => {
    location.href = 'https://example.com/'
  })
  await running.page.waitForTimeout(300)
  expect(opened).toBe(true)
  expect(running.page.url()).toBe(before)
  expect(running.app.windows()).toHaveLength(1)
})

test('permissions are denied', async () => {
  const answers = await running.page.evaluate(async () => ({
    notification: await Notification.requestPermission(),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    ),
    place: (await navigator.permissions.query({ name: 'geolocation' })).state,
  }))
  expect(answers).toEqual({ notification: 'denied', camera: 'denied', place: 'denied' })
})

test('forged requests are refused, and so are wrong arguments', async () => {
  expect(await ask('fs.readFile', '/etc/passwd')).toMatchObject({ ok: false, code: 'request.refused' })
  expect(await ask('__proto__', null)).toMatchObject({ ok: false, code: 'request.refused' })
  expect(await ask('print.document', { printId: 'x' })).toMatchObject({ ok: false, code: 'request.refused' })
  expect(await ask('unit.load', { id: 42 })).toMatchObject({ ok: false, code: 'request.invalid' })
  expect(await ask('funding.matrix', { year: '2026', streetId: null })).toMatchObject({
    code: 'request.invalid',
  })
})

test('a path that leaves the program’s own folder is not served', async () => {
  const answers = await running.page.evaluate(async () => {
    const status = (address: string) =>
      fetch(address).then(
        (response) => response.status,
        () => 0,
      )
    return [
      await status('app://bundle/..%2f..%2fpackage.json'),
      await status('app://bundle/%2e%2e/main/index.js'),
      await status('app://elsewhere/index.html'),
    ]
  })
  for (const status of answers) expect([0, 403, 404]).toContain(status)
})

test('a second start on the same data directory leaves the first one alone', async () => {
  const second = spawn(
    process.env['ELECTRON_PATH'] ?? '',
    [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      resolve(import.meta.dirname, '../..'),
      '--data',
      running.data,
    ],
    { stdio: 'ignore' },
  )
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  expect(running.app.windows()).toHaveLength(1)
})
