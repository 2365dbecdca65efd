import type { ParsedRow, SheetContext } from '../../main/import/parsed-row.ts'
import { arrangeSheets } from '../../main/import/session/arrange.ts'
import { foundIn } from '../../main/import/session/found.ts'
import { openFiles, unknownHeader } from '../../main/import/session/open-files.ts'
import { parseSession, rowsToPlan } from '../../main/import/session/parse-session.ts'
import { newState } from '../../main/import/session/session-state.ts'
import type { FileSource } from '../../main/tickets.ts'
import type { SheetFound } from '../../shared/models/import.ts'
import { sheetsFor } from '../../shared/sheets/all.ts'

const silent = { report: () => undefined, send: () => undefined, check: () => undefined }

export interface ReadRows {
  readonly sheets: readonly SheetFound[]
  readonly contexts: readonly SheetContext[]
  readonly rows: readonly ParsedRow[]
}

/** What an import reads of a file, before anything is looked up in the database. */
export const readRows = async (source: FileSource, today = '2026-11-22'): Promise<ReadRows> => {
  const state = newState()
  state.columnTables = Object.values(sheetsFor([]))
  await openFiles(state, [source], silent)
  state.sheets = arrangeSheets(state, new Map(), {})
  if (state.sheets.every((sheet) => sheet.table === null)) throw unknownHeader(state)
  state.rows = parseSession(state, today, silent)
  const { sheets } = foundIn(state)
  return { sheets, contexts: state.sheets.map((sheet) => sheet.context), rows: rowsToPlan(state) }
}
