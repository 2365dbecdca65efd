// The import page as a clerk uses it: the only place of the benchmark that knows its buttons.
const { dialog } = require('electron')
const { press, selectorOf, waitFor } = require('./page.cjs')

/** Opens the page; `file` is what the user will choose in the dialog. */
async function openImport(window, file) {
  dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
  await press(window, 'nav-import')
  await waitFor(window, selectorOf('import-choose'))
}

/** From the chosen file over its columns and its rows to the plan. */
async function previewImport(window) {
  await press(window, 'import-choose')
  for (const step of ['import-to-check', 'import-to-plan']) {
    await waitFor(window, `${selectorOf(step)}?.disabled === false`)
    await press(window, step)
  }
  await waitFor(window, selectorOf('import-apply'))
}

/** From the preview to the result. */
async function applyImport(window) {
  await press(window, 'import-apply')
  await waitFor(window, selectorOf('import-result'))
}

module.exports = { openImport, previewImport, applyImport }
