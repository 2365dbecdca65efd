// Loaded into the program before its own code (electron --require): asks its window's requests at scale and uses its
// pages as a clerk does; says how long each took, what the bare SQL for the same rows took in the same process, and the
// longest frame that the window missed. The program knows nothing of it.
const { setTimeout: sleep } = require('node:timers/promises')
const { app } = require('electron')
const sqlite = require('sqlite3')
const { selectorOf, tell, waitFor } = require('./page.cjs')

const task = JSON.parse(process.env.BENCH_TASK)
const TIMES = 9

/** SQL on one file, promised. */
function openBare(file) {
  const db = new sqlite.Database(file)
  const run = (sql, parameters) =>
    new Promise((resolve, reject) => {
      db.all(sql, parameters, (error, rows) => (error ? reject(error) : resolve(rows)))
    })
  return { run, close: () => new Promise((resolve) => db.close(resolve)) }
}

const inPage = (window, code) => window.webContents.executeJavaScript(code)

/** In the page, without the way back to this probe: milliseconds of one request, and the number of rows it answered. */
const ask = (window, name, argument) =>
  inPage(
    window,
    `(async () => {
      const started = performance.now()
      const answer = await window.zhibu.call(${JSON.stringify(name)}, ${JSON.stringify(argument)})
      const ms = performance.now() - started
      if (!answer.ok) throw new Error(${JSON.stringify(name)} + ' ' + answer.code)
      return { ms, value: answer.value }
    })()`,
  )

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]

/** Both in turn, each once before it counts. */
async function request(window, bare, { step, calls, sql }) {
  const program = []
  const reference = []
  for (let turn = -1; turn < TIMES; turn++) {
    let ms = 0
    for (const [name, argument] of calls) ms += (await ask(window, name, argument)).ms
    const started = performance.now()
    for (const [text, parameters] of sql) await bare.run(text, parameters)
    if (turn < 0) continue
    program.push(ms)
    reference.push(performance.now() - started)
  }
  await tell({ step, ms: median(program), bareMs: median(reference) })
}

/** The longest time between two frames of the window while `work` runs, in ms. */
async function watchFrames(window, work) {
  await inPage(
    window,
    `(() => {
      const watch = { longest: 0, last: performance.now(), on: true }
      const frame = (now) => {
        watch.longest = Math.max(watch.longest, now - watch.last)
        watch.last = now
        if (watch.on) requestAnimationFrame(frame)
      }
      requestAnimationFrame((now) => { watch.last = now; requestAnimationFrame(frame) })
      window.frameWatch = watch
    })()`,
  )
  await sleep(50)
  const started = performance.now()
  await work()
  const ms = performance.now() - started
  await sleep(300)
  const blockedMs = await inPage(
    window,
    `(() => { window.frameWatch.on = false; return window.frameWatch.longest })()`,
  )
  return { ms, blockedMs }
}

async function act(window, step, work, undo) {
  const runs = []
  for (let turn = 0; turn < 5; turn++) {
    await sleep(600)
    runs.push(await watchFrames(window, () => work(turn)))
    await undo?.(turn)
  }
  await tell({
    step,
    ms: median(runs.map((run) => run.ms)),
    blockedMs: Math.max(...runs.map((run) => run.blockedMs)),
  })
}

const go = (window, hash) => inPage(window, `location.hash = ${JSON.stringify(hash)}`)
const rowOf = (id) => `document.querySelector('[data-row="${id}"]')`
const fold = (window, id) => inPage(window, `${rowOf(id)}.querySelector('.outline-fold').click()`)
const type = (window, id, text) =>
  inPage(
    window,
    `(() => {
      const input = ${selectorOf(id)}
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, ${JSON.stringify(text)})
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })()`,
  )

async function inPages(window) {
  const { bigId, targetId, streetId, homeId } = task
  await act(
    window,
    'open-tree',
    async () => {
      await go(window, '/organization')
      await waitFor(window, `document.querySelectorAll('[data-row]').length > 10`)
    },
    () => go(window, '/settings'),
  )
  await go(window, '/organization')
  await waitFor(window, rowOf(streetId))
  // The unit that is open unfolds by itself.
  await sleep(500)
  if (await inPage(window, `${rowOf(streetId)}.getAttribute('aria-expanded') === 'true'`)) {
    await fold(window, streetId)
  }
  await act(
    window,
    'expand-street',
    async () => {
      await fold(window, streetId)
      await waitFor(
        window,
        `${rowOf(streetId)}.getAttribute('aria-expanded') === 'true' && ${rowOf(task.childId)}`,
      )
    },
    () => fold(window, streetId),
  )
  await act(
    window,
    'filter-typing',
    async (turn) => {
      await type(window, 'tree-filter', task.filters[turn])
      await waitFor(window, selectorOf('tree-found'))
    },
    async () => {
      await type(window, 'tree-filter', '')
      await waitFor(window, `!${selectorOf('tree-found')}`)
    },
  )
  await go(window, `/organization/${bigId}`)
  await waitFor(window, selectorOf('unit-path'))
  await act(window, 'move-subtree', async (turn) => {
    const [to, name] = turn % 2 === 0 ? [targetId, task.targetName] : [homeId, task.homeName]
    const { value } = await ask(window, 'unit.load', { id: bigId })
    await ask(window, 'unit.move', {
      units: [{ id: bigId, version: value.version }],
      parentId: to,
      beside: null,
      on: task.today,
    })
    await waitFor(window, `${selectorOf('unit-path')}.textContent.includes(${JSON.stringify(name)})`)
  })
  await act(
    window,
    'people',
    async () => {
      await go(window, '/people')
      await waitFor(window, `document.querySelectorAll('.window-row').length > 10`)
    },
    () => go(window, '/settings'),
  )
}

app.once('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', async () => {
    const bare = openBare(task.file)
    try {
      await waitFor(window, task.ready)
      const unsorted = `SELECT count(*) AS n FROM person WHERE reading_key = ''`
      for (let tries = 0; (await bare.run(unsorted, []))[0].n > 0 && tries < 600; tries++) await sleep(100)
      for (const one of task.requests) await request(window, bare, one)
      await inPages(window)
    } catch (error) {
      await tell({ error: String(error) })
    }
    await bare.close()
    app.exit(0)
  })
})
