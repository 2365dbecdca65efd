import { randomUUID } from 'node:crypto'
import { basename, dirname } from 'node:path'
import type { SavedFile } from '../shared/models/app.ts'

/** Where a file to import comes from: the disk, or bytes dropped on the window. */
export type FileSource =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly content: Uint8Array }

export const nameOf = (source: FileSource): string =>
  source.kind === 'path' ? basename(source.path) : basename(source.name)

/** Bytes of dropped files kept at once: all of one import, and mostly the one before. */
const mostLargeBytes = 200 * 1024 * 1024

/** The window never sees or sends a path: it holds tickets for files that the user chose or the program wrote. */
export class Tickets<T> {
  private readonly kept = new Map<string, T>()
  private readonly large = new Map<string, number>()

  /** Keeps at most `most` values; the oldest goes first. */
  constructor(private readonly most: number) {}

  issue(value: T): string {
    const ticket = randomUUID()
    this.kept.set(ticket, value)
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) break
      this.drop(oldest)
    }
    return ticket
  }

  /** For a value that holds a whole file of `bytes` in memory: the oldest go when they are too much together. */
  issueLarge(value: T, bytes: number): string {
    const ticket = this.issue(value)
    this.large.set(ticket, bytes)
    let total = [...this.large.values()].reduce((sum, one) => sum + one, 0)
    for (const [oldest, size] of this.large) {
      if (total <= mostLargeBytes || oldest === ticket) break
      total -= size
      this.drop(oldest)
    }
    return ticket
  }

  get(ticket: string): T | undefined {
    return this.kept.get(ticket)
  }

  private drop(ticket: string): void {
    this.kept.delete(ticket)
    this.large.delete(ticket)
  }
}

/** What the window is told of a file the program wrote. */
export const savedFile = (tickets: Tickets<string>, path: string, pages?: number): SavedFile => ({
  savedId: tickets.issue(path),
  name: basename(path),
  folder: dirname(path),
  ...(pages === undefined ? {} : { pages }),
})
