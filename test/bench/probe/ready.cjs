// Loaded into an application before its own code (electron --require): says when its first window shows what the
// condition BENCH_READY names, and ends it. The application knows nothing of it.
const { app } = require('electron')
const { tell, waitFor } = require('./page.cjs')

app.once('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', async () => {
    try {
      await waitFor(window, process.env.BENCH_READY)
      await tell({ readyAt: Date.now() })
    } catch (error) {
      await tell({ error: String(error) })
    }
    app.exit(0)
  })
})
