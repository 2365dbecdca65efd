import type { EventName, PushedEvents } from '../shared/ipc.ts'
import type { PrintDocument } from '../shared/models/print.ts'
import type { Database } from './database/database.ts'
import type { Jobs } from './jobs.ts'
import type { FileSource, Tickets } from './tickets.ts'

export interface FileFilter {
  readonly name: string
  readonly extensions: readonly string[]
}

/** The system's dialogs and shell, so that handlers need no Electron and tests can stand in. */
export interface Desktop {
  chooseFile(title: string, filters: readonly FileFilter[]): Promise<string | null>
  /** One or several. */
  chooseFiles(title: string, filters: readonly FileFilter[]): Promise<readonly string[] | null>
  chooseTarget(title: string, suggestedName: string, filters: readonly FileFilter[]): Promise<string | null>
  openFile(path: string): Promise<boolean>
  revealFile(path: string): void
}

/** Is given each picture as it is ready: its place from 0, how many there will be, the content of a PNG file. */
export type PictureTaker = (index: number, total: number, png: Uint8Array) => void

/** What the print page of `main/print` is asked for. Sizes in mm. */
export interface Printer {
  /** The document as a PDF, and its number of pages. */
  pdf(
    document: PrintDocument,
    signal?: AbortSignal,
  ): Promise<{ readonly bytes: Uint8Array; readonly pages: number }>
  /** The document as PNG pictures, told to `take` one by one; answers how many there were. */
  pictures(document: PrintDocument, take: PictureTaker, signal?: AbortSignal): Promise<number>
  /** Opens the system's print dialog; false when closed without printing. */
  paper(document: PrintDocument, signal?: AbortSignal): Promise<boolean>
  /** Answers to the print page itself. */
  document(printId: string): PrintDocument
  ready(printId: string, pages: number): boolean
  picture(printId: string, index: number, total: number, png: Uint8Array): boolean
}

/** All that handlers and the command line work with. */
export interface Context {
  readonly database: () => Database
  /** Closes the database, lets `between` move its file, and opens it again. */
  readonly reopenDatabase: (between: (file: string) => Promise<void>) => Promise<void>
  readonly dataDirectory: string
  /** The folder of files that ship with the program. */
  readonly resources: string
  readonly jobs: Jobs
  readonly desktop: Desktop
  readonly printer: Printer
  readonly chosen: Tickets<FileSource>
  readonly saved: Tickets<string>
  readonly push: <N extends EventName>(name: N, value: PushedEvents[N]) => void
}
