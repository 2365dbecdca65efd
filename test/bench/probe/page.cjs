// What a probe does in a page: waits until it shows something, presses something.

/** Resolves in the page once `condition`, an expression, holds and that state was painted. */
const waitFor = (window, condition, limit = 60_000) =>
  window.webContents.executeJavaScript(`new Promise((resolve, reject) => {
    const holds = () => { try { return Boolean(${condition}) } catch { return false } }
    const observer = new MutationObserver(() => holds() && done())
    const timer = setTimeout(() => { observer.disconnect(); reject(new Error(${JSON.stringify(condition)})) }, ${limit})
    const done = () => {
      observer.disconnect()
      clearTimeout(timer)
      requestAnimationFrame(() => setTimeout(resolve, 0))
    }
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
    if (holds()) done()
  })`)

const selectorOf = (id) => `document.querySelector('[data-testid="${id}"]')`

const press = (window, id) => window.webContents.executeJavaScript(`${selectorOf(id)}.click()`)

/** Says something to the script that started Electron. */
const tell = (message) =>
  new Promise((resolve) => {
    process.stdout.write(`BENCH ${JSON.stringify(message)}\n`, () => resolve())
  })

module.exports = { waitFor, selectorOf, press, tell }
