import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { PrintDocument } from '../../shared/models/print.ts'
import type { PictureTaker } from '../context.ts'

/** One document on its way through the print page. */
export interface PrintJob {
  readonly id: string
  /** The number of pages, once everything is laid out. */
  readonly pages: Promise<number>
  /** The page is forgotten: it may ask for the document no longer. */
  close(): void
}

interface Waiting {
  readonly document: PrintDocument
  readonly take: PictureTaker
  readonly resolve: (pages: number) => void
}

/** The documents that the print page may ask for, each only while it is being printed. */
export class PrintJobs {
  private readonly waiting = new Map<string, Waiting>()

  open(document: PrintDocument, take: PictureTaker = () => undefined): PrintJob {
    const id = randomUUID()
    const pages = new Promise<number>((resolve) => {
      this.waiting.set(id, { document, take, resolve })
    })
    return { id, pages, close: () => this.waiting.delete(id) }
  }

  /** Throws `request.refused` for an id that is not being printed. */
  document(id: string): PrintDocument {
    return this.get(id).document
  }

  /** The page says that everything is laid out. */
  ready(id: string, pages: number): true {
    this.get(id).resolve(pages)
    return true
  }

  /** The page hands over a picture. */
  picture(id: string, index: number, total: number, png: Uint8Array): true {
    this.get(id).take(index, total, png)
    return true
  }

  private get(id: string): Waiting {
    const found = this.waiting.get(id)
    if (found === undefined) throw new AppError('request.refused')
    return found
  }
}
