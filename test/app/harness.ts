import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

const root = resolve(import.meta.dirname, '../..')
/** Every page's picture is kept here. */
export const screenshots = join(root, 'out/screenshots')

export interface Running {
  readonly app: ElectronApplication
  readonly page: Page
  readonly data: string
  /** What the page wrote to its console at level error or warning. */
  readonly complaints: readonly string[]
}

export const temporary = (prefix = 'zhibu-app-'): string => mkdtempSync(join(tmpdir(), prefix))

/** The executable that `scripts/test.mjs` found; set it by hand to run one file. */
const executable = (): string => {
  const path = process.env['ELECTRON_PATH']
  if (path === undefined) throw new Error('ELECTRON_PATH is not set: run `npm test -- app`')
  return path
}

/** Opens the built program on a data directory, in a window of 1366 × 768. */
export const start = async (data = temporary(), size = { width: 1366, height: 768 }): Promise<Running> => {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath: executable(),
    args: [...sandbox, root, '--data', data],
    env: { ...process.env, LANG: 'zh_CN.UTF-8' } as Record<string, string>,
  })
  const page = await app.firstWindow()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)
  await page.waitForSelector('#root > *')
  return { app, page, data, complaints }
}

/** Answers the next open dialogs with this file, as if the user had chosen it. */
export const chooseFile = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
  }, path)

/** Answers the next save dialogs with this file. */
export const chooseTarget = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file })
  }, path)

/** Keeps a picture of the window as it is now. */
export const picture = async (page: Page, name: string): Promise<void> => {
  mkdirSync(screenshots, { recursive: true })
  await page.waitForTimeout(350)
  await page.screenshot({ path: join(screenshots, `${name}.png`) })
}
