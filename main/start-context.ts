import { join } from 'node:path'
import { app } from 'electron'
import type { Context, Desktop } from './context.ts'
import type { Database } from './database/database.ts'
import { HeldDatabase } from './database/held-database.ts'
import { openDatabase } from './database/open.ts'
import { adoptOperator } from './database/settings.ts'
import { Jobs } from './jobs.ts'
import { createPrinter } from './print/printer.ts'
import { Tickets } from './tickets.ts'
import { preloadScript, push } from './window.ts'

/** Opens the database and puts together what handlers and commands work with. */
export const startContext = async (dataDirectory: string, desktop: Desktop): Promise<Context> => {
  const open = async (): Promise<Database> => {
    const opened = await openDatabase(dataDirectory)
    await adoptOperator(opened)
    opened.onChanged(() => push('data.changed', null))
    return opened
  }
  const held = new HeldDatabase(await open(), open)
  return {
    database: () => held.current(),
    reopenDatabase: async (between) => {
      try {
        await held.reopen(between)
      } finally {
        push('data.changed', null)
      }
    },
    dataDirectory,
    resources: join(app.getAppPath(), 'resources'),
    jobs: new Jobs((progress) => push('job.progress', progress)),
    desktop,
    printer: createPrinter({ preload: preloadScript }),
    chosen: new Tickets(100),
    saved: new Tickets(200),
    push,
  }
}
