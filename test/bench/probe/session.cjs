// Loaded into the program before its own code (electron --require): uses its window as a clerk does, and says how
// long each step took and how long it held up the main process. The program knows nothing of it.
const { monitorEventLoopDelay } = require('node:perf_hooks')
const { setTimeout: sleep } = require('node:timers/promises')
const { app, dialog } = require('electron')
const { applyImport, openImport, previewImport } = require('./import-page.cjs')
const { tell, waitFor } = require('./page.cjs')

const task = JSON.parse(process.env.BENCH_TASK)
/** Between two steps: what the window reads again after a change must not count for the next. */
const SETTLE = 1000

const delay = monitorEventLoopDelay({ resolution: 1 })

async function measure(name, work) {
  await sleep(SETTLE)
  delay.reset()
  const started = performance.now()
  await work()
  const ms = performance.now() - started
  // One more turn of the loop, for a block that the work ended with.
  await sleep(5)
  await tell({ step: name, ms, blockedMs: delay.max / 1e6 })
}

async function importMembers(window) {
  await openImport(window, task.file)
  await measure('preview', () => previewImport(window))
  await measure('apply', () => applyImport(window))
}

const request = (window, name, argument) =>
  window.webContents.executeJavaScript(
    `window.zhibu.call(${JSON.stringify(name)}, ${JSON.stringify(argument)}).then((answer) => {
      if (!answer.ok) throw new Error(${JSON.stringify(name)} + ' ' + answer.code)
      return answer.value
    })`,
  )

/** Saves to a file, as if the user had chosen it in the dialog. */
async function save(window, step, name, argument, filePath) {
  dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  await measure(step, () => request(window, name, { ...argument, jobId: step }))
}

async function saveCards(window, step) {
  const cards = await request(window, 'cards.list', null)
  const argument = {
    unitIds: cards.map((card) => card.unitId),
    options: { layout: 'a4', cropMarks: true, issuedOn: '2026-11-20', edition: '2026年第1版' },
    incomplete: false,
  }
  await save(window, step, 'cards.savePdf', argument, `${task.out}.pdf`)
}

const saveStatement = (window, format) =>
  save(window, format, 'statement.save', { year: task.year, streetId: null, format }, `${task.out}.${format}`)

app.once('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', async () => {
    try {
      await waitFor(window, task.ready)
      await sleep(SETTLE)
      delay.enable()
      await importMembers(window)
      await saveCards(window, 'cards-first')
      await saveCards(window, 'cards-again')
      await saveStatement(window, 'xlsx')
      await saveStatement(window, 'pdf')
    } catch (error) {
      await tell({ error: String(error) })
    }
    app.exit(0)
  })
})
