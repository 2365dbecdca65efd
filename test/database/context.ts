import { dirname, resolve } from 'node:path'
import type { Context } from '../../main/context.ts'
import type { Database } from '../../main/database/database.ts'
import { HeldDatabase } from '../../main/database/held-database.ts'
import { openDatabase } from '../../main/database/open.ts'
import { Jobs } from '../../main/jobs.ts'
import { Tickets } from '../../main/tickets.ts'

const refused = (): never => {
  throw new Error('no desktop in this test')
}

/** What handlers work with, without a desktop: dialogs and printing fail the test. */
export const contextOf = (opened: Database): Context & { readonly revealed: readonly string[] } => {
  const held = new HeldDatabase(opened, () => openDatabase(dirname(opened.file)))
  const revealed: string[] = []
  return {
    revealed,
    database: () => held.current(),
    reopenDatabase: (between) => held.reopen(between),
    dataDirectory: dirname(opened.file),
    resources: resolve(import.meta.dirname, '../../resources'),
    jobs: new Jobs(() => undefined),
    desktop: {
      chooseFile: async () => refused(),
      chooseFiles: async () => refused(),
      chooseTarget: async () => refused(),
      openFile: async (path) => {
        revealed.push(path)
        return true
      },
      revealFile: (path) => {
        revealed.push(path)
      },
    },
    printer: {
      pdf: async () => refused(),
      paper: async () => refused(),
      pictures: async () => refused(),
      document: refused,
      ready: refused,
      picture: refused,
    },
    chosen: new Tickets(5),
    saved: new Tickets(5),
    push: () => undefined,
  }
}
