import type { WebContents } from 'electron'
import { AppError } from '../../shared/errors.ts'
import type { PrintDocument } from '../../shared/models/print.ts'
import type { PictureTaker, Printer } from '../context.ts'
import { paperOf, printLimit } from './paper.ts'
import { PrintJobs } from './print-jobs.ts'
import { PrintWindow } from './print-window.ts'
import { searchablePdf } from './searchable-pdf.ts'

interface PrinterOptions {
  /** Absolute path of the built preload script. */
  readonly preload: string
}

const noMargins = { top: 0, bottom: 0, left: 0, right: 0 }
const micronsPerMm = 1000

const toPdf = async (contents: WebContents): Promise<Uint8Array> => {
  const pdf = await contents.printToPDF({
    // Chromium prints Letter unless it is told to follow the page's own @page size.
    preferCSSPageSize: true,
    printBackground: true,
    margins: noMargins,
    generateTaggedPDF: false,
    generateDocumentOutline: false,
  })
  return searchablePdf(pdf)
}

/** Opens the system's dialog. Throws `print.no-printer`, `print.failed`; false when the user closed the dialog. */
const toPaper = async (contents: WebContents, document: PrintDocument): Promise<boolean> => {
  if ((await contents.getPrintersAsync()).length === 0) throw new AppError('print.no-printer')
  const { width, height } = paperOf(document)
  const landscapeA4 = width === 297 && height === 210
  return new Promise((resolve, reject) => {
    contents.print(
      {
        silent: false,
        printBackground: true,
        margins: { marginType: 'none' },
        landscape: landscapeA4,
        pageSize: landscapeA4 ? 'A4' : { width: width * micronsPerMm, height: height * micronsPerMm },
      },
      (done, reason) => {
        if (done) resolve(true)
        else if (/cancel/i.test(reason)) resolve(false)
        else reject(new AppError('print.failed', {}, { cause: new Error(reason) }))
      },
    )
  })
}

/**
 * Lays documents out in one hidden window, one at a time, and prints them. Every failure (`print.failed`,
 * `print.timeout`, or the reason of the abort signal) destroys the window, so that the next print begins afresh.
 */
export const createPrinter = (options: PrinterOptions): Printer => {
  const jobs = new PrintJobs()
  const window = new PrintWindow(options.preload)
  let last: Promise<unknown> = Promise.resolve()

  const print = async <T>(
    document: PrintDocument,
    signal: AbortSignal | undefined,
    use: (contents: WebContents, pages: number, takeTime: () => void) => Promise<T>,
    take?: PictureTaker,
  ): Promise<T> => {
    signal?.throwIfAborted()
    const job = jobs.open(document, take)
    let stop: () => void = () => undefined
    let takeTime: () => void = () => undefined
    const stopped = new Promise<never>((_resolve, reject) => {
      const timer = setTimeout(() => reject(new AppError('print.timeout')), printLimit(document))
      const abort = () => reject(signal?.reason)
      signal?.addEventListener('abort', abort)
      takeTime = () => clearTimeout(timer)
      stop = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
      }
      window.load(job.id, reject)
    })
    try {
      const pages = await Promise.race([job.pages, stopped])
      const answer = await Promise.race([use(window.contents(), pages, takeTime), stopped])
      window.rest()
      return answer
    } catch (error) {
      window.destroy()
      if (error instanceof AppError) throw error
      throw new AppError('print.failed', {}, { cause: error })
    } finally {
      stop()
      job.close()
    }
  }

  /** One document at a time: they share the window. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    pdf: (document, signal) =>
      inTurn(() =>
        print(document, signal, async (contents, pages) => ({ bytes: await toPdf(contents), pages })),
      ),
    pictures: (document, take, signal) =>
      inTurn(() => print(document, signal, async (_contents, pages) => pages, take)),
    paper: (document, signal) =>
      inTurn(() =>
        print(document, signal, (contents, _pages, takeTime) => {
          // The dialog stays open as long as the user likes.
          takeTime()
          return toPaper(contents, document)
        }),
      ),
    document: (printId) => jobs.document(printId),
    ready: (printId, pages) => jobs.ready(printId, pages),
    picture: (printId, index, total, png) => jobs.picture(printId, index, total, png),
  }
}
