// Loaded into the program before its own code (electron --require): imports a large roster in its window and says, for
// each step, how long it took and whether the window and the main process answered meanwhile. The program knows nothing
// of it.
const { monitorEventLoopDelay } = require('node:perf_hooks')
const { setTimeout: sleep } = require('node:timers/promises')
const { app } = require('electron')
const { applyImport, openImport, previewImport } = require('./import-page.cjs')
const { tell, waitFor } = require('./page.cjs')

const task = JSON.parse(process.env.BENCH_TASK)
/** Before the first step, what the window still reads must not count. */
const SETTLE = 2000

const delay = monitorEventLoopDelay({ resolution: 1 })
const inPage = (window, code) => window.webContents.executeJavaScript(code)

/** Put into the page: ticks and requests, and the longest wait for each, in ms. */
const WATCH = `(() => {
  const watch = { windowMs: 0, answerMs: 0, queryMs: 0, on: true }
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
  const gaps = (key) => {
    let last = performance.now()
    return () => {
      const now = performance.now()
      watch[key] = Math.max(watch[key], now - last)
      last = now
    }
  }
  const tick = gaps('windowMs')
  const timer = setInterval(() => (watch.on ? tick() : clearInterval(timer)), 4)
  const ask = async (key, every, name, argument) => {
    while (watch.on) {
      const started = performance.now()
      const answer = await window.zhibu.call(name, argument)
      if (!answer.ok) throw new Error(name + ' ' + answer.code)
      watch[key] = Math.max(watch[key], performance.now() - started)
      await pause(every)
    }
  }
  ask('answerMs', 10, 'job.cancel', { jobId: 'none' })
  ask('queryMs', 50, 'tree.rows', { parents: [null], asOf: null })
  window.benchWatch = watch
})()`

const READ = `(() => {
  const { on, ...longest } = window.benchWatch
  Object.assign(window.benchWatch, { windowMs: 0, answerMs: 0, queryMs: 0 })
  return longest
})()`

async function measure(window, step, work) {
  await inPage(window, READ)
  delay.reset()
  const started = performance.now()
  await work()
  const ms = performance.now() - started
  // One more turn of the loop, for a block that the work ended with, and the answers still on their way.
  await sleep(100)
  await tell({ step, ms, mainMs: delay.max / 1e6, ...(await inPage(window, READ)) })
}

app.once('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', async () => {
    try {
      await waitFor(window, task.ready)
      await openImport(window, task.file)
      await sleep(SETTLE)
      delay.enable()
      await inPage(window, WATCH)
      await measure(window, 'idle', () => sleep(SETTLE))
      await measure(window, 'preview', () => previewImport(window))
      await measure(window, 'apply', () => applyImport(window))
    } catch (error) {
      await tell({ error: String(error) })
    }
    app.exit(0)
  })
})
