import { BrowserWindow, type WebContents } from 'electron'
import { AppError } from '../../shared/errors.ts'
import { appOrigin, printPage } from '../protocol.ts'

/** The hidden window keeps two fonts of 10 MB warm for the next print, and is given back after this many ms. */
const idleLimit = 60_000

/** Electron's code for a load that the next one replaced. */
const replaced = 'ERR_ABORTED'

/** The one hidden window that lays documents out. It is made when first needed. */
export class PrintWindow {
  private window: BrowserWindow | null = null
  private idle: NodeJS.Timeout | null = null
  private fail: (error: AppError) => void = () => undefined

  constructor(private readonly preload: string) {}

  /** Shows the document of that id to the print page; `fail` hears when the page is lost. */
  load(printId: string, fail: (error: AppError) => void): void {
    this.fail = fail
    if (this.idle !== null) clearTimeout(this.idle)
    const window = this.window ?? this.create()
    // The id stands in the hash: a warm page takes the next document without being loaded again.
    window.loadURL(`${appOrigin}${printPage}#${printId}`).catch((error: unknown) => {
      if (!String(error).includes(replaced)) fail(new AppError('print.failed', {}, { cause: error }))
    })
  }

  /** The page that holds the document. Throws `print.failed` when it is lost. */
  contents(): WebContents {
    if (this.window === null) throw new AppError('print.failed')
    return this.window.webContents
  }

  /** The document is done; the window waits a while for the next one. */
  rest(): void {
    this.fail = () => undefined
    this.idle = setTimeout(() => this.destroy(), idleLimit)
    this.idle.unref()
  }

  destroy(): void {
    this.window?.destroy()
    this.window = null
  }

  private create(): BrowserWindow {
    const window = new BrowserWindow({
      show: false,
      width: 1200,
      height: 900,
      webPreferences: {
        preload: this.preload,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        spellcheck: false,
        // A hidden page would else wait for its frames.
        backgroundThrottling: false,
      },
    })
    window.webContents.on('render-process-gone', () => this.lost(window))
    window.on('closed', () => this.lost(window))
    // The hidden window must not keep the program running when the visible one was closed.
    for (const other of BrowserWindow.getAllWindows()) {
      if (other !== window) other.once('closed', () => window.isDestroyed() || window.destroy())
    }
    this.window = window
    return window
  }

  private lost(window: BrowserWindow): void {
    if (this.window !== window) return
    this.window = null
    if (!window.isDestroyed()) window.destroy()
    this.fail(new AppError('print.failed'))
  }
}
