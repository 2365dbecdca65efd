import { beforeEach, expect, test, vi } from 'vitest'
import { paperOf } from '../../main/print/paper.ts'
import { createPrinter } from '../../main/print/printer.ts'
import { AppError } from '../../shared/errors.ts'
import type { PrintDocument } from '../../shared/models/print.ts'

/** Stands in for Electron's window: `page` is what the print page does when it is given a document. */
const electron = vi.hoisted(() => ({
  page: (_printId: string): void => undefined,
  pdf: (): Promise<Uint8Array> => Promise.resolve(new Uint8Array([1])),
  made: 0,
  open: 0,
  printers: [] as string[],
  printed: (answer: (done: boolean, reason: string) => void): void => answer(true, ''),
}))

vi.mock('electron', () => {
  class BrowserWindow {
    static getAllWindows = () => []
    private gone = false
    private readonly listeners = new Map<string, () => void>()
    readonly webContents = {
      on: () => undefined,
      printToPDF: () => electron.pdf(),
      getPrintersAsync: async () => electron.printers,
      print: (_options: unknown, answer: (done: boolean, reason: string) => void) => electron.printed(answer),
    }
    constructor() {
      electron.made += 1
      electron.open += 1
    }
    on(event: string, listener: () => void) {
      this.listeners.set(event, listener)
    }
    isDestroyed() {
      return this.gone
    }
    destroy() {
      this.gone = true
      electron.open -= 1
      this.listeners.get('closed')?.()
    }
    loadURL(address: string) {
      setTimeout(() => electron.page(address.split('#')[1] ?? ''), 0)
      return Promise.resolve()
    }
  }
  return { BrowserWindow, protocol: {} }
})

const cards = (layout: 'a4' | 'card'): PrintDocument => ({
  kind: 'cards',
  cards: [],
  options: { layout, cropMarks: true, issuedOn: '2026-11-22', edition: '' },
})

const printer = createPrinter({ preload: '/preload.cjs' })

beforeEach(() => {
  vi.useRealTimers()
  Object.assign(electron, {
    page: (printId: string) => printer.document(printId).kind === 'cards' && printer.ready(printId, 3),
    pdf: () => Promise.resolve(new Uint8Array([1])),
    printers: ['office'],
    printed: (answer: (done: boolean, reason: string) => void) => answer(true, ''),
  })
})

test('documents are printed one after the other, in one window that stays warm', async () => {
  const before = electron.made
  const order: string[] = []
  electron.pdf = async () => {
    order.push('begin')
    await new Promise((resolve) => setTimeout(resolve, 5))
    order.push('end')
    return new Uint8Array([1, 2])
  }
  const answers = await Promise.all([printer.pdf(cards('a4')), printer.pdf(cards('card'))])
  expect(answers.map(({ bytes, pages }) => [bytes.length, pages])).toEqual([
    [2, 3],
    [2, 3],
  ])
  expect(order).toEqual(['begin', 'end', 'begin', 'end'])
  expect(electron.made - before).toBeLessThanOrEqual(1)
})

test('the print page may ask for a document only while it is printed', async () => {
  let asked = ''
  const answer = electron.page
  electron.page = (printId) => {
    asked = printId
    answer(printId)
  }
  await printer.pdf(cards('a4'))
  for (const ask of [() => printer.document(asked), () => printer.ready(asked, 1)]) {
    expect(ask).toThrow(new AppError('request.refused'))
  }
})

test('cancelling, a lost page and a failing print each destroy the window, and the next print works', async () => {
  const cancel = new AbortController()
  electron.page = () => cancel.abort(new AppError('job.cancelled'))
  await expect(printer.pdf(cards('a4'), cancel.signal)).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(electron.open).toBe(0)

  electron.page = (printId) => printer.ready(printId, 1)
  electron.pdf = () => Promise.reject(new Error('no memory'))
  await expect(printer.pdf(cards('a4'))).rejects.toMatchObject({ code: 'print.failed' })
  expect(electron.open).toBe(0)

  electron.pdf = () => Promise.resolve(new Uint8Array([7]))
  expect((await printer.pdf(cards('a4'))).bytes).toEqual(new Uint8Array([7]))
  expect(electron.open).toBe(1)
})

test('a page that never gets ready is given up after a while', async () => {
  vi.useFakeTimers()
  electron.page = () => undefined
  const printing = expect(printer.pdf(cards('a4'))).rejects.toMatchObject({ code: 'print.timeout' })
  await vi.advanceTimersByTimeAsync(30_000)
  await printing
  expect(electron.open).toBe(0)
})

test('a PDF that never comes is given up too; the print dialog may stay open as long as the user likes', async () => {
  vi.useFakeTimers()
  electron.pdf = () => new Promise(() => undefined)
  const printing = expect(printer.pdf(cards('a4'))).rejects.toMatchObject({ code: 'print.timeout' })
  await vi.advanceTimersByTimeAsync(30_000)
  await printing
  electron.printed = (answer) => setTimeout(() => answer(true, ''), 300_000)
  const onPaper = printer.paper(cards('a4'))
  await vi.advanceTimersByTimeAsync(300_010)
  expect(await onPaper).toBe(true)
})

test('the warm window is given back after a minute of rest', async () => {
  vi.useFakeTimers()
  const printing = printer.pdf(cards('a4'))
  await vi.advanceTimersByTimeAsync(10)
  await printing
  expect(electron.open).toBe(1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(electron.open).toBe(0)
})

test('paper: printed, closed without printing, failed, no printer', async () => {
  expect(await printer.paper(cards('a4'))).toBe(true)
  electron.printed = (answer) => answer(false, 'Print job canceled')
  expect(await printer.paper(cards('a4'))).toBe(false)
  electron.printed = (answer) => answer(false, 'Print job failed')
  await expect(printer.paper(cards('a4'))).rejects.toMatchObject({ code: 'print.failed' })
  electron.printers = []
  await expect(printer.paper(cards('a4'))).rejects.toMatchObject({ code: 'print.no-printer' })
})

test('each document has its paper', () => {
  expect([paperOf(cards('a4')), paperOf(cards('card'))]).toEqual([
    { width: 210, height: 297 },
    { width: 90, height: 54 },
  ])
})
